import { appError } from '../../shared/app-error.ts'

/**
 * What a file may hold, with room for 100,000 communities with 60 columns. It is counted before anything is built from it: a small file
 * can unpack to more than any memory holds.
 */
export const BOUNDS = {
  /** Cells of all sheets of an .xls, or of a text table, where a line counts as one more. */
  cells: 8_000_000,
  /** Different texts of a workbook. */
  texts: 2_000_000,
  /** Elements of all XML parts: a cell is two or three. */
  elements: 24_000_000,
  /** Bytes of one text or tag in an XML part; a cell has 32,767 signs at most. */
  piece: 1_000_000,
}

export const tooMuch = (file: string, limit: number): Error => appError('file.tooMuch', { file, limit }, { file })
