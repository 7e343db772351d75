import { plainRow, type RowsInLog } from '../../desk/row-in-log.ts'

export const planRows = {
  settings: {
    subject: 'settings',
    tell: ({ key, before, after }) => ({
      key: String(key[0]),
      name: String((after ?? before)!.name),
      year: null,
      pairs: [
        ['name', before?.name ?? null, after?.name ?? null],
        ['currentYear', before?.current_year ?? null, after?.current_year ?? null],
      ],
    }),
  },
  adopted: plainRow('adopted', (row) => row.title),
  taken_back: plainRow('takenBack', (row) => row.reason),
} satisfies RowsInLog
