import type { Community } from '../../model/plan.ts'
import type { Text } from '../../model/text.ts'
import { amountRule, countRule, percentRule, placeColumns, type TemplateColumn } from './columns.ts'
import { COUNT_RULES } from './rules.ts'
import { sheetWorkbook } from './sheet.ts'

/** A count, an amount or a share to be filled in; `note` says what is counted. `what` left out: a count. */
export interface CountToFill {
  what?: 'count' | 'money' | 'share'
  field: string
  label: Text
  unit?: Text
  note?: string
}
export type CountRow = Community & { counts: Readonly<Record<string, number | null>> }

const RULE_OF = { count: countRule, money: amountRule, share: percentRule } as const
const PERCENT = 100

function countColumn({ what = 'count', field, label, unit, note }: CountToFill, group: string): TemplateColumn<CountRow> {
  return {
    group,
    heading: `${label.zh}${what === 'share' ? '（%）' : unit === undefined || unit.zh === '' ? '' : `（${unit.zh}）`}`,
    needed: false,
    width: Math.min(18, Math.max(10, label.zh.length * 1.6)),
    format: 'General',
    validation: RULE_OF[what](label.zh),
    comment: [label.zh, ...(note === undefined ? [] : [note]), '没有数据请留空（表示未知，导入时不改动已有的数）；确实为零请填 0。'].join(
      '\n',
    ),
    written: ({ counts }) => {
      const value = counts[field] ?? null
      return value === null || what !== 'share' ? value : Number((value * PERCENT).toFixed(2))
    },
  }
}

/**
 * Writes counts as a sheet to be filled in: what is entered stands in it. Imported again as it is, it changes nothing.
 * @param group stands above the columns
 * @returns the bytes of an .xlsx file
 */
export const countsWorkbook = (
  rows: readonly CountRow[],
  columns: readonly CountToFill[],
  { title, group, synthetic }: { title: string; group: string; synthetic: boolean },
): Promise<Uint8Array> =>
  sheetWorkbook([...placeColumns(), ...columns.map((each) => countColumn(each, group))], rows, {
    title,
    synthetic,
    sheetName: group,
    rules: COUNT_RULES,
    spareRows: 0,
  })
