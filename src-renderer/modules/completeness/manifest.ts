import type { Shown } from '../shown.ts'

export const shown = {
  pages: { completeness: { section: 'data', view: () => import('./CompletenessPage.vue') } },
  prints: {},
} as const satisfies Shown
