import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: {},
  operations: { appeals: { enter: 'Counts of appeals', saveSubjects: 'Subjects of appeals' } },
  texts: {},
}
