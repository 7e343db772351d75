import { inShort, numbersOfCommunity, parsed, partPairs, presence, type RowsInLog } from '../../desk/row-in-log.ts'

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
  catalogue_exception: numbersOfCommunity('catalogueException', ['answer', 'reason']),
  measure_count: numbersOfCommunity('measureCount', ['planned', 'done']),
  service_offer: numbersOfCommunity('serviceOffer', ['people', 'cases', 'metres']),
} satisfies RowsInLog
