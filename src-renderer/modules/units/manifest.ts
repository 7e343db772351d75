import type { Shown } from '../shown.ts'

export const shown = { pages: { units: { section: 'data', view: () => import('./UnitsPage.vue') } }, prints: {} } as const satisfies Shown
