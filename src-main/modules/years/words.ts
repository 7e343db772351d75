import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.ownPolicyEnds': {
      status: 409,
      zh: '{district}上年保留了自己的办法“{name}”，没有带到新年度，新年度按本市办法计算。合并该区新年度的方案包时可再选择保留。',
      en: '{district} had kept its own policy "{name}", which was not taken over: the new year is computed by the city\'s policy. When its package of the new year is merged, this can be decided again.',
    },
    'plan.yearUnknown': { status: 404, zh: '方案中没有 {year} 年。', en: 'The plan has no year {year}.' },
    'plan.yearExists': { status: 409, zh: '方案中已经有 {year} 年。', en: 'The plan already has the year {year}.' },
    'plan.yearNotLast': {
      status: 409,
      zh: '不能建立 {year} 年：方案中已有 {last} 年的数据，新的一年只能接在最后一年之后。',
      en: "{year} can't be started: the plan has figures for {last}, and a new year can only follow the last one.",
    },
    'plan.yearEmpty': {
      status: 409,
      zh: '{year} 年还没有社区，没有可以沿用的内容。',
      en: '{year} has no communities yet, so there is nothing to start from.',
    },
    'plan.yearUndecided': {
      status: 409,
      zh: '{year} 年还没有定完，上年的金额和类别无从确定：[{undecided} 个社区没有定类；][{unknown} 个社区算不出金额；]请先补齐所缺的指标，或先定案。',
      en: '{year} is still open, so amounts and classes of last year are not known: [communities without a class: {undecided}; ][communities without an amount: {unknown}; ]please fill in what is missing, or adopt the plan first.',
    },
    'plan.carryOverStale': {
      status: 409,
      zh: '上年登记的结余刚刚又有变化，没有带入 {year} 年。请看一下新的清单，再带入。',
      en: 'The carry-over of the year before has changed meanwhile; nothing was taken into {year}. Please look at the new list and take it then.',
    },
  },

  summaries: {
    carryOverTaken: {
      zh: '{year}年：带入{from}年登记的结余（{count}个社区）',
      en: '{year}: carry-over registered in {from} taken in ({count} communities)',
    },
    yearStart: { zh: '{year}年（沿用{from}年）', en: '{year} (from {from})' },
    yearUse: { zh: '{year}年', en: '{year}' },
  },

  subjects: { year: { zh: '年度', en: 'Year' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
