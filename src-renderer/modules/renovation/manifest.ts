import type { Shown } from '../shown.ts'

export const shown = {
  pages: { renovation: { section: 'spending', view: () => import('./RenovationPage.vue') } },
  prints: { renovation: () => import('./RenovationPrint.vue') },
} as const satisfies Shown
