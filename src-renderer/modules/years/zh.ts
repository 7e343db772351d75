import type { ModuleTexts } from '../../locales/texts.ts'

export const zh = {
  pages: { years: '年度' },

  operations: { years: { start: '开始新年度', takeCarryOver: '带入结余' } },

  texts: {
    years: {
      title: '年度',
      start: '开始新年度',
      startNamed: '由 {from} 年开始新年度',
      startNote: '新年度沿用 {from} 年的社区和指标；{from} 年的金额、类别成为上年金额、上年类别，登记的结余成为新年度的结余指标。',
      newYear: '新年度（四位数字）',
      keepPolicy: '沿用 {from} 年的办法',
      overrides: '人工定类',
      overridesNone: '不带入，重新按办法定类',
      overridesKeep: '带入新年度（有效期已满的除外）',
      started: '已开始 {year} 年：{communities} 个社区，带入 {overrides} 个人工定类、{carryOver} 个社区的结余',
      carryOver: '{from} 年登记的结余与 {into} 年的结余指标不一致：{count} 个社区',
      carryOverNote:
        '{into} 年开始之后，{from} 年的台账又登记或更正了支出、结余（没有登记结余金额的，按核定金额减支出金额）。带入后成为 {into} 年的结余指标，可以撤销。',
      carryOverGone: '这些社区只在 {from} 年有，结余不能带入：{names}',
      registered: '登记的结余（元）',
      present: '现在的结余指标（元）',
      takeCarryOver: '带入 {count} 个社区的结余',
      withOthers: '连同已填了其他数值的 {count} 个社区，以登记的为准',
      carryOverTaken: '已带入 {count} 个社区的结余',
      toMind: '开始新年度时需要留意',
      open: '打开',
      openNamed: '打开 {year} 年',
      current: '当前',
      amount: '核定总额',
      adopted: '定稿',
      notAdopted: '未定稿',
      noResult: '按所用办法算不出结果',
      empty: '还没有可以沿用的年度',
      emptyNote: '先在一个年度中导入社区指标。',
      synthetic: '示例',
    },
  },
} as const satisfies ModuleTexts
