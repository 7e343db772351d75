import { AMOUNT_FIELDS, LEDGER_AMOUNTS, type LedgerField, type LedgerRow } from '../../model/ledger.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import { amountRule, placeColumns, type TemplateColumn } from './columns.ts'
import { LEDGER_RULES } from './rules.ts'
import { sheetWorkbook } from './sheet.ts'

/** A community and what the ledger has of it. */
export type LedgerSheetRow = Pick<
  LedgerRow,
  'key' | 'code' | 'name' | 'district' | 'subdistrict' | 'allocatedFen' | 'spentFen' | 'carriedFen'
>

const FEN_OF = { allocated: 'allocatedFen', spent: 'spentFen', carried: 'carriedFen' } as const

function amountColumn(field: LedgerField, year: number): TemplateColumn<LedgerSheetRow> {
  const { zh } = LEDGER_AMOUNTS[field]
  return {
    group: '经费使用',
    heading: `${zh}（元）`,
    needed: false,
    width: 16,
    format: 'General',
    validation: amountRule(zh),
    comment: `${zh}\n${year}年，单位为元，精确到分。\n没有数据请留空（表示未登记）；确实为零请填 0。`,
    written: (row) => {
      const fen = row[FEN_OF[field]]
      return fen === null ? null : fen / FEN_PER_YUAN
    },
  }
}

/**
 * Writes the ledger of a year as a sheet: what is entered stands in it, what is blank can be filled in. Imported again as it is, it changes
 * nothing.
 * @returns the bytes of an .xlsx file
 */
export const ledgerWorkbook = (
  rows: readonly LedgerSheetRow[],
  { title, year, synthetic }: { title: string; year: number; synthetic: boolean },
): Promise<Uint8Array> =>
  sheetWorkbook([...placeColumns(), ...AMOUNT_FIELDS.map((field) => amountColumn(field, year))], rows, {
    title,
    synthetic,
    sheetName: '经费使用台账',
    rules: LEDGER_RULES,
    spareRows: 0,
  })
