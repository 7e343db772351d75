import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: { plans: '方案文件' },

  operations: { plan: { create: '新建方案', open: '打开方案', close: '关闭方案', useYear: '切换年度', adopt: '定稿' } },

  texts: {
    plans: {
      title: '方案文件',
      folder: '文件夹：{folder}',
      create: '新建方案',
      createNote: '方案文件保存在数据文件夹中。',
      name: '方案名称',
      year: '年度',
      policy: '办法',
      withSample: '装入示例城市（180 个社区，合成数据）',
      createButton: '新建并打开',
      open: '打开',
      opened: '已打开：{name}',
      created: '已新建：{name}',
      current: '使用中',
      modified: '修改时间',
      size: '大小',
      empty: '数据文件夹中还没有方案文件',
      emptyNote: '在右侧新建一个。可以先装入示例城市试用。',
      adopted: '定稿',
      adopt: '把当前结果定稿',
      adoptNote: '定稿后原样保存，以后修改指标或办法都不影响它。',
      adoptTitle: '标题',
      adoptedDone: '已定稿：{title}',
      adoptedEmpty: '还没有定稿。',
      adoptedAt: '定稿时间',
      amount: '金额',
      print: '打印',
      defaultAdoptTitle: '{year} 年度服务群众专项经费分配方案',
      defaultName: '{year} 年度方案',
      standardPolicy: '默认办法',
    },
  },
} as const satisfies ModuleTexts
