import { plainRow, type Row, type RowsInLog } from '../../desk/row-in-log.ts'

/** How many communities a delivery is about. */
const countOf = (row: Row | null): number | null => (row === null ? null : (JSON.parse(String(row.communities)) as string[]).length)

export const importRows = {
  import_layout: plainRow('layout', (row) => row.file),
  delivery: {
    subject: 'delivery',
    tell: ({ key, before, after }) => {
      const row = (after ?? before)!
      return {
        key: String(key[0]),
        name: String(row.file),
        year: Number(row.year),
        pairs: [['delivered', countOf(before), countOf(after)]],
      }
    },
  },
} satisfies RowsInLog
