import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'admission.unknown': {
      status: 404,
      zh: '没有第 {value} 号准入申请，可能已被删除。',
      en: 'There is no admission request number {value}; it may have been removed.',
    },
    'admission.decided': {
      status: 409,
      zh: '“{title}”已经答复，不能再改。请先收回答复。',
      en: '"{title}" is decided and can\'t be changed. Please take the decision back first.',
    },
    'admission.undecided': {
      status: 409,
      zh: '“{title}”还没有答复，无从收回。',
      en: '"{title}" is not decided, so there is nothing to take back.',
    },
    'admission.notAdmitted': {
      status: 409,
      zh: '“{title}”还没有准入，不能列入任务目录。',
      en: '"{title}" is not admitted, so it can\'t become a task of the catalogue.',
    },
    'admission.takenUp': {
      status: 409,
      zh: '“{title}”已经在 {year} 年的任务目录里。',
      en: '"{title}" is a task of the catalogue of {year} already.',
    },
    'admission.wantedBefore': {
      status: 422,
      zh: '拟开始日期 {value} 早于申请日期 {limit}。请改正其中一个。',
      en: 'The task is wanted from {value}, before it was asked for on {limit}. Please put one of the two right.',
    },
    'admission.decidedBefore': {
      status: 422,
      zh: '答复日期 {value} 早于申请日期 {limit}。请改正。',
      en: 'The decision of {value} is before the request of {limit}. Please put the date right.',
    },
    'admission.scopeUnknown': {
      status: 422,
      zh: '涉及范围中的“{value}”不在本年度的方案里。请重新选择。',
      en: '"{value}" is not in the plan of this year. Please choose again whom the task is about.',
    },
  },

  summaries: {
    requestAdd: { zh: '{department}：{title}', en: '{department}: {title}' },
    requestDecide: { zh: '{title}：{outcome}', en: '{title}: {outcome}' },
    requestTakeUp: { zh: '{title}：列入 {year} 年任务目录', en: '{title}: a task of the catalogue of {year}' },
    requestPeriods: {
      zh: '准入申请提前 {ahead} 个、答复 {within} 个工作日',
      en: 'Admission requests: {ahead} working days ahead, decided within {within}',
    },
  },

  subjects: { admissionRequest: { zh: '准入申请', en: 'Admission request' }, admissionPeriod: { zh: '准入期限', en: 'Admission period' } },

  papers: {
    request: {
      order: 12,
      name: { zh: '准入事项申请表', en: 'Admission request' },
      title: { zh: '社区工作准入事项申请表', en: 'Request to Admit a Task for Communities' },
      portrait: true,
      isRecord: true,
      columns: [],
    },
  },

  commands: {},
} as const satisfies ModuleWords
