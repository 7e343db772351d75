import type { Shown } from '../shown.ts'

export const shown = {
  pages: { documents: { section: 'papers', view: () => import('./DocumentsPage.vue') } },
  prints: {},
} as const satisfies Shown
