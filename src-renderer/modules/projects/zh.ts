import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: {},

  operations: {
    projects: {
      add: '登记项目',
      edit: '修改项目台账',
      step: '登记项目步骤',
      takeBack: '收回项目步骤',
      answer: '核实项目用途',
      remove: '删除项目',
      rules: '修改项目规则',
      close: '项目台账结账',
      apply: '导入项目台账',
    },
  },

  texts: {},
} as const satisfies ModuleTexts
