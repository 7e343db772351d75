import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: {},

  operations: { receipts: { add: '登记到账', save: '改正到账', remove: '删除到账', instalments: '修改拨付期次' } },

  texts: {},
} as const satisfies ModuleTexts
