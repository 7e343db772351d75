import type { Shown } from '../shown.ts'

export const shown = {
  pages: { appeals: { section: 'governance', view: () => import('./AppealsPage.vue') } },
  prints: { appealList: () => import('./AppealsPrint.vue') },
} as const satisfies Shown
