import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: {},
  operations: { targets: { enter: '登记现有数', import: '导入现有数' } },
  texts: {},
} as const satisfies ModuleTexts
