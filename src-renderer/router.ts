import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'

/** The pages of the shell, in the order of the navigation. */
export const PAGES = [
  'overview',
  'years',
  'units',
  'communities',
  'import',
  'completeness',
  'ledger',
  'dictionary',
  'classification',
  'allocation',
  'overrides',
  'policy',
  'what-if',
  'scenarios',
  'analysis',
  'comparison',
  'documents',
  'statistics',
  'rollup',
  'history',
  'plans',
  'help',
] as const
export type PageName = (typeof PAGES)[number]

const views: Record<PageName, () => Promise<unknown>> = {
  overview: () => import('./modules/results/overview/OverviewPage.vue'),
  years: () => import('./modules/years/YearsPage.vue'),
  units: () => import('./modules/units/UnitsPage.vue'),
  communities: () => import('./modules/communities/CommunitiesPage.vue'),
  import: () => import('./modules/imports/ImportPage.vue'),
  completeness: () => import('./modules/completeness/CompletenessPage.vue'),
  ledger: () => import('./modules/ledger/LedgerPage.vue'),
  dictionary: () => import('./modules/dictionary/DictionaryPage.vue'),
  classification: () => import('./modules/results/classification/ClassificationPage.vue'),
  allocation: () => import('./modules/results/allocation/AllocationPage.vue'),
  overrides: () => import('./modules/overrides/OverridesPage.vue'),
  policy: () => import('./modules/policies/PolicyPage.vue'),
  'what-if': () => import('./modules/what-if/WhatIfPage.vue'),
  scenarios: () => import('./modules/scenarios/ScenariosPage.vue'),
  analysis: () => import('./modules/analysis/AnalysisPage.vue'),
  comparison: () => import('./modules/comparison/ComparisonPage.vue'),
  documents: () => import('./modules/documents/DocumentsPage.vue'),
  statistics: () => import('./modules/statistics/StatisticsPage.vue'),
  rollup: () => import('./modules/rollup/RollupPage.vue'),
  history: () => import('./modules/history/HistoryPage.vue'),
  plans: () => import('./modules/plans/PlansPage.vue'),
  help: () => import('./shell/help/HelpPage.vue'),
}

const pages: RouteRecordRaw[] = PAGES.map((name) => ({ path: `/${name}`, name, component: views[name] as never }))

/** Hash addresses, so that the same build works behind the loopback host and in the window's own scheme. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: { name: 'overview' } },
    ...pages,
    { path: '/print/allocation', name: 'print-allocation', component: () => import('./modules/results/print/AllocationPrint.vue'), meta: { bare: true } },
    {
      path: '/print/classification',
      name: 'print-classification',
      component: () => import('./modules/results/print/ClassificationPrint.vue'),
      meta: { bare: true },
    },
    { path: '/print/comparison', name: 'print-comparison', component: () => import('./modules/comparison/ComparisonPrint.vue'), meta: { bare: true } },
    { path: '/print/overrides', name: 'print-overrides', component: () => import('./modules/overrides/OverridesPrint.vue'), meta: { bare: true } },
    { path: '/print/payers', name: 'print-payers', component: () => import('./modules/results/print/PayersPrint.vue'), meta: { bare: true } },
    { path: '/print/statement', name: 'print-statement', component: () => import('./modules/results/print/StatementPrint.vue'), meta: { bare: true } },
    {
      path: '/print/certificate',
      name: 'print-certificate',
      component: () => import('./modules/rollup/CertificatePrint.vue'),
      meta: { bare: true },
    },
    { path: '/print/statistics', name: 'print-statistics', component: () => import('./modules/statistics/StatisticsPrint.vue'), meta: { bare: true } },
    { path: '/print/history', name: 'print-history', component: () => import('./modules/history/HistoryPrint.vue'), meta: { bare: true } },
    { path: '/:rest(.*)*', redirect: { name: 'overview' } },
  ],
})
