import type { Policy } from '../../model/policy.ts'
import { parsed, plainRow, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'

/** Title and version of the policy in a row; null: there is none. */
function policyIn(row: Row | null): string | null {
  if (row === null) return null
  const { title, version } = parsed(row, 'document') as unknown as Policy
  return `${title.zh} ${version}`
}

/** A merged package is a delivery of a whole district; a policy that a district keeps is told by its name and version. */
export const rollupRows = {
  merged_package: plainRow('delivery', (row) => row.file),
  district_policy: {
    subject: 'districtPolicy',
    tell: ({ before, after }) => {
      const row = (after ?? before)!
      const pair: Pair = ['policy', policyIn(before), policyIn(after)]
      return { key: String(row.district), name: String(row.district), year: Number(row.year), pairs: [pair] }
    },
  },
} satisfies RowsInLog
