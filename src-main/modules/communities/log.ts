import { columnPairs, communityRow, parsed, partPairs, plainRow, presence, type RowsInLog } from '../../desk/row-in-log.ts'

export const communityRows = {
  community: {
    subject: 'community',
    tell: (change) => ({
      key: String(change.key[0]),
      name: String((change.after ?? change.before)!.name),
      year: null,
      pairs: columnPairs(change),
    }),
  },
  community_year: communityRow('community', (change) => [
    presence(change),
    ...partPairs(parsed(change.before, 'facts'), parsed(change.after, 'facts')),
  ]),
  refused_entry: plainRow('refusedEntry', (row) => row.text),
} satisfies RowsInLog
