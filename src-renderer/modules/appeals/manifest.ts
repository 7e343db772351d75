import type { Shown } from '../shown.ts'

export const shown = {
  pages: { appeals: { section: 'governance', view: () => import('./AppealsPage.vue') } },
  prints: {},
} as const satisfies Shown
