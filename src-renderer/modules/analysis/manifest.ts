import type { Shown } from '../shown.ts'

export const shown = {
  pages: { analysis: { section: 'whatIf', view: () => import('./AnalysisPage.vue') } },
  prints: {},
} as const satisfies Shown
