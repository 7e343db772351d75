import { column, type ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.nothingToUndo': { status: 409, zh: '没有可以撤销的步骤。', en: 'There is no step to undo.' },
    'plan.nothingToRedo': { status: 409, zh: '没有可以重做的步骤。', en: 'There is no step to redo.' },
  },

  summaries: {},

  subjects: {},

  papers: {
    history: {
      order: 6,
      isRecord: true,
      name: { zh: '变更记录', en: 'Change log' },
      title: { zh: '{plan} 变更记录', en: '{plan}: History' },
      attachment: { zh: '附件', en: 'Attachment' },
      columns: [
        column('step', 'middle', 6, '步号', 'Step'),
        column('subject', 'words', 10, '对象', 'What'),
        column('name', 'words', 20, '名称', 'Name'),
        column('year', 'middle', 6, '年度', 'Year'),
        column('field', 'words', 18, '栏目', 'Field'),
        column('before', 'words', 20, '原值', 'Before'),
        column('after', 'words', 20, '新值', 'After'),
      ],
    },
  },

  commands: {
    log: {
      order: 8,
      lines: ['log verify FILE [--json]'],
      zh: '检查方案文件的变更记录是否完整、是否被改动过，并指出最先不符的一步；只读取，不改动文件。',
      en: 'Checks that the change log of a plan file is whole and unaltered, and names the first step that is not; the file is only read.',
    },
  },
} as const satisfies ModuleWords
