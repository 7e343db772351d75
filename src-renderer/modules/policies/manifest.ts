import type { Shown } from '../shown.ts'

export const shown = {
  pages: { policy: { section: 'classes', view: () => import('./PolicyPage.vue') } },
  prints: {},
} as const satisfies Shown
