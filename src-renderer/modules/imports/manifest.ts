import type { Shown } from '../shown.ts'

export const shown = { pages: { import: { section: 'data', view: () => import('./ImportPage.vue') } }, prints: {} } as const satisfies Shown
