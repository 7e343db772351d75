import type { Shown } from '../shown.ts'

export const shown = {
  pages: { teams: { section: 'governance', view: () => import('./TeamsPage.vue') } },
  prints: { teams: () => import('./TeamsPrint.vue'), teamAreas: () => import('./TeamAreasPrint.vue') },
} as const satisfies Shown
