import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'statistics.indicatorGone': {
      status: 422,
      zh: '统计表按“{value}”区分城镇和乡镇，但它不在指标字典里，或不是分类指标。请在统计表设置里另选一个。',
      en: 'Urban and township communities are told apart by "{value}", which is not in the dictionary or is no category. Please choose another one in the settings of the statistics.',
    },
    'statistics.areaUnknown': {
      status: 422,
      zh: '有 {count} 个社区既不算城镇也不算乡镇（指标不详，或选项没有归类），单列为“其他”。',
      en: '{count} communities are neither urban nor township (not known, or an option in neither list); they stand under "other".',
    },
    'statistics.optionTwice': {
      status: 422,
      zh: '“{value}”不能既算城镇又算乡镇。请只留一处。',
      en: '"{value}" can\'t be both urban and township. Please leave it in one place.',
    },
  },

  summaries: { statisticsConfigure: { zh: '统计表设置：{count}列', en: 'Settings of the statistics: {count} columns' } },

  subjects: {},

  papers: {
    statistics: {
      order: 8,
      name: { zh: '统计表', en: 'Statistics' },
      title: { zh: '{heading}', en: '{heading}' },
      attachment: { zh: '附件', en: 'Attachment' },
      gaps: ['heading'],
      columns: [],
    },
  },

  commands: {},
} as const satisfies ModuleWords
