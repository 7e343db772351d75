import type { Shown } from '../shown.ts'

export const shown = {
  pages: {
    projects: { section: 'spending', view: () => import('./ProjectsPage.vue') },
    supervision: { section: 'spending', view: () => import('./SupervisionPage.vue') },
  },
  prints: { publication: () => import('./PublicationPrint.vue'), filing: () => import('./FilingPrint.vue') },
} as const satisfies Shown
