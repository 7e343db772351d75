import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.communityUnknown': {
      status: 404,
      zh: '方案中没有社区“{value}”。列表可能已经更新，请重新选择。',
      en: 'The plan has no community "{value}". The list may have changed: please choose again.',
    },
    'plan.communityTwice': { status: 409, zh: '方案中已经有社区“{value}”。', en: 'The plan already has the community "{value}".' },
    'plan.placeEmpty': {
      status: 422,
      zh: '社区名称和区县不能留空。请填写；若社区已不存在，请办理区划变更或移除。',
      en: 'Name and district may not be empty. Please fill them in; a community that is gone is dissolved or removed.',
    },
    'plan.placeLong': {
      status: 422,
      zh: '“{value}”超过 {limit} 个字。请改短。',
      en: '"{value}" is longer than {limit} characters. Please shorten it.',
    },
    'plan.placeTaken': {
      status: 409,
      zh: '“{value}”与同一街道的另一个社区同名，没有更正。请核对；若是同一个社区录了两次，请先移除其中一个。',
      en: '"{value}" is the name of another community of the same subdistrict; it was not put right. Please check; if one was entered twice, remove one first.',
    },
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
    entriesRefused: { zh: '{count} 格内容没有写入，留待改正', en: '{count} entries not written, kept to be put right' },
    refusedDropped: { zh: '放弃 {count} 格没有写入的内容', en: '{count} entries that were not written given up' },
    placeCorrect: { zh: '更正 {community} {field} {before} → {after}', en: 'Put right: {community}, {fieldEn}: {beforeEn} → {afterEn}' },
    indicatorUpdate: { zh: '{community} {field} {before} → {after}', en: '{community}, {field}: {before} → {after}' },
    indicatorsUpdate: { zh: '{field}等{count}个数值', en: '{field} and others, {count} values in all' },
  },

  subjects: { community: { zh: '社区', en: 'Community' }, refusedEntry: { zh: '没有写入的内容', en: 'Entry not written' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
