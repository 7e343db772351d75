import type { Shown } from '../shown.ts'

export const shown = {
  pages: { policy: { section: 'result', view: () => import('./PolicyPage.vue') } },
  prints: {},
} as const satisfies Shown
