import type { Shown } from '../shown.ts'

export const shown = {
  pages: {
    plans: { section: 'settings', view: () => import('./PlansPage.vue') },
    settings: { section: 'settings', view: () => import('./SettingsPage.vue') },
  },
  prints: {},
} as const satisfies Shown
