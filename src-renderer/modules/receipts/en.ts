import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: {},

  operations: {
    receipts: { add: 'Receipts entered', save: 'Receipt corrected', remove: 'Receipt removed', instalments: 'Instalments changed' },
  },

  texts: {},
}
