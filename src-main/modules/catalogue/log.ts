import { columnPairs, inShort, parsed, partPairs, presence, type RowInLog, type RowsInLog } from '../../desk/row-in-log.ts'
import type { HistorySubject } from '../../model/history.ts'

/** A row keyed by year, community and item: told of the community, with the item's id. */
const rowOfCommunity = (subject: HistorySubject, columns: readonly string[]): RowInLog => ({
  subject,
  tell: (change, { nameOf }) => {
    const [year, key] = [Number(change.key[0]), String(change.key[1])]
    const { before, after } = change
    const rest = change.key.slice(2).join(' ')
    return {
      key,
      name: nameOf(key, year),
      year,
      pairs: [
        ...columnPairs(change),
        ...columns.map(
          (column) =>
            [`${rest} ${column}`, before?.[column] ?? null, after?.[column] ?? null] as [
              string,
              string | number | null,
              string | number | null,
            ],
        ),
      ],
    }
  },
})

export const catalogueRows = {
  catalogue_item: {
    subject: 'catalogueItem',
    tell: (change) => {
      const { before, after, key } = change
      return {
        key: String(key[1]),
        name: String(inShort(parsed((after ?? before)!, 'item')['title'])),
        year: Number(key[0]),
        pairs: before === null || after === null ? [presence(change)] : partPairs(parsed(before, 'item'), parsed(after, 'item')),
      }
    },
  },
  catalogue_exception: rowOfCommunity('catalogueException', ['answer', 'reason']),
  measure_count: rowOfCommunity('measureCount', ['planned', 'done']),
  service_offer: rowOfCommunity('serviceOffer', ['people', 'cases', 'metres']),
} satisfies RowsInLog
