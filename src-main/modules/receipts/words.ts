import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'receipt.unknown': {
      status: 404,
      zh: '没有第 {value} 笔到账，可能已被删除。',
      en: 'There is no receipt number {value}; it may have been removed.',
    },
    'receipt.payerUnknown': {
      status: 422,
      zh: '方案里没有名为“{value}”的拨款单位。可以登记的有：{options}。',
      en: 'The plan has no payer "{value}". There are: {options}.',
    },
    'receipt.yearClosed': {
      status: 409,
      zh: '{year} 年的项目台账已经结账，日期为 {value} 的到账不能再登记或改动。请先收回结账，或改正日期。',
      en: 'The project register of {year} is closed, so a receipt of {value} can be neither entered nor changed. Please open the year again, or put the date right.',
    },
    'receipt.dayWrong': {
      status: 422,
      zh: '到账日期 {value} 不在 {from} 到 {limit}（今天）之间。请改正日期，或登记到另一年。',
      en: 'The receipt of {value} is not between {from} and {limit} (today). Please put the date right, or enter it for another year.',
    },
  },

  summaries: {
    receiptAdd: { zh: '{year}年到账：{count}笔，合计{sumFen}', en: '{year}: {count} receipts entered, {sumFen} in all' },
    receiptSave: { zh: '{community} {date} 到账 {amountFen}', en: '{community}: receipt of {date}, {amountFen}' },
    receiptInstalments: { zh: '修改拨付期次', en: 'Instalments changed' },
  },

  subjects: { receipt: { zh: '到账', en: 'Receipt' } },

  papers: {},

  commands: {
    receipts: {
      order: 17,
      lines: ['receipts --plan FILE [--community CODE|NAME] [--json]'],
      zh: '列出方案文件当年各拨款单位应拨、已到账、欠拨和超拨的金额，以及逾期天数；--community 只列一个社区的。',
      en: 'Lists what each payer of a plan file owes in the year, what has come in, what is short or too much, and by how many days it is late; with --community, of one community.',
    },
  },
} as const satisfies ModuleWords
