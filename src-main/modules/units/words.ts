import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.notConserved': {
      status: 409,
      zh: '{year} 年与 {last} 年对不上，不能定稿：{count} 处没有说明[，涉及 {totalFen}]。请在“区划变更”中补记，或改正上年金额。',
      en: "{year} does not follow from {last} and can't be adopted: {count} gaps are unexplained[, over {totalFen}]. Please record what became of these communities, or correct last year's amounts.",
    },
    'plan.unreconciled': {
      status: 409,
      zh: '{year} 年与 {last} 年的区划没有核对一致（{count} 处没有说明），没有出件。请在“区划变更”中补记；急用的，可以作为草案出件，题目注明“草案（区划未核对）”。',
      en: 'The map of {year} does not follow from {last} ({count} gaps are unexplained), so nothing was made. Please record the changes of the map; if it is urgent, it can be made as a draft, whose title says "Draft (map not reconciled)".',
    },
    'plan.unitLost': {
      status: 409,
      zh: '{last} 年的社区“{names}”[（{expectedFen}）]在 {year} 年不见了。请补记合并、拆分、更名、划转或撤销。',
      en: '"{names}" of {last}[ ({expectedFen})] is gone in {year}. Please record its merger, split, renaming, move or dissolution.',
    },
    'plan.unitUnexplained': {
      status: 409,
      zh: '社区“{names}”在 {last} 年没有。请补记它的设立，或它由哪里变更而来。',
      en: '"{names}" was not there in {last}. Please record its founding, or what it came from.',
    },
    'plan.moneyNotFound': {
      status: 409,
      zh: '“{names}”在 {last} 年的经费合计 {expectedFen}，{year} 年的上年金额却合计 {foundFen}。请改正其中一个。',
      en: '"{names}" had {expectedFen} in {last}, but last year\'s amounts in {year} add up to {foundFen}. Please correct one of them.',
    },
    'plan.unitUnchanged': {
      status: 409,
      zh: '“{value}”没有变化，不需要记录。',
      en: 'Nothing changes for "{value}", so there is nothing to record.',
    },
    'plan.partsDiffer': {
      status: 409,
      zh: '各部分的“{indicator}”合计 {value}，与原社区的 {limit} 不符。请改正各部分的数。',
      en: '"{indicator}" of the parts adds up to {value}, but the community has {limit}. Please correct the parts.',
    },
    'plan.partsEmpty': {
      status: 409,
      zh: '各部分的“{indicator}”都是 0，无法据此划分。请换一个指标，或填写各部分的数。',
      en: '"{indicator}" is 0 in every part, so nothing can be divided by it. Please choose another indicator, or fill in the parts.',
    },
    'plan.unitValueUnknown': {
      status: 409,
      zh: '“{indicator}”在各社区不同[（{values}）]，变更后记为未知。请核实后填写。',
      en: '"{indicator}" is not the same in all communities[ ({values})] and counts as unknown after the change. Please check and fill it in.',
    },
    'plan.unitValueMissing': {
      status: 409,
      zh: '“{indicator}”有社区没有数据[（{names}）]，合计后记为未知。请核实后填写。',
      en: '"{indicator}" is missing in some communities[ ({names})], so the sum counts as unknown. Please check and fill it in.',
    },
  },

  summaries: {
    unitDissolve: { zh: '撤销：{from}[ → {to}]', en: 'Dissolved: {from}[ → {to}]' },
    unitFound: { zh: '设立：{to}', en: 'Founded: {to}' },
    unitMerge: { zh: '合并：{from} → {to}', en: 'Merged: {from} → {to}' },
    unitMove: { zh: '划转：{from} → {to}', en: 'Moved: {from} → {to}' },
    unitRename: { zh: '更名：{from} → {to}', en: 'Renamed: {from} → {to}' },
    unitSplit: { zh: '拆分：{from} → {to}', en: 'Split: {from} → {to}' },
  },

  subjects: { unitChange: { zh: '区划变更', en: 'Map change' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
