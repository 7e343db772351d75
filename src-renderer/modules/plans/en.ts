import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: { plans: 'Plan files' },

  operations: { plan: { create: 'Create plan', open: 'Open plan', close: 'Close plan', useYear: 'Change year', adopt: 'Adopt' } },

  texts: {
    plans: {
      title: 'Plan files',
      folder: 'Folder: {folder}',
      create: 'New plan',
      createNote: 'Plan files are kept in the data folder.',
      name: 'Name',
      year: 'Year',
      policy: 'Policy',
      withSample: 'With the sample city (180 communities, synthetic data)',
      createButton: 'Create and open',
      open: 'Open',
      opened: 'Opened: {name}',
      created: 'Created: {name}',
      current: 'open',
      modified: 'Modified',
      size: 'Size',
      empty: 'There are no plan files in the data folder yet',
      emptyNote: 'Create one on the right. The sample city is a good start.',
      adopted: 'Adopted plans',
      adopt: 'Adopt the present result',
      adoptNote: 'An adopted plan is kept as it is; later changes of indicators or policy do not touch it.',
      adoptTitle: 'Title',
      adoptedDone: 'Adopted: {title}',
      adoptedEmpty: 'Nothing has been adopted yet.',
      adoptedAt: 'Adopted',
      amount: 'Amount',
      print: 'Print',
      defaultAdoptTitle: 'Service fund {year}: allocation plan',
      defaultName: 'Plan {year}',
      standardPolicy: 'Default policy',
    },
  },
}
