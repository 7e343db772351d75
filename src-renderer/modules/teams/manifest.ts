import type { Shown } from '../shown.ts'

export const shown = {
  pages: { teams: { section: 'governance', view: () => import('./TeamsPage.vue') } },
  prints: {},
} as const satisfies Shown
