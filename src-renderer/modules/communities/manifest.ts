import type { Shown } from '../shown.ts'

export const shown = {
  pages: { communities: { section: 'data', view: () => import('./CommunitiesPage.vue') } },
  prints: {},
} as const satisfies Shown
