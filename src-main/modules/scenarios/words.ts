import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.scenarioUnknown': {
      status: 404,
      zh: '没有第 {value} 号情景，它可能已被删除。',
      en: 'There is no scenario number {value}; it may have been removed.',
    },
    'plan.scenarioExists': {
      status: 409,
      zh: '已经有名为“{value}”的情景。请换一个名称。',
      en: 'There is already a scenario called "{value}". Please choose another name.',
    },
    'scenario.baseGone': {
      status: 404,
      zh: '这个情景所依据的情景[（第 {value} 号）]已被删除。它自己的改动仍在：请为它另选一个基础。',
      en: 'The scenario this one rests on[ (number {value})] was removed. Its own changes are still there: choose another base for it.',
    },
    'scenario.circle': {
      status: 409,
      zh: '情景“{name}”会以自己为基础。请另选一个基础。',
      en: 'Scenario "{name}" would rest on itself. Choose another base.',
    },
    'scenario.locked': {
      status: 423,
      zh: '情景“{name}”已锁定。请先解锁，或另存一份再改。',
      en: 'Scenario "{name}" is locked. Unlock it first, or save a copy and change that.',
    },
    'scenario.inUse': {
      status: 409,
      zh: '还有情景以“{name}”为基础：{names}。请先为它们另选基础，或先删除它们。',
      en: 'Other scenarios rest on "{name}": {names}. Choose another base for them first, or remove them first.',
    },
    'scenario.basesDiffer': {
      status: 409,
      zh: '“{first}”与“{second}”的基础不同，不能叠加。请先让两者以同一方案为基础。',
      en: '"{first}" and "{second}" rest on different bases and can\'t be stacked. Put both on the same plan first.',
    },
    'scenario.undecided': {
      status: 409,
      zh: '两个情景有 {count} 处不一致[，如 {path}]。请逐处选定采用哪一个。',
      en: 'The two scenarios differ in {count} places[, such as {path}]. Decide for each which one to take.',
    },
    'scenario.placeGone': {
      status: 409,
      zh: '基础方案中已没有“{path}”，这处改动没有采用。请删去这处改动，或改用别的规则。',
      en: 'The base has no "{path}" any more, so this change was not applied. Take the change out, or use another rule.',
    },
    'scenario.baseChanged': {
      status: 409,
      zh: '基础方案的“{path}”在情景保存之后改过，现按情景的值计算。请核对是否仍要这样改。',
      en: '"{path}" was changed in the base after the scenario was saved; the scenario\'s value is used. Check whether that is still what you want.',
    },
    'scenario.communityGone': {
      status: 409,
      zh: '基础方案中已没有社区“{value}”，这处改动没有采用。',
      en: 'The base has no community "{value}" any more, so this change was not applied.',
    },
    'scenario.indicatorGone': {
      status: 409,
      zh: '指标“{indicator}”已停用或不存在，这处改动没有采用。请删去这处改动，或恢复该指标。',
      en: 'Indicator "{indicator}" is retired or unknown, so this change was not applied. Take the change out, or bring the indicator back.',
    },
    'scenario.newerFormat': {
      status: 422,
      zh: '这个情景文件由更新版本的程序写成[（格式 {version}，本程序能读到 {limit}）]。请升级程序后再导入；文件未被改动。',
      en: 'This scenario file was written by a newer program[ (format {version}; this one reads up to {limit})]. Update the program and import again; the file was not changed.',
    },
    'scenario.shape': {
      status: 422,
      zh: '情景文件的内容不符合要求：应为 {expected}[，实际为 {value}]。请用本程序导出的情景文件。',
      en: 'The scenario file is not as it should be: expected {expected}[, found {value}]. Use a scenario file exported by this program.',
    },
  },

  summaries: {},

  subjects: { scenario: { zh: '情景', en: 'Scenario' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
