import { inShort, parsed, policyRow, presence, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'
import type { Dictionary } from '../../model/indicator.ts'
import { Policy } from '../../model/policy.ts'
import { differences } from '../../policy/index.ts'
import { differencesInWords } from '../../words/differences.ts'

/** A draft is told by what differs in its document. */
function draftPairs(before: Row | null, after: Row | null, dictionary: Dictionary): Pair[] {
  if (before === null || after === null) return []
  const [was, is] = [before, after].map((row) => Policy.parse(parsed(row, 'document')))
  return differencesInWords(was!, is!, dictionary, differences(was!, is!)).map(({ label, old, new: now }) => [
    label.zh,
    old.zh,
    now.zh,
    { field: label, before: old, after: now },
  ])
}

export const policyRows = {
  policy: policyRow('policy', { id: 'id', version: 'version' }),
  policy_adoption: policyRow('policyAdoption', { id: 'policy_id', version: 'policy_version' }),
  policy_draft: {
    subject: 'policyDraft',
    tell: (change, { dictionary }) => ({
      key: String(change.key[0]),
      name: String(inShort(parsed((change.after ?? change.before)!, 'document')['title'])),
      year: null,
      pairs: [presence(change), ...draftPairs(change.before, change.after, dictionary)],
    }),
  },
} satisfies RowsInLog
