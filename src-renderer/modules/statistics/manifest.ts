import type { Shown } from '../shown.ts'

export const shown = {
  pages: { statistics: { section: 'file', view: () => import('./StatisticsPage.vue') } },
  prints: { statistics: () => import('./StatisticsPrint.vue') },
} as const satisfies Shown
