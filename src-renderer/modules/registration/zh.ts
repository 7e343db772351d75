import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: {},
  operations: { registration: { enter: '登记以房管人数目', import: '导入以房管人数目' } },
  texts: {},
} as const satisfies ModuleTexts
