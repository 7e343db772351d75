import { column, type ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'targets.notCounted': {
      status: 409,
      zh: '“{name}”的现有数不是逐社区登记的，在这里不能填。请在它的来源处更改。',
      en: 'What is present of "{name}" is not counted by hand and can\'t be entered here. Please change it where it comes from.',
    },
    'targets.nothingCounted': {
      status: 409,
      zh: '没有逐社区登记现有数的目标。请在目录中把“现有数来自”改为“逐社区登记”。',
      en: 'No target is counted by community. Please set "Present" of one to "Counted by community" first.',
    },
    'counts.noColumn': {
      status: 422,
      zh: '表中没有一列是这里登记的数目。请先导出登记表，在导出的表上填写。',
      en: 'The sheet has no column with a count that is entered here. Please export the sheet first, and fill that in.',
    },
    'counts.personsInSheet': {
      status: 422,
      zh: '表中有“{value}”一栏，像是个人信息，因此整张表没有读取。本软件只登记数目，请删去这类栏目再导入。',
      en: 'The sheet has a column "{value}" that looks like one of persons, so it was not read. Only counts are kept here: please take such columns out.',
    },
    'counts.saidTwice': {
      status: 422,
      zh: '同一数目在两处不一致：这里是{value}，第{otherRow}行是{otherValue}。',
      en: 'The same count is given twice, and differently: {value} here, {otherValue} in row {otherRow}.',
    },
  },

  summaries: {
    targetCount: { zh: '目标现有数：{count}个', en: 'Present of targets: {count} figures' },
    targetImport: { zh: '{file}：目标现有数{count}个', en: '{file}: {count} figures present of targets' },
  },

  subjects: { targetCount: { zh: '目标现有数', en: 'Present of a target' } },

  papers: {
    targetGaps: {
      order: 18,
      name: { zh: '目标缺口清单', en: 'Gaps of targets' },
      title: { zh: '{scope} {year} 年目标缺口清单', en: 'Gaps of Targets {year}: {scope}' },
      attachment: { zh: '', en: '' },
      isRecord: true,
      gaps: ['scope'],
      columns: [
        column('number', 'middle', 3.2, '序号', 'No.'),
        column('district', 'middle', 6, '区县', 'District'),
        column('subdistrict', 'middle', 8, '街道', 'Subdistrict'),
        column('community', 'words', 9, '社区', 'Community'),
        column('class', 'middle', 4, '类别', 'Class'),
        column('target', 'words', 11, '目标', 'Target'),
        column('needed', 'number', 7, '需要', 'Needed'),
        column('wanted', 'number', 6, '应达', 'Wanted'),
        column('present', 'number', 6, '现有', 'Present'),
        column('shortage', 'number', 5, '缺', 'Short of'),
        column('standing', 'middle', 9, '情况', 'Standing'),
        column('due', 'middle', 8, '完成期限', 'Due'),
      ],
    },
  },

  commands: {
    targets: {
      order: 25,
      lines: ['targets INPUT | --plan FILE [--policy P] [--community CODE] [--json]'],
      zh: '各社区的目标：需要、现有、缺口和走访工时；只给 INPUT 时用参考目录。',
      en: 'Targets of communities: needed, present, short, and hours of visits; with an INPUT alone, by the reference catalogue.',
    },
    registration: {
      order: 26,
      lines: ['registration INPUT | --plan FILE [--policy P] [--community CODE] [--json]'],
      zh: '以房管人：台账、抽查的登记率、滞留率、准确率及其区间，推算在住租客。',
      en: 'Housing-based registration: the register, rates of spot checks with exact intervals, tenants present.',
    },
  },
} as const satisfies ModuleWords
