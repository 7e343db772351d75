import type { Shown } from '../shown.ts'

export const shown = {
  pages: { targets: { section: 'governance', view: () => import('./TargetsPage.vue') } },
  prints: { targetGaps: () => import('./GapsPrint.vue') },
} as const satisfies Shown
