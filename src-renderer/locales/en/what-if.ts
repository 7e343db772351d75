import type { Messages } from '../zh/index.ts'

export const whatIf: Messages['whatIf'] = {
  removed: 'removed', title: 'What if', levers: 'Numbers to turn', searchLevers: 'Search', slide: 'Drag: {label}', backTo: 'Back to {value}', caught: 'catches {count}', fallback: 'All others are {class}: {count}',
  previous: "Last year's amount", payers: 'Who pays', total: 'Supposed total', baseWas: 'base {value}', net: 'Net change', moved: 'Change class', gain: 'Gains', loss: 'Losses', who: '{count} communities, {people} people',
  byClass: 'By class', baseCount: 'Base', newCount: 'Supposed', base: 'Base plan', supposed: 'Supposed', baseAmount: 'Base', newAmount: 'Supposed', people: 'Residents', communities: 'Communities concerned', chart: 'Chart',
  outerOnly: 'The outer {shown} of {total}; the table has all', changes: 'Differences from the base', changesCount: '{count} changes', takeBack: 'Take back: {change}', byHand: 'Class by hand', byRules: 'by the rules',
  supposeHere: 'Suppose for this community', indicator: 'Choose an indicator', value: 'Supposed value', suppose: 'Suppose', tried: 'Tried out', copyOf: '{name} copy', saveAs: 'Save as scenario', save: 'Save', scenarioName: 'Name of the scenario', nameHint: 'Such as: old courtyards 60 %', note: 'Note',
  saved: 'Scenario "{name}" saved', locked: 'Locked: save changes under another name', notSaved: 'Changes not saved', notThere: '{count} earlier suppositions no longer fit the policy', reset: 'Reset all', refused: 'This gives no result; below is still the one before:', nothingYet: 'Drag a number on the left, or type one: who moves, what it costs and who loses shows at once. At present everything is as in the base.',
  startFrom: 'From', years: 'Plans of the years', policies: "This year's data under another policy", planNow: 'Plan {year} (present)', planOf: 'Plan {year}', lockedName: '{name} (locked)',
  filters: { changed: 'Changed', moved: 'Other class', gain: 'Gain', loss: 'Lose', all: 'All' },
  charts: {
    flow: 'Flow of classes', flowNote: 'From the class in the base to the supposed one; width is the number of communities', districts: 'Shift by district', districtsNote: 'Against the base, 10,000 yuan', subdistricts: 'Shift by subdistrict', subdistrictsNote: 'Against the base, 10,000 yuan',
    ranked: 'Ranked changes', rankedNote: 'One bar a community, largest gain first, 10,000 yuan',
  },
  fields: {
    amountsFen: 'Amount', amountFen: 'Amount', rateFen: 'Rate', per: 'Per', above: 'Above', minFen: 'At least', maxFen: 'At most', totalFen: 'Total', points: 'Points', from: 'From', share: 'Share', aboveFen: 'Above', loss: 'Largest loss', gain: 'Largest gain',
    previousAmountFen: "Last year's amount", ratio: 'Ratio', fixedFen: 'Fixed amount',
  },
}
