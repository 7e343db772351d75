import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.ledgerDiffers': {
      status: 409,
      zh: '支出 {spentFen} 与结余 {carriedFen} 之和不等于核定的 {allocatedFen}，相差 {byFen}。请核对。',
      en: 'Spent {spentFen} and carried over {carriedFen} are together not the {allocatedFen} allocated; the difference is {byFen}. Please check.',
    },
    'plan.ledgerDropped': {
      status: 409,
      zh: '本年已登记的经费使用情况[（核定 {allocatedFen}）]随社区撤销而不再列出，记录中仍可查到。',
      en: "The use of this year's money[ (allocated {allocatedFen})] is no longer listed, as the community is dissolved. The change log still has it.",
    },
  },

  summaries: {
    ledgerApply: { zh: '{year}年 {file}：更改{count}个金额', en: '{year}, {file}: {count} amounts changed' },
    ledgerClear: { zh: '{year}年 {community} {field} 清空', en: '{year}, {community}: {field} taken out' },
    ledgerUpdate: { zh: '{year}年 {community} {field} {amountFen}', en: '{year}, {community}: {field} {amountFen}' },
    ledgerUpdateMany: { zh: '{year}年 {field}等{count}个金额', en: '{year}: {field} and others, {count} amounts in all' },
  },

  subjects: { ledger: { zh: '经费使用', en: 'Use of funds' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
