import type { HandedFile } from '../../contract/operation.ts'
import { countsWorkbook } from '../../documents/template/index.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import { communityOf } from '../../model/plan.ts'
import { LotPart, MoneyPart, PERCENT_PARTS, type RenovationSettings } from '../../model/renovation.ts'
import { LOT_PARTS, MONEY_PARTS } from '../../words/renovation.ts'
import { readCountFile, type CountColumn } from '../../desk/count-file.ts'
import type { Desk } from '../../desk/desk.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import type { OperationContext } from '../../desk/service.ts'
import { AppError } from '../../shared/app-error.ts'
import { deliveredCounts } from '../imports/index.ts'
import { renovationSettings } from './book.ts'
import { intoRows, type RenovationRows, type Said } from './entry.ts'

const WHAT = { count: 'count', unitFen: 'money', aidShare: 'share', aidFen: 'money' } as const satisfies Record<LotPart, string>
const YUAN = { zh: '元', en: 'yuan' }

/** A column of the sheet, and what it says. */
export interface RenovationColumn extends CountColumn {
  kind?: string
  part: LotPart | MoneyPart
  what: 'count' | 'money' | 'share'
}

/** The columns of a sheet of courtyards: of each kind, then of the money. */
export function sheetColumns({ kinds }: RenovationSettings): RenovationColumn[] {
  const lots = kinds.flatMap(({ key, name }, at) =>
    LotPart.options.map((part): RenovationColumn => {
      const { zh, en } = LOT_PARTS[part]
      const what = WHAT[part]
      const label = { zh: `${name.zh}${zh}`, en: `${name.en || name.zh}: ${en}` }
      return { field: `kind${at}${part}`, label, kind: key, part, what, ...(what === 'money' ? { unit: YUAN } : {}) }
    }),
  )
  const money = MoneyPart.options.map((part): RenovationColumn => {
    const what = part === 'share' ? 'share' : 'money'
    return { field: part, label: MONEY_PARTS[part], part, what, ...(what === 'money' ? { unit: YUAN } : {}) }
  })
  return [...lots, ...money]
}

/** A number of a sheet as it is kept: fen, hundredths of a percent, or courtyards. */
export const keptValue = (what: RenovationColumn['what'], value: number): number =>
  what === 'money' ? Math.round(value * FEN_PER_YUAN) : what === 'share' ? Math.round(value * PERCENT_PARTS) : value
const writtenValue = (what: RenovationColumn['what'], value: number): number =>
  what === 'money' ? value / FEN_PER_YUAN : what === 'share' ? value / PERCENT_PARTS : value

/** What is entered, as a sheet to be changed and taken back. */
export function renovationSheet(desk: Desk): { title: string; bytes: Promise<Uint8Array> } {
  const { year, synthetic } = desk.year
  const title = `${year}年楼院改造登记表`
  const columns = sheetColumns(renovationSettings(desk, year))
  const lots = new Map(desk.store.read.renovationLots.list(year).map((each) => [`${each.kind} ${each.key}`, each]))
  const money = new Map(desk.store.read.renovationMoney.list(year).map((each) => [each.key, each]))
  const rows = inPlaceOrder(desk.facts, desk.placeOrder).map((each) => ({
    ...communityOf(each),
    counts: Object.fromEntries(
      columns.map(({ field, kind, part, what }) => {
        const row = (kind === undefined ? money.get(each.key) : lots.get(`${kind} ${each.key}`)) as
          Record<string, number | null> | undefined
        const value = row?.[part] ?? null
        return [field, value === null ? null : writtenValue(what, value)]
      }),
    ),
  }))
  return { title, bytes: countsWorkbook(rows, columns, { title, group: '楼院改造', synthetic }) }
}

/** The rows of a delivered sheet. @throws AppError with everything that is wrong in it, each at its cell */
export async function deliveredRows(desk: Desk, file: HandedFile, context: OperationContext): Promise<RenovationRows> {
  const columns = sheetColumns(renovationSettings(desk, desk.year.year))
  const parts = await readCountFile(desk, file, columns, context)
  const fields = columns.map((each) => each.field)
  const { counts, problems } = await deliveredCounts(file.fileName, parts, desk.facts, fields, context)
  if (problems.length > 0) throw new AppError(problems)
  const byField = new Map(columns.map((each) => [each.field, each]))
  return intoRows(
    desk,
    counts.flatMap(({ key, values }) =>
      [...values].map(([field, { value, place }]): Said => {
        const { kind, part, what } = byField.get(field)!
        const said = { key, value: keptValue(what, value), place }
        return kind === undefined ? { ...said, part: part as MoneyPart } : { ...said, kind, part: part as LotPart }
      }),
    ),
  )
}
