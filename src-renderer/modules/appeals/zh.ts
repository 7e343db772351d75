import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: {},
  operations: { appeals: { enter: '录入诉求件数', saveSubjects: '修改诉求主题' } },
  texts: {},
} as const satisfies ModuleTexts
