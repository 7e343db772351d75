import { presence, type Row, type RowsInLog } from '../../desk/row-in-log.ts'

const policyOf = (row: Row | null): string | null => (row === null ? null : `${row.policy_id} ${row.policy_version}`)

export const yearRows = {
  year: {
    subject: 'year',
    tell: (change) => {
      const { before, after } = change
      const year = String(change.key[0])
      return {
        key: year,
        name: year,
        year: Number(year),
        pairs: [
          presence(change),
          ['policy', policyOf(before), policyOf(after)],
          ['synthetic', before?.synthetic ?? null, after?.synthetic ?? null],
        ],
      }
    },
  },
} satisfies RowsInLog
