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
  overview: () => import('./views/overview/OverviewPage.vue'),
  years: () => import('./views/years/YearsPage.vue'),
  units: () => import('./views/units/UnitsPage.vue'),
  communities: () => import('./views/communities/CommunitiesPage.vue'),
  import: () => import('./views/import/ImportPage.vue'),
  completeness: () => import('./views/completeness/CompletenessPage.vue'),
  ledger: () => import('./views/ledger/LedgerPage.vue'),
  dictionary: () => import('./views/dictionary/DictionaryPage.vue'),
  classification: () => import('./views/classification/ClassificationPage.vue'),
  allocation: () => import('./views/allocation/AllocationPage.vue'),
  overrides: () => import('./views/overrides/OverridesPage.vue'),
  policy: () => import('./views/policy/PolicyPage.vue'),
  'what-if': () => import('./views/what-if/WhatIfPage.vue'),
  scenarios: () => import('./views/scenarios/ScenariosPage.vue'),
  analysis: () => import('./views/analysis/AnalysisPage.vue'),
  comparison: () => import('./views/comparison/ComparisonPage.vue'),
  documents: () => import('./views/documents/DocumentsPage.vue'),
  statistics: () => import('./views/statistics/StatisticsPage.vue'),
  rollup: () => import('./views/rollup/RollupPage.vue'),
  history: () => import('./views/history/HistoryPage.vue'),
  plans: () => import('./views/plans/PlansPage.vue'),
  help: () => import('./views/help/HelpPage.vue'),
}

const pages: RouteRecordRaw[] = PAGES.map((name) => ({ path: `/${name}`, name, component: views[name] as never }))

/** Hash addresses, so that the same build works behind the loopback host and in the window's own scheme. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: { name: 'overview' } },
    ...pages,
    { path: '/print/allocation', name: 'print-allocation', component: () => import('./print/AllocationPrint.vue'), meta: { bare: true } },
    {
      path: '/print/classification',
      name: 'print-classification',
      component: () => import('./print/ClassificationPrint.vue'),
      meta: { bare: true },
    },
    { path: '/print/comparison', name: 'print-comparison', component: () => import('./print/ComparisonPrint.vue'), meta: { bare: true } },
    { path: '/print/overrides', name: 'print-overrides', component: () => import('./print/OverridesPrint.vue'), meta: { bare: true } },
    { path: '/print/payers', name: 'print-payers', component: () => import('./print/PayersPrint.vue'), meta: { bare: true } },
    { path: '/print/statement', name: 'print-statement', component: () => import('./print/StatementPrint.vue'), meta: { bare: true } },
    {
      path: '/print/certificate',
      name: 'print-certificate',
      component: () => import('./print/RollupCertificatePrint.vue'),
      meta: { bare: true },
    },
    { path: '/print/statistics', name: 'print-statistics', component: () => import('./print/StatisticsPrint.vue'), meta: { bare: true } },
    { path: '/print/history', name: 'print-history', component: () => import('./print/HistoryPrint.vue'), meta: { bare: true } },
    { path: '/:rest(.*)*', redirect: { name: 'overview' } },
  ],
})
