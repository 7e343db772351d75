import type { Shown } from '../shown.ts'

export const shown = {
  pages: { comparison: { section: 'whatIf', view: () => import('./ComparisonPage.vue') } },
  prints: { comparison: () => import('./ComparisonPrint.vue') },
} as const satisfies Shown
