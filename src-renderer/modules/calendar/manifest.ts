import type { Shown } from '../shown.ts'

export const shown = {
  pages: { calendar: { section: 'settings', view: () => import('./CalendarPage.vue') } },
  prints: {},
} as const satisfies Shown
