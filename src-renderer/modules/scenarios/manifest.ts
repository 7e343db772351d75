import type { Shown } from '../shown.ts'

export const shown = {
  pages: { scenarios: { section: 'whatIf', view: () => import('./ScenariosPage.vue') } },
  prints: {},
} as const satisfies Shown
