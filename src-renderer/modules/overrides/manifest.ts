import type { Shown } from '../shown.ts'

export const shown = {
  pages: { overrides: { section: 'classes', view: () => import('./OverridesPage.vue') } },
  prints: { overrides: () => import('./OverridesPrint.vue') },
} as const satisfies Shown
