import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'selfEvaluation.districtUnknown': {
      status: 404,
      zh: '方案里没有区县“{value}”。可以选：{options}。',
      en: 'The plan has no district "{value}". There are: {options}.',
    },
    'selfEvaluation.itemUnknown': {
      status: 404,
      zh: '{year} 年的自评指标里没有第 {value} 项，可能已被删去。请重新打开页面。',
      en: 'The items of {year} have no number {value}; it may have been taken out. Please open the page again.',
    },
    'selfEvaluation.gradeOnly': {
      status: 422,
      zh: '“{name}”是定性指标，只按完成档次评分，不填目标值和完成值。',
      en: '"{name}" is judged by a grade: it has no target and no result.',
    },
    'selfEvaluation.numberOnly': {
      status: 422,
      zh: '“{name}”是定量指标，得分由目标值和完成值算出，不能直接评分。',
      en: '"{name}" is judged by numbers: its points follow from target and result, and can\'t be given.',
    },
    'selfEvaluation.targetMissing': {
      status: 422,
      zh: '“{name}”没有年度指标值：请填写，或选一个由本软件给出计划数的数据来源。',
      en: '"{name}" has no target: please fill it in, or choose a source whose planned number the app knows.',
    },
    'selfEvaluation.unitWrong': {
      status: 422,
      zh: '“{name}”取自本软件的比率，单位应为 %，现为“{value}”。请改正单位，或把数据来源改为“填报”。',
      en: '"{name}" is taken from a share that the app knows, so its unit must be %, not "{value}". Please put the unit right, or let the result be typed.',
    },
  },

  summaries: {
    selfEvaluationItems: { zh: '{year}年绩效自评指标：{count}项', en: '{year}: {count} items of the self-evaluation' },
    selfEvaluationAnswer: { zh: '{year}年绩效自评[（{district}）]：{name}', en: '{year}: self-evaluation[ of {district}], {name}' },
    selfEvaluationTexts: {
      zh: '{year}年绩效自评[（{district}）]：基本情况',
      en: '{year}: self-evaluation[ of {district}], head of the form',
    },
  },

  subjects: { selfEvaluation: { zh: '绩效自评', en: 'Self-evaluation' } },

  papers: {
    selfEvaluation: {
      order: 24,
      name: { zh: '绩效自评表', en: 'Self-evaluation' },
      title: { zh: '{year}年项目支出绩效自评表', en: 'Self-evaluation of Project Expenditure {year}' },
      attachment: { zh: '', en: '' },
      isRecord: true,
      columns: [],
    },
  },

  commands: {},
} as const satisfies ModuleWords
