import type { Shown } from '../shown.ts'

export const shown = {
  pages: {
    'class-change': { section: 'result', view: () => import('./ClassChangePage.vue') },
    measures: { section: 'result', view: () => import('./MeasuresPage.vue') },
    tasks: { section: 'result', view: () => import('./TasksPage.vue') },
    services: { section: 'result', view: () => import('./ServicesPage.vue') },
    'work-plan': { section: 'result', view: () => import('./WorkPlanPage.vue') },
  },
  prints: {},
} as const satisfies Shown
