import type { Shown } from '../shown.ts'

export const shown = {
  pages: {
    overview: { section: 'top', view: () => import('./overview/OverviewPage.vue') },
    community: { section: 'classes', view: () => import('./page/CommunityPage.vue') },
    classification: { section: 'classes', view: () => import('./classification/ClassificationPage.vue') },
    allocation: { section: 'classes', view: () => import('./allocation/AllocationPage.vue') },
  },
  prints: {
    allocation: () => import('./print/AllocationPrint.vue'),
    classification: () => import('./print/ClassificationPrint.vue'),
    payers: () => import('./print/PayersPrint.vue'),
    statement: () => import('./print/StatementPrint.vue'),
    community: () => import('./print/CommunityPrint.vue'),
  },
} as const satisfies Shown
