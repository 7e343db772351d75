import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: { completeness: 'Completeness' },

  operations: {},

  texts: {
    completeness: {
      title: 'Completeness',
      search: 'Search',
      delivered: 'Communities delivered',
      share: 'Filled in',
      owing: 'Subdistricts owing a sheet',
      undecided: 'Undecided for lack of data',
      cells: '{filled} of {asked} cells',
      subdistricts: 'Subdistricts',
      gaps: 'What is missing',
      matters: 'Missing and decisive',
      others: 'Also missing',
      lastChange: 'Last delivery',
      lastFile: 'Last file: {file}',
      state: 'State',
      owes: 'owes',
      complete: 'complete',
      partly: 'gaps',
      matterCount: 'Decisive',
      onlyMatters: 'Only decisive',
      none: 'Nothing is missing',
      noneNote: 'The indicators of every community are there.',
      noneHere: 'Nothing is missing here',
      go: 'Fill in {indicator} of {name} in the table',
      goRow: 'See {name} in the table',
      mattersNote: 'Only these can change a class or an amount; whatever the others are, the result is the same',
      notDelivered: 'not delivered',
      notComputed: "Classes and amounts can't be computed, so it is not known which missing values matter",
      ofCommunities: '{shown} communities with gaps',
      nothingMissing: 'none',
    },
  },
}
