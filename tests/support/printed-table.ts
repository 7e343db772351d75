import { plain, poppler, said, sheetsOf } from './printed-words.ts'

/** A row of a printed table: the text of its cells from left to right, without spaces. A cell over several columns is one cell. */
export interface PrintedRow {
  sheet: number
  cells: string[]
}
export interface PrintedTables {
  rows: PrintedRow[]
  /** Words that cross the border of their cell, or stand beside every table though they are as low as its rows. */
  overflowing: string[]
}
interface Picture {
  width: number
  height: number
  isDark(x: number, y: number): boolean
}
/** A line across, in pixels. */
interface Line {
  y: number
  from: number
  to: number
}

const PIXELS_PER_MM = 5
/** A thin line between two pixels is grey; the watermark is much lighter. */
const DARK = 205
const SHORTEST_LINE = 8 * PIXELS_PER_MM
const NARROWEST_TABLE = 60 * PIXELS_PER_MM
const SLACK = 0.4

function picturesOf(file: string, from: number, to: number): Picture[] {
  const bytes = poppler('pdftoppm', '-gray', '-r', String(25.4 * PIXELS_PER_MM), '-f', String(from), '-l', String(to), file)
  const pictures: Picture[] = []
  for (let at = 0; at < bytes.length;) {
    const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/
      .exec(bytes.subarray(at, at + 40).toString('latin1'))!
      .map((each, position) => (position === 0 ? each.length : Number(each))) as [number, number, number]
    const start = at + head
    pictures.push({ width, height, isDark: (x, y) => bytes[start + y * width + x]! < DARK })
    at = start + width * height
  }
  return pictures
}

/** Numbers that follow each other are one thick line; the middle of each. */
const middles = (numbers: readonly number[]): number[] => {
  const runs: number[][] = []
  for (const each of numbers)
    if (runs.at(-1)?.at(-1) === each - 1) runs.at(-1)!.push(each)
    else runs.push([each])
  return runs.map((run) => run[Math.floor(run.length / 2)]!)
}

function linesAcross({ width, height, isDark }: Picture): Line[] {
  const lines: Line[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0, from = 0; x <= width; x++) {
      if (x < width && isDark(x, y)) continue
      if (x - from >= SHORTEST_LINE) lines.push({ y, from, to: x - 1 })
      from = x + 1
    }
  }
  return lines
}

/** The rows of a sheet as boxes: between two lines across, split where a line goes down all the way. */
function rowsOf(picture: Picture): Array<{ top: number; bottom: number; edges: number[] }> {
  const lines = linesAcross(picture)
  // Tables that stand side by side have lines of different extents; those of one table lie within its longest.
  const extents = lines
    .map(({ from, to }) => ({ from, to }))
    .filter((each, at, all) => all.findIndex((other) => other.from <= each.from + 3 && other.to >= each.to - 3) === at)
  const widest = extents.filter(
    (each) => !extents.some((other) => other !== each && other.from <= each.from + 3 && other.to >= each.to - 3),
  )
  return widest.flatMap(({ from, to }) => {
    const own = lines.filter((each) => each.from >= from - 3 && each.to <= to + 3)
    // The box of a mark above the table is no part of it.
    const first = own.find((each) => each.to - each.from >= NARROWEST_TABLE)?.y ?? Infinity
    const levels = middles([...new Set(own.map((each) => each.y).filter((y) => y >= first))].sort((a, b) => a - b))
    return levels.slice(1).flatMap((bottom, at) => {
      const top = levels[at]!
      const edges: number[] = []
      for (let x = Math.max(0, from - 1); x <= to + 1; x++) {
        let dark = true
        for (let y = top + 3; dark && y < bottom - 2; y++) dark = picture.isDark(x, y)
        if (dark) edges.push(x)
      }
      const merged = middles(edges)
      return bottom - top < 2 * PIXELS_PER_MM || merged.length < 2 ? [] : [{ top, bottom, edges: merged }]
    })
  })
}

/** Every table of a PDF as the reader sees it: cells are what the printed lines enclose, not what the file calls a cell. */
export function tablesIn(file: string, { from = 1, to = 100_000 }: { from?: number; to?: number } = {}): PrintedTables {
  const overflowing: string[] = []
  const pictures = picturesOf(file, from, to)
  const rows = sheetsOf(file, { from, to }).flatMap(({ words }, at) =>
    rowsOf(pictures[at]!).map(({ top, bottom, edges }): PrintedRow => {
      const mm = edges.map((each) => each / PIXELS_PER_MM)
      const inside = words.filter(
        (word) => word.top + word.bottom > (2 * top) / PIXELS_PER_MM && word.top + word.bottom < (2 * bottom) / PIXELS_PER_MM,
      )
      const cells = mm.slice(1).map((right, column) => {
        const left = mm[column]!
        const own = inside.filter((word) => word.left + word.right > 2 * left && word.left + word.right < 2 * right)
        overflowing.push(...own.filter((word) => word.left < left - SLACK || word.right > right + SLACK).map((word) => word.text))
        return said(own)
      })
      return { sheet: from + at, cells }
    }),
  )
  return { rows, overflowing }
}

/** @returns the rows without the head that every sheet repeats @throws Error naming the sheet that lacks it */
export function withoutHead(rows: readonly PrintedRow[], head: readonly string[], sheets: number): string[][] {
  const isHead = ({ cells }: PrintedRow): boolean => cells.join('|') === head.map(plain).join('|')
  for (let sheet = 1; sheet <= sheets; sheet++) {
    if (!rows.some((row) => row.sheet === sheet && isHead(row)))
      throw new Error(
        `sheet ${sheet} lacks the head ${head.join(' | ')}: ${rows
          .filter((row) => row.sheet === sheet)
          .slice(0, 2)
          .map((row) => row.cells.join(' | '))
          .join(' // ')}`,
      )
  }
  return rows.filter((row) => !isHead(row)).map((row) => row.cells)
}

/** @returns rows as they are compared with printed ones */
export const asPrinted = (rows: readonly (readonly string[])[]): string[][] => rows.map((row) => row.map(plain))
