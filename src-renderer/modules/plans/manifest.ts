import type { Shown } from '../shown.ts'

export const shown = {
  pages: {
    plans: { section: 'file', view: () => import('./PlansPage.vue') },
    settings: { section: 'file', view: () => import('./SettingsPage.vue') },
  },
  prints: {},
} as const satisfies Shown
