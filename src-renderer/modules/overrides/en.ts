import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: { overrides: 'Classes by hand' },

  operations: {
    overrides: {
      set: 'Set class by hand',
      clear: 'Take back class set by hand',
      setMany: 'Set classes by hand',
      clearMany: 'Take back classes set by hand',
    },
  },

  texts: {
    overrides: {
      title: 'Classes by hand',
      note: 'They go before the rules; what each costs against the rules is found by running the plan without it',
      byHand: 'Class set by hand',
      lock: 'Set or lock many …',
      clear: 'Take back marked',
      clearCount: 'Take back {count}',
      cleared: 'Back to the rules: {count} communities',
      expires: 'Last year (may be empty)',
      noEnd: 'No end',
      until: 'Until {year}',
      pastYear: 'Before {year}: it will no longer count, the rules decide',
      empty: 'No class is set by hand this year',
      emptyNote: 'Open a community under "Classification" to set its class by hand, or lock many communities at the class they have.',
      counting: 'Classes by hand that count',
      idle: '{count} more do not count',
      together: 'Cost of all together',
      togetherNote: 'against the rules alone',
      sum: 'Sum of the single costs',
      sumSame: 'the same as all together',
      sumDiffers: 'not the cost of all together: one community can change what others get',
      unknownCosts: "{count} can't be computed",
      ruleToHand: 'Rules → hand',
      why: 'Reason, document',
      validTo: 'Holds until',
      ruleAmount: 'By rules',
      amount: 'Now',
      cost: 'On the total',
      setBy: 'By whom, when',
      markAll: 'Mark all',
      markOne: 'Mark: {name}',
      markShown: 'Mark the {count} shown',
      markFirst: 'Mark communities first',
      lockTitle: 'Set many classes by hand',
      lockAction: 'Set {count}',
      lockNote: 'Locked communities keep the class they have, whatever their figures become. Those set by hand already stay as they are.',
      asIs: 'The class they have (lock)',
      setDone: '{set} communities set by hand; {kept} were so before and stay',
      states: { counts: 'Counts', expired: 'Expired', unknownClass: 'No such class' },
    },
  },
}
