import { columnPairs, parsed, type RowsInLog } from '../../desk/row-in-log.ts'
import type { UnitSide } from '../../model/units.ts'

const namesOf = (sides: UnitSide[]): string => sides.map((side) => side.name).join('、')

export const unitRows = {
  unit_change: {
    subject: 'unitChange',
    tell: (change) => {
      const row = (change.after ?? change.before)!
      const { from, to } = parsed(row, 'sides') as unknown as { from: UnitSide[]; to: UnitSide[] }
      return { key: String(change.key[0]), name: `${namesOf(from)} → ${namesOf(to)}`, year: Number(row.year), pairs: columnPairs(change) }
    },
  },
} satisfies RowsInLog
