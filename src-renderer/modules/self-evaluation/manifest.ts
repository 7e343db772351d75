import type { Shown } from '../shown.ts'

export const shown = {
  pages: { selfEvaluation: { section: 'spending', view: () => import('./SelfEvaluationPage.vue') } },
  prints: { selfEvaluation: () => import('./SelfEvaluationPrint.vue') },
} as const satisfies Shown
