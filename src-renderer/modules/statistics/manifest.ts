import type { Shown } from '../shown.ts'

export const shown = {
  pages: { statistics: { section: 'papers', view: () => import('./StatisticsPage.vue') } },
  prints: { statistics: () => import('./StatisticsPrint.vue') },
} as const satisfies Shown
