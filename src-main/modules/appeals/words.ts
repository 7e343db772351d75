import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'appeals.partAboveWhole': {
      status: 422,
      zh: '“{part}”{value}件，大于“{whole}”{limit}件，没有录入。办结、按时办结和天数都按受理的那个月统计，请核对。',
      en: '"{part}" is {value}, more than {limit} of "{whole}"; nothing was entered. Solved, in time and days are counted in the month in which the appeal came; please check.',
    },
    'appeals.wholeMissing': {
      status: 422,
      zh: '填了“{part}”而没有填“{whole}”，无从核对。请一并填写。',
      en: '"{part}" is given without "{whole}", of which it is a part. Please give both.',
    },
    'appeals.subjectUnknown': {
      status: 404,
      zh: '没有代号为“{value}”的诉求主题，可能已被删去。请重新选择。',
      en: 'There is no subject "{value}"; it may have been taken out. Please choose again.',
    },
    'appeals.subjectClosed': {
      status: 409,
      zh: '诉求主题“{value}”已停用，不能再录入。请选择别的主题，或在主题列表中重新启用。',
      en: 'The subject "{value}" is closed and takes no further counts. Please choose another, or open it again in the list.',
    },
    'appeals.subjectTwice': {
      status: 422,
      zh: '诉求主题“{value}”在列表中出现两次。请改名或删去一个。',
      en: 'The subject "{value}" stands twice in the list. Please rename or remove one.',
    },
    'appeals.subjectInUse': {
      status: 409,
      zh: '诉求主题“{value}”已有{count}条统计，不能删去。可以改为停用。',
      en: 'The subject "{value}" has {count} counted rows and can\'t be taken out. It can be closed instead.',
    },
  },

  summaries: {
    appealEnter: { zh: '{month}月诉求：{count}个数', en: 'Appeals of month {month}: {count} figures' },
    appealSubjects: { zh: '诉求主题：{count}个', en: 'Subjects of appeals: {count}' },
  },

  subjects: { appealCount: { zh: '诉求件数', en: 'Appeals' }, appealSubject: { zh: '诉求主题', en: 'Subject of appeals' } },

  papers: {},

  commands: {},
} as const satisfies ModuleWords
