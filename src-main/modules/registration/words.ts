import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'registration.partAboveWhole': {
      status: 422,
      zh: '“{part}”{value}大于“{whole}”{limit}，没有录入。请核对两个数。',
      en: '"{part}" is {value}, more than {limit} of "{whole}"; nothing was entered. Please check both numbers.',
    },
    'registration.wholeMissing': {
      status: 422,
      zh: '填了“{part}”而没有填“{whole}”，无从核对。请一并填写。',
      en: '"{part}" is given without "{whole}", of which it is a part. Please give both.',
    },
    'registration.foundMissing': {
      status: 422,
      zh: '填了漏登或登错，而没有填在住人数。请一并填写。',
      en: 'Persons missed or wrong are given without the persons found. Please give both.',
    },
    'registration.missedAboveFound': {
      status: 422,
      zh: '漏登{value}人，大于在住{limit}人：漏登的人都是查到在住的，请核对。',
      en: '{value} missed are more than the {limit} persons found, among whom they are counted. Please check.',
    },
    'registration.nothingCounted': {
      status: 422,
      zh: '这里没有以房管人的登记和抽查数：空白是未知，不是零。方案里登记的数请用 --plan 方案文件。',
      en: 'Nothing of the housing register and of spot checks is here: blanks are unknown, no zeros. For what a plan has, use --plan FILE.',
    },
    'registration.faultsAboveFound': {
      status: 422,
      zh: '漏登、登错共{value}人，大于在住{limit}人，请核对。',
      en: '{value} missed or wrong are more than the {limit} persons found. Please check.',
    },
  },

  summaries: {
    registrationEnter: { zh: '以房管人第{quarter}季度：{count}个数', en: 'Housing register, quarter {quarter}: {count} figures' },
    registrationImport: {
      zh: '{file}：以房管人第{quarter}季度，{count}个数',
      en: '{file}: housing register, quarter {quarter}, {count} figures',
    },
  },

  subjects: { registerCount: { zh: '以房管人台账', en: 'Housing register' }, spotCheck: { zh: '抽查', en: 'Spot check' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
