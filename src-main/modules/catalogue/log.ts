import type { Answer } from '../../model/catalogue.ts'
import type { Text } from '../../model/text.ts'
import { ANSWER_WORDS } from '../../words/catalogue-fields.ts'
import { inShort, numbersOfCommunity, parsed, partPairs, presence, type LogReader, type RowsInLog } from '../../desk/row-in-log.ts'

const title = ([item]: readonly unknown[], year: number, { itemOf }: LogReader): Required<Text> => itemOf(String(item), year)
const plain = (value: unknown): Text => (typeof value === 'string' ? { zh: value, en: value } : { zh: '', en: '' })

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
  catalogue_exception: numbersOfCommunity(
    'catalogueException',
    { answer: { zh: '决定', en: 'decision' }, reason: { zh: '理由', en: 'reason' } },
    title,
    (column, value) => (column === 'answer' && value !== undefined ? ANSWER_WORDS[value as Answer] : plain(value)),
  ),
  measure_count: numbersOfCommunity(
    'measureCount',
    { planned: { zh: '计划', en: 'planned' }, done: { zh: '完成', en: 'done' } },
    ([item, period], year, { itemOf }) => {
      const { zh, en } = itemOf(String(item), year)
      return { zh: `${zh} 第${String(period)}期`, en: `${en}, period ${String(period)}` }
    },
  ),
  service_offer: numbersOfCommunity(
    'serviceOffer',
    {
      people: { zh: '服务人数', en: 'people served' },
      cases: { zh: '年件数', en: 'cases a year' },
      metres: { zh: '每件少走（米）', en: 'metres saved a case' },
    },
    title,
  ),
} satisfies RowsInLog
