import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: { years: 'Years' },

  operations: { years: { start: 'Start year', takeCarryOver: 'Take carry-over' } },

  texts: {
    years: {
      title: 'Years',
      start: 'Start a year',
      startNamed: 'Start a year from {from}',
      startNote:
        "The new year takes over the communities and indicators of {from}. Amounts and classes of {from} become last year's, and what the ledger says is left becomes the carry-over of the new year.",
      newYear: 'New year (four digits)',
      keepPolicy: 'The policy of {from}',
      overrides: 'Classes set by hand',
      overridesNone: 'Leave them behind; the policy decides anew',
      overridesKeep: 'Take them over, except those whose end has come',
      started: 'Year {year} started: {communities} communities, {overrides} classes set by hand, carry-over of {carryOver} communities',
      carryOver: 'The carry-over registered in {from} is not what {into} has: {count} communities',
      carryOverNote:
        'After {into} was started, spending or carry-over was entered or corrected in the ledger of {from} (where no carry-over was entered, it is allocated less spent). Taken over, it becomes the indicator of {into}; this can be undone.',
      carryOverGone: 'These communities are in {from} only, so their carry-over stays behind: {names}',
      registered: 'Registered (yuan)',
      present: 'Indicator now (yuan)',
      takeCarryOver: 'Take the carry-over of {count} communities',
      withOthers: 'also of the {count} that have another value; the registered one counts then',
      carryOverTaken: 'Carry-over of {count} communities taken over',
      toMind: 'To mind in the new year',
      open: 'Open',
      openNamed: 'Open {year}',
      current: 'open',
      amount: 'Amount',
      adopted: 'Adopted',
      notAdopted: 'not adopted',
      noResult: 'The policy in use gives no result',
      empty: 'There is no year to start from',
      emptyNote: 'Import the indicators of a year first.',
      synthetic: 'sample',
    },
  },
}
