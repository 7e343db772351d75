import type { Cell, Comment, Fill, Worksheet } from 'exceljs'

/** Every comment of ours begins with this, so that it is known again when the file comes back. */
export const MARK = '【核对】'
const COLOURS = { error: 'FFFFC7CE', warning: 'FFFFEB9C' } as const
const FONT = { name: '宋体', size: 9 }

interface Note {
  cell: Cell
  level: keyof typeof COLOURS
  text: string
}

/**
 * Takes our comments and colours of an earlier time off the sheets, and puts the new ones on. A joined cell carries those of all
 * its parts.
 */
export function annotate(sheets: readonly Worksheet[], notes: readonly Note[]): void {
  for (const sheet of sheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (ownNote(cell) !== textOf(cell)) withoutOurs(cell)
      }),
    )
  const byCell = new Map<Cell, Note[]>()
  for (const note of notes) {
    const cell = note.cell.master
    byCell.set(cell, [...(byCell.get(cell) ?? []), note])
  }
  for (const [cell, found] of byCell) {
    const own = textOf(cell)
    const lines = [...(own === '' ? [] : [own]), ...found.map(({ text }) => `${MARK}${text}`)]
    cell.note = { texts: [{ text: lines.join('\n'), font: FONT }], margins: { insetmode: 'auto' } }
    const level = found.some((note) => note.level === 'error') ? 'error' : 'warning'
    setFill(cell, { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS[level] } })
  }
}

const textOf = ({ note }: Cell): string =>
  typeof note === 'string' ? note : ((note as Comment | undefined)?.texts ?? []).map(({ text }) => text).join('')

/** What others have written; ours always stands behind it. */
const ownNote = (cell: Cell): string => textOf(cell).split(MARK)[0]!.trimEnd()

function withoutOurs(cell: Cell): void {
  const own = ownNote(cell)
  cell.note = own === '' ? (undefined as never) : { texts: [{ text: own, font: FONT }], margins: { insetmode: 'auto' } }
  const { fill } = cell
  const ours: readonly (string | undefined)[] = Object.values(COLOURS)
  if (fill?.type === 'pattern' && ours.includes(fill.fgColor?.argb)) setFill(cell, { type: 'pattern', pattern: 'none' })
}

/** Cells of a loaded workbook share one style object; only this one's is to change. */
function setFill(cell: Cell, fill: Fill): void {
  cell.style = { ...cell.style, fill }
}
