import type { Shown } from '../shown.ts'

export const shown = {
  pages: { dictionary: { section: 'data', view: () => import('./DictionaryPage.vue') } },
  prints: {},
} as const satisfies Shown
