import type { Messages } from '../zh/index.ts'

export const policy: Messages['policy'] = {
  title: 'Policy',
  list: 'Policies',
  inUse: 'in use',
  use: 'Use for {year}',
  used: 'Now in use: {title}',
  export: 'Export JSON',
  import: 'Import JSON …',
  imported: 'Added: {title}',
  importProblems: "This file can't be used as a policy",
  importWarnings: 'It can be used, but please note',
  importAnyway: 'Add it anyway',
  version: 'version {version}',
  effective: 'from {year}',
  document: 'Based on: {title}',
  classes: 'Classes',
  rules: 'Rules for the class',
  rulesNote: 'Tried from top to bottom; the first that holds decides.',
  ruleOutcome: 'then {class}',
  fallbackRule: 'None of them: {class}',
  steps: 'How the amount is calculated',
  stepsNote: 'One step after the other.',
  split: 'Who pays',
  splitDefault: 'city {city} : district {district}',
  splitDistrict: '{name}: city {city} : district {district}',
  noSplit: 'The policy says nothing on how city and district share.',
  previousAmount: 'A community without an amount of last year counts with {amount}.',
  columnClass: 'Class',
  columnDescription: 'Character',
}

export const words: Messages['words'] = { all: 'All of these hold', any: 'One of these holds', not: 'This does not hold' }
