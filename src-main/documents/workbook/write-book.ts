import { Writable } from 'node:stream'
import type { Workbook, Worksheet } from 'exceljs'
import { measuringPage, openPage, writeTop } from './page.ts'
import type { SheetPlan } from './page.ts'
import { afterEach, type Progress } from '../../shared/turns.ts'
import { withoutTimes } from './zip-times.ts'

/** What Excel shows about the file. */
export interface BookProperties {
  title: string
  subject?: string
  keywords?: string
  /** Program and version that made it. */
  creator: string
  /** Stands in the title of every sheet: what must be known of the numbers before anything else. */
  mark?: string | undefined
  /** When the plan was adopted; without it the file has no date, so that the same plan gives the same file. */
  created?: Date
}

/** Rows after which others may have their turn, and what was written so far is packed. */
const ROWS_AT_ONCE = 200

/** exceljs dates a file of its own accord; its types know no file without a date. */
const propertiesOf = (workbook: Workbook, { created, creator, mark: _, ...texts }: BookProperties): void => {
  Object.assign(workbook, { ...texts, creator, lastModifiedBy: creator, created: created ?? null, modified: created ?? null })
}

/** What a sheet of the streaming writer has beside what its types tell. */
interface Streamed {
  _write(xml: string): void
  _writePageMargins(): void
}

/** The streaming writer leaves out that pages are printed in the middle; it belongs before the margins. */
const centre = (sheet: Worksheet): void => {
  const closing = sheet as unknown as Streamed
  const margins = closing._writePageMargins.bind(closing)
  closing._writePageMargins = () => {
    closing._write('<printOptions horizontalCentered="1"/>')
    margins()
  }
}

/**
 * Writes a workbook sheet by sheet and row by row; a row leaves memory when it is written. Every sheet is gone through twice,
 * first to measure
 * its columns.
 * @returns the bytes of an .xlsx file; between portions of rows it stops and tells how far it is
 */
export async function* writtenBook(sheets: readonly SheetPlan[], properties: BookProperties): AsyncGenerator<Progress, Uint8Array> {
  // exceljs is large and needed only here, so it is not loaded at the start of the app.
  const { default: exceljs } = await import('exceljs')
  const chunks: Uint8Array[] = []
  const stream = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      chunks.push(chunk)
      done()
    },
  })
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  propertiesOf(workbook, properties)
  for (const [position, { frame: plain, rows, finish }] of sheets.entries()) {
    const frame = properties.mark === undefined ? plain : { ...plain, title: `${plain.title}　${properties.mark}` }
    const at = (half: number): Progress => ({ done: position * 2 + half, total: sheets.length * 2 })
    const measured = measuringPage(frame)
    for (let done = 0, work = rows(measured); work.next().done !== true;) if (++done % ROWS_AT_ONCE === 0) yield at(0)
    yield at(1)
    const page = openPage(workbook, frame, measured)
    writeTop(page, frame)
    for (let done = 0, work = rows(page); work.next().done !== true;) if (++done % ROWS_AT_ONCE === 0) yield at(1)
    centre(page.sheet!)
    finish?.(page.sheet!)
    page.sheet!.commit()
  }
  yield { done: sheets.length * 2, total: sheets.length * 2 }
  await workbook.commit()
  return withoutTimes(Buffer.concat(chunks))
}

/** Writes a workbook without telling how far it is. @returns the bytes of an .xlsx file */
export const wholeBook = (work: AsyncGenerator<Progress, Uint8Array>): Promise<Uint8Array> => afterEach(work)
