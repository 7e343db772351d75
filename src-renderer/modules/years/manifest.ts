import type { Shown } from '../shown.ts'

export const shown = { pages: { years: { section: 'data', view: () => import('./YearsPage.vue') } }, prints: {} } as const satisfies Shown
