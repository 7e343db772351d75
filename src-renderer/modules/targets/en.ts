import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: {},
  operations: { targets: { enter: 'What is present of targets', import: 'What is present of targets, imported' } },
  texts: {},
}
