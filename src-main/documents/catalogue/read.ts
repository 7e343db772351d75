import { comparable } from '../../model/text.ts'
import { appError } from '../../shared/app-error.ts'
import type { CatalogueField, CatalogueSource } from '../../words/catalogue-field.ts'
import { catalogueFields } from '../../words/catalogue-fields.ts'
import type { Book, Sheet } from '../import/book.ts'
import { readSpreadsheet } from '../import/read-spreadsheet.ts'

/** A row of a delivered catalogue: what each of its columns says, by the field. */
export interface CatalogueRow {
  sheet: string
  row: number
  texts: ReadonlyMap<CatalogueField, string>
}

const fieldOf = (heading: string, fields: readonly CatalogueField[]): CatalogueField | undefined =>
  fields.find(({ key, heading: { zh, en } }) => [key, zh, en].some((each) => comparable(each) === comparable(heading)))

/** The first row that names the columns for id and title, and the field of each column. */
function columnsOf(sheet: Sheet, fields: readonly CatalogueField[]): { row: number; columns: Map<number, CatalogueField> } | null {
  for (const row of sheet.rows.slice(0, 10)) {
    const columns = new Map<number, CatalogueField>()
    for (let column = 1; column <= sheet.columns; column++) {
      const field = fieldOf(sheet.shown(row, column), fields)
      if (field !== undefined) columns.set(column, field)
    }
    const keys = new Set([...columns.values()].map((each) => each.key))
    if (keys.has('id') && keys.has('title')) return { row, columns }
  }
  return null
}

/** @returns the rows of the first sheet that is a catalogue. @throws catalogue.sheetUnknown where none is */
export function catalogueRowsOf({ sheets, fileName }: Book, source: CatalogueSource): CatalogueRow[] {
  const fields = catalogueFields(source)
  for (const sheet of sheets) {
    const found = columnsOf(sheet, fields)
    if (found === null) continue
    return sheet.rows
      .filter((row) => row > found.row)
      .map((row) => ({
        sheet: sheet.name,
        row,
        // In the order of the fields, whatever order the columns have: answers of classes are said against those of the others.
        texts: new Map(
          [...found.columns]
            .sort(([, one], [, other]) => fields.indexOf(one) - fields.indexOf(other))
            .map(([column, field]) => [field, sheet.shown(row, column).trim()]),
        ),
      }))
      .filter(({ texts }) => [...texts.values()].some((each) => each !== ''))
  }
  throw appError('catalogue.sheetUnknown', {}, { file: fileName })
}

/** @throws AppError file.* as readSpreadsheet says, catalogue.sheetUnknown */
export const readCatalogueSheet = async (bytes: Uint8Array, fileName: string, source: CatalogueSource): Promise<CatalogueRow[]> =>
  catalogueRowsOf(await readSpreadsheet(bytes, fileName), source)
