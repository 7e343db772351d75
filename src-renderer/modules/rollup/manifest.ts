import type { Shown } from '../shown.ts'

export const shown = {
  pages: { rollup: { section: 'papers', view: () => import('./RollupPage.vue') } },
  prints: { certificate: () => import('./CertificatePrint.vue') },
} as const satisfies Shown
