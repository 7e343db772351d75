import { presence, type LogReader, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'
import type { Text } from '../../model/text.ts'

const NOTHING: Required<Text> = { zh: '', en: '' }
const LABEL: Required<Text> = { zh: '办法', en: 'Policy' }

/** Which policy a year has, by its title in both languages. */
function policyPair(before: Row | null, after: Row | null, { policyOf }: LogReader): Pair {
  const named = (row: Row | null): Required<Text> | null =>
    row === null ? null : policyOf(String(row.policy_id), String(row.policy_version))
  const [was, is] = [named(before), named(after)]
  return ['policy', was?.zh ?? null, is?.zh ?? null, { field: LABEL, before: was ?? NOTHING, after: is ?? NOTHING }]
}

export const yearRows = {
  year: {
    subject: 'year',
    tell: (change, reader) => {
      const { before, after } = change
      const year = String(change.key[0])
      return {
        key: year,
        name: year,
        year: Number(year),
        pairs: [presence(change), policyPair(before, after, reader), ['synthetic', before?.synthetic ?? null, after?.synthetic ?? null]],
      }
    },
  },
} satisfies RowsInLog
