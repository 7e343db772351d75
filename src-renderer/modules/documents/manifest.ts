import type { Shown } from '../shown.ts'

export const shown = {
  pages: { documents: { section: 'file', view: () => import('./DocumentsPage.vue') } },
  prints: {},
} as const satisfies Shown
