import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: { comparison: 'Compare' },

  operations: {},

  texts: {
    comparison: {
      title: 'Compare',
      choose: 'Plans to compare',
      years: 'Plans of the years',
      lastYears: 'Last year, as delivered',
      lastYearOf: 'Last year ({last})',
      adopted: 'Adopted',
      adoptedNamed: '{title} ({year})',
      others: 'Others',
      sideNumber: 'Plan {number}',
      take: 'Take out plan {number}',
      add: 'Add …',
      totals: 'Totals',
      plan: 'Plan',
      amount: 'Total',
      net: 'Net',
      moved: 'Moved',
      who: '{count}, with {people} people',
      founded: 'Founded',
      vanished: 'Vanished',
      baseNote: 'All changes are against this one',
      lookAt: 'Look at this plan below',
      toMind: 'To mind',
      detail: 'Side by side',
      tabs: { classes: 'By class', matrix: 'Class to class', districts: 'Districts', subdistricts: 'Subdistricts' },
      countChange: 'Count ±',
      classChangeNote:
        'Change of a class: what its communities get against what they got in the base; vanished ones count under the class they had.',
      measure: 'Second line of a cell',
      measures: { changeFen: 'Change of money', baseFen: 'Money in the base', withFen: 'Money compared' },
      chartNote: 'From "{base}" to "{now}"',
      communities: 'Communities',
      show: 'List',
      shown: {
        changed: 'Changed',
        moved: 'Other class',
        gain: 'Gaining',
        loss: 'Losing',
        founded: 'Founded',
        vanished: 'Vanished',
        unknown: 'Amount not known',
        byHand: 'Class by hand',
        all: 'All',
      },
      presentOn: 'in {side}',
      unknownOn: 'undecided in {side}',
      dropFilter: 'Drop the filter: {filter}',
      pin: 'Pin or unpin: {name}',
      notThere: 'none',
      explainOn: 'Which plan',
      onlyDelivered:
        "Of last year only class and amount are there, as delivered with this year's data; without the figures of that time there is no reasoning to show.",
      keptNote:
        "The adopted plan keeps class, amount and the steps of that time (class by: {rule}); its figures are not kept, so the rules can't be gone through one by one.",
      printLine: 'Gains {gain} ({gainers} communities), losses {loss} ({losers} communities), net {net}',
      reasons: {
        founded: 'newly founded',
        vanished: 'dissolved',
        moved: '{from} → {to}: {why}',
        same: 'unchanged',
        amount: 'same class, other amount',
      },
    },
  },
}
