import { classEffect } from '../../engine/index.ts'
import { moneyInWords } from '../../words/money.ts'

/** The first effect of a class: the community's amount of the year, in fen; null: unknown. */
export const moneyEffect = classEffect<{ fen: number | null }>({
  key: 'money',
  title: { zh: '本年金额', en: 'Amount of the year' },
  of: (_, { amounts }, row) => [{ fen: Number.isNaN(amounts[row]!) ? null : amounts[row]! }],
  figures: [{ key: 'money', title: { zh: '本年金额', en: 'Amount of the year' }, unit: 'fen', of: (_, { amounts }) => amounts }],
  about: () => 'money',
  words: ({ fen }) => (fen === null ? { zh: '未定', en: 'undecided' } : { zh: moneyInWords(fen, 'zh'), en: moneyInWords(fen, 'en') }),
})
