import { column, type ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.classUnknown': {
      status: 409,
      zh: '当前办法中没有类别“{class}”[。可用：{classes}]。',
      en: 'The present policy has no class "{class}"[. Classes: {classes}].',
    },
    'plan.overrideUnknown': { status: 404, zh: '社区“{value}”没有人工定类。', en: 'No class was set by hand for the community "{value}".' },
    'plan.overrideDropped': {
      status: 409,
      zh: '人工定类“{class}”没有带到新的社区[（原因：{reason}）]。若仍然适用，请重新指定。',
      en: 'Class "{class}", set by hand[ (reason: {reason})], was not taken over to the new community. If it still holds, please set it again.',
    },
    'plan.overrideExpired': {
      status: 409,
      zh: '人工定类“{class}”有效期至{year}年，没有带入新年度[（原因：{reason}）]。若仍然适用，请重新指定。',
      en: 'Class "{class}", set by hand[ (reason: {reason})], held until {year} and was not taken over to the new year. If it still holds, please set it again.',
    },
    'plan.overrideUndecided': {
      status: 409,
      zh: '有{count}个社区还没有类别，不能按现有类别锁定：{names}。请先补齐指标，或直接指定类别。',
      en: "Number of communities without a class, which can't be locked at the one they have: {count} ({names}). Please complete their indicators, or set a class.",
    },
  },

  summaries: {
    overridesClear: { zh: '{names}：取消人工定类', en: '{names}: by the rules again' },
    overridesLock: { zh: '{names}：锁定现有类别', en: '{names}: locked at their class' },
    overridesSet: { zh: '{names} → {class}', en: '{names} → {class}' },
  },

  subjects: { override: { zh: '人工定类', en: 'Class by hand' } },

  papers: {
    overrides: {
      order: 5,
      name: { zh: '人工定类表', en: 'Classes set by hand' },
      title: { zh: '{year} 年度人工定类说明表', en: 'Classes Set by Hand, {year}' },
      columns: [
        column('number', 'middle', 5, '序号', 'No.'),
        column('place', 'words', 15, '区县、街道', 'District, subdistrict'),
        column('name', 'words', 15, '社区', 'Community'),
        column('ruleClass', 'middle', 8, '按办法', 'By the rules'),
        column('class', 'middle', 6, '人工', 'By hand'),
        column('change', 'number', 9, '增减', 'Change'),
        column('reason', 'words', 18, '理由', 'Reason'),
        column('document', 'words', 12, '依据文件', 'Document'),
        column('who', 'words', 12, '何人何时', 'Who and when'),
      ],
    },
  },

  commands: {},
} as const satisfies ModuleWords
