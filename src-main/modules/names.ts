/**
 * The one list of subjects, in the order of the navigation. Every other list of modules is a record over these names, so that a module
 * which is forgotten somewhere does not compile.
 */
export const MODULE_NAMES = [
  'results',
  'years',
  'units',
  'communities',
  'imports',
  'completeness',
  'ledger',
  'projects',
  'receipts',
  'self-evaluation',
  'dictionary',
  'overrides',
  'catalogue',
  'targets',
  'registration',
  'appeals',
  'requests',
  'teams',
  'renovation',
  'policies',
  'what-if',
  'scenarios',
  'analysis',
  'comparison',
  'documents',
  'statistics',
  'rollup',
  'history',
  'plans',
  'calendar',
  'command-line',
] as const
export type ModuleName = (typeof MODULE_NAMES)[number]
