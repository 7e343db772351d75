import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.indicatorUnknown': { status: 409, zh: '没有指标“{indicator}”。', en: 'There is no indicator "{indicator}".' },
    'plan.indicatorDerived': {
      status: 409,
      zh: '“{indicator}”由公式计算[（{formula}）]，不能直接填写。请修改它所依据的指标。',
      en: '"{indicator}" is calculated[ ({formula})] and can\'t be typed in. Please change the indicators it rests on.',
    },
    'plan.indicatorTwice': {
      status: 409,
      zh: '已经有代号为“{indicator}”的指标。请换一个代号；若是停用的指标，可以恢复使用。',
      en: 'There is an indicator with the key "{indicator}" already. Please choose another key; a retired indicator can be brought back.',
    },
    'plan.indicatorReserved': {
      status: 409,
      zh: '“{indicator}”是程序自用的栏目名称，不能作为指标的代号。请换一个。',
      en: '"{indicator}" is the name of a column of the program itself and can\'t be an indicator\'s key. Please choose another one.',
    },
    'plan.indicatorLabelTaken': {
      status: 409,
      zh: '名称“{label}”已用于指标“{indicator}”，导入时无法区分。请换一个名称。',
      en: 'The name "{label}" belongs to the indicator "{indicator}"; an import could not tell them apart. Please choose another name.',
    },
    'plan.groupUnknown': {
      status: 409,
      zh: '没有指标分组“{group}”[。已有：{groups}]。',
      en: 'There is no group of indicators "{group}"[. There are: {groups}].',
    },
    'plan.indicatorInUse': {
      status: 409,
      zh: '指标“{indicator}”正在使用，不能停用：{users}。请先修改它们。',
      en: 'The indicator "{indicator}" is in use and can\'t be retired: {users}. Please change these first.',
    },
    'plan.indicatorHasValues': {
      status: 409,
      zh: '指标“{indicator}”已有 {count} 个数值，不能改变它的类型或填报方式。请另设一个指标，并停用这个。',
      en: 'The indicator "{indicator}" has {count} values, so its kind can\'t be changed, nor whether it is filled in. Please add another indicator and retire this one.',
    },
    'plan.optionInUse': {
      status: 409,
      zh: '选项“{option}”已有 {count} 个社区在用，不能从“{indicator}”中删去。请先修改这些社区。',
      en: '{count} communities have the option "{option}", so it can\'t be taken out of "{indicator}". Please change these communities first.',
    },
    'plan.indicatorOptions': {
      status: 409,
      zh: '分类指标“{indicator}”至少要有两个不同的选项；其他类型没有选项。',
      en: 'The category "{indicator}" needs at least two different options; other kinds have none.',
    },
    'plan.shareRange': {
      status: 409,
      zh: '比例指标“{indicator}”的范围应在 0 到 1（0% 到 100%）之间[，实际为 {min} 到 {max}]。',
      en: 'The range of the share "{indicator}" must lie within 0 and 1 (0% and 100%)[, not {min} to {max}].',
    },
    'plan.indicatorOrder': {
      status: 409,
      zh: '排列顺序不完整：{value} 缺少、重复或不存在。请重新排列。',
      en: 'The order is not complete: {value} is missing, twice in it, or does not exist. Please arrange it again.',
    },
    'plan.policyBroken': {
      status: 409,
      zh: '这样修改之后，正在使用的办法“{name}”[（版本 {version}）]就不成立了，因此没有修改。具体原因见下。',
      en: 'With this change the policy in use, "{name}"[ (version {version})], would no longer work, so nothing was changed. The reasons are below.',
    },
  },

  summaries: {
    dictionaryRename: { zh: '{label} → {newLabel}', en: '{label} → {newLabel}' },
    dictionaryIndicator: { zh: '{label}', en: '{label}' },
    dictionaryReorder: { zh: '{count}个指标', en: '{count} indicators' },
  },

  subjects: { indicator: { zh: '指标', en: 'Indicator' }, group: { zh: '指标分组', en: 'Group of indicators' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
