import { parsed, presence, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'

/** A scenario's policy is too long to be read here; that it changed is told by its id and version. */
function policyPair(before: Row | null, after: Row | null): Pair[] {
  if (before?.policy === after?.policy) return []
  const named = (row: Row | null): string | null =>
    row === null ? null : `${parsed(row, 'policy')['id']} ${parsed(row, 'policy')['version']}`
  return [['policy', named(before), named(after) === named(before) ? `${named(after)} *` : named(after)]]
}

export const scenarioRows = {
  scenario: {
    subject: 'scenario',
    tell: (change) => {
      const { before, after } = change
      return {
        key: String(change.key[0]),
        name: String((after ?? before)!.name),
        year: null,
        pairs: [
          presence(change),
          ['name', before?.name ?? null, after?.name ?? null],
          ['note', before?.note ?? null, after?.note ?? null],
          ...policyPair(before, after),
        ],
      }
    },
  },
} satisfies RowsInLog
