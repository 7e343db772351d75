import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: { registration: 'Housing register' },
  operations: { registration: { enter: 'Counts of the housing register', import: 'Counts of the housing register, imported' } },
  texts: {
    registration: {
      empty: 'No community is asked to keep a register yet',
      emptyNote:
        'Targets of the housing register say which classes keep one: please add the reference catalogue or a target under Targets; or enter counts under By quarter at once.',
      tabs: { rates: 'Register and checks', quarter: 'By quarter', lines: 'Gaps' },
      quarter: 'Quarter',
      quarterOf: 'Quarter {number}',
      register: 'Register',
      check: 'Spot checks',
      onlyNamed: 'Only where it is asked for',
      quarterNote: 'Counts only, nothing about persons. Who is missed or wrong is among the persons found.',
      sample: 'To prove',
      rate: 'Rate',
      bound: 'Target',
      expected: 'expecting faults of',
      persons: 'at least {count} persons, of whom at most {cases} are at fault',
      never: 'with so many faults expected, no sample proves it',
      tooMany: 'faults are expected so close to the target that the sample would be larger than anybody draws',
      outOfRange: 'please give numbers from 0 to 100',
      without: '{count} communities not in it',
      lodgings: 'Lodgings in system / all',
      dayRooms: 'Day rooms filed / all',
      landlords: 'Landlords reporting / all',
      tenants: 'Tenants registered',
      found: 'Found',
      interval: '95% interval',
      there: 'Tenants present',
      note: 'Of the register the last quarter known counts; spot checks are the sum of the year. Intervals are exact (Clopper-Pearson); tenants present = registered × (1 − stale share) ÷ capture; the total adds up the communities. Intervals and samples hold for persons drawn one by one at random only: where whole households or buildings are visited, their persons are missed together, and the true interval is wider.',
    },
  },
}
