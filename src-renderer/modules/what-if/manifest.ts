import type { Shown } from '../shown.ts'

export const shown = {
  pages: { 'what-if': { section: 'whatIf', view: () => import('./WhatIfPage.vue') } },
  prints: {},
} as const satisfies Shown
