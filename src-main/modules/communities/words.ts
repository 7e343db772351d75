import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.communityUnknown': {
      status: 404,
      zh: '方案中没有社区“{value}”。列表可能已经更新，请重新选择。',
      en: 'The plan has no community "{value}". The list may have changed: please choose again.',
    },
    'plan.communityTwice': { status: 409, zh: '方案中已经有社区“{value}”。', en: 'The plan already has the community "{value}".' },
    'plan.outlierLastYear': {
      status: 409,
      zh: '“{heading}”为 {value}，{last} 年为 {lastValue}，相差超过一半。请核实；属实则不必改动。',
      en: '{heading} is {value}; in {last} it was {lastValue}, a difference of more than half. Please check it; if it is right, leave it.',
    },
    'plan.outlierClass': {
      status: 409,
      zh: '“{heading}”为 {value}，远在同类（{class}）社区的通常范围 {low} 至 {high} 之外。请核实；属实则不必改动。',
      en: '{heading} is {value}, far from the usual {low} to {high} of communities in the same class ({class}). Please check it; if it is right, leave it.',
    },
  },

  summaries: {
    placesArrange: { zh: '区县、街道的次序', en: 'Order of districts and subdistricts' },
    communitiesRemove: { zh: '{community}等{count}个社区', en: '{community} and others, {count} communities in all' },
    indicatorUpdate: { zh: '{community} {field} {before} → {after}', en: '{community}, {field}: {before} → {after}' },
    indicatorsUpdate: { zh: '{field}等{count}个数值', en: '{field} and others, {count} values in all' },
  },

  subjects: { community: { zh: '社区', en: 'Community' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
