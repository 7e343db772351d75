import type { Shown } from '../shown.ts'

export const shown = { pages: { plans: { section: 'file', view: () => import('./PlansPage.vue') } }, prints: {} } as const satisfies Shown
