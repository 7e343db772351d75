import type { Shown } from '../shown.ts'

export const shown = {
  pages: { registration: { section: 'governance', view: () => import('./RegistrationPage.vue') } },
  prints: {},
} as const satisfies Shown
