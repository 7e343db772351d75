import type { Shown } from '../shown.ts'

export const shown = {
  pages: { requests: { section: 'governance', view: () => import('./RequestsPage.vue') } },
  prints: { request: () => import('./RequestPrint.vue') },
} as const satisfies Shown
