import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
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
      zh: '{year} 年还有 {count} 个社区没有定类或金额，上年金额无从确定。请先补齐所缺的指标，或先定案。',
      en: "In {year}, {count} communities have no class or amount yet, so last year's amounts is not known. Please fill in what is missing, or adopt the plan first.",
    },
  },

  summaries: { yearStart: { zh: '{year}年（沿用{from}年）', en: '{year} (from {from})' }, yearUse: { zh: '{year}年', en: '{year}' } },

  subjects: { year: { zh: '年度', en: 'Year' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
