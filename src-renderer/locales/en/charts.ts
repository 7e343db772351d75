import type { SameTexts } from '../texts.ts'

export const charts: SameTexts<typeof import('../zh/charts.ts').charts> = {
  save: 'Save "{title}" as {kind}',
  count: 'Communities',
  total: 'Total',
  now: 'Now {value}',
  yuanPerResident: 'yuan per resident',
  residentsShare: 'Share of residents',
  moneyShare: 'Share of money',
  lorenz: 'Lorenz curve',
  equal: 'Equal per resident',
  spent: 'Spent',
  carried: 'Carried over',
  rate: 'Execution rate',
}
