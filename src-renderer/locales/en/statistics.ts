import type { Messages } from '../zh/index.ts'

export const statistics: Messages['statistics'] = {
  title: 'Statistics', settings: 'Settings …', print: 'Print', export: 'Export Excel', exported: 'Exported {file}', saved: 'Settings of the statistics saved', item: 'Item', empty: 'No communities this year', emptyNote: 'Once indicators are imported, communities are counted here by urban and township, class and district.',
  note: 'A fund is in place where the amount is above zero; allocated, spent and execution rate are about communities that have reported both.', undecidedNote: '{count} communities have no amount yet: they add no money and don\'t count as having a fund in place.', counts: 'number', defaultTitle: 'Service fund of communities, statistics {year}',
  settingsTitle: 'Settings of the statistics', save: 'Save', ownTitle: 'Title (empty: as delivered)', columnsLabel: 'Columns', sectionsLabel: 'Sections', areaLabel: 'Urban and township', areaIndicator: 'By which category', noArea: 'Not told apart', urban: 'Urban', township: 'Township', neither: 'Neither', atLeastOne: 'Choose at least one column.',
  sections: { area: 'Urban and township', class: 'By class', district: 'By district' },
  columns: { communities: 'Communities', inPlace: 'Fund in place', amount: 'This year', average: 'Per community', previous: 'Last year', change: 'Change', urban: 'Urban', urbanAmount: 'Urban fund', township: 'Township', townshipAmount: 'Township fund', reported: 'Reported', allocated: 'Allocated', spent: 'Spent', rate: 'Execution rate', carried: 'Carried over' },
}
