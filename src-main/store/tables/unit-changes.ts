import type { UnitChange, UnitChangeKind, UnitSide } from '../../model/units.ts'
import type { Connection } from '../sqlite.ts'

interface Row {
  id: number
  year: number
  kind: UnitChangeKind
  date: string
  document: string
  note: string
  sides: string
  endedFen: number
}

const SELECT = 'SELECT id, year, kind, happened_on AS date, document, note, sides, ended_fen AS endedFen FROM unit_change'

const toChange = ({ sides, ...row }: Row): UnitChange => ({ ...row, ...(JSON.parse(sides) as { from: UnitSide[]; to: UnitSide[] }) })

export const unitChangeReads = (connection: Connection) => {
  const ofYear = connection.prepare<[number], Row>(`${SELECT} WHERE year = ? ORDER BY id`)
  const all = connection.prepare<[], Row>(`${SELECT} ORDER BY id`)
  return {
    /** @returns the changes of the map in a year, or in all years, in the order in which they were made */
    list: (year?: number): UnitChange[] => (year === undefined ? all.all() : ofYear.all(year)).map(toChange),
  }
}

export const unitChangeWrites = (connection: Connection) => {
  const add = connection.prepare(`
    INSERT INTO unit_change (year, kind, happened_on, document, note, sides, ended_fen) VALUES (@year, @kind, @date, @document,
      @note, @sides, @endedFen)`)
  const removeYear = connection.prepare('DELETE FROM unit_change WHERE year = ?')
  return {
    ...unitChangeReads(connection),
    /** Takes out the changes of a year, so that those of merged packages can be recorded in their order. */
    removeYear: (year: number): void => {
      removeYear.run(year)
    },
    /** Records a change; only undo takes it back. @returns its number */
    add: ({ from, to, ...change }: Omit<UnitChange, 'id'>): number =>
      Number(add.run({ ...change, sides: JSON.stringify({ from, to }) }).lastInsertRowid),
  }
}
