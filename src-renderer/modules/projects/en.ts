import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: {},

  operations: {
    projects: {
      add: 'Project entered',
      edit: 'Project register changed',
      step: 'Step of a project entered',
      takeBack: 'Step of a project taken back',
      answer: 'Use of a project confirmed',
      remove: 'Project removed',
      rules: 'Rules of projects changed',
      close: 'Project register closed or opened',
      apply: 'Project register imported',
    },
  },

  texts: {},
}
