import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: {},
  operations: { registration: { enter: 'Counts of the housing register', import: 'Counts of the housing register, imported' } },
  texts: {},
}
