import type { Shown } from '../shown.ts'

export const shown = {
  pages: {
    'class-change': { section: 'whatIf', view: () => import('./ClassChangePage.vue') },
    measures: { section: 'governance', view: () => import('./MeasuresPage.vue') },
    tasks: { section: 'governance', view: () => import('./TasksPage.vue') },
    services: { section: 'governance', view: () => import('./ServicesPage.vue') },
    'work-plan': { section: 'governance', view: () => import('./WorkPlanPage.vue') },
  },
  prints: { workPlan: () => import('./WorkPlanPrint.vue') },
} as const satisfies Shown
