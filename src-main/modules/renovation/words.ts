import { column, type ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'renovation.unitZero': {
      status: 422,
      zh: '每院造价不能为零。不知道造价请留空，按该种类的通用造价计算；由他人全部承担的，请填造价和他人承担比例100%。',
      en: 'One courtyard can’t cost nothing. Leave the cost empty to use that of its kind; where others pay all of it, give the cost and a share of 100%.',
    },
    'renovation.aidAboveCost': {
      status: 422,
      zh: '他人每院承担 {valueFen}，高于每院造价 {limitFen}。请核对两个数。',
      en: 'Others are to pay {valueFen} for each, more than the {limitFen} that one costs. Please check both.',
    },
    'renovation.aidTwice': {
      status: 422,
      zh: '他人承担的比例和金额只能填一个。请清空其中一个。',
      en: 'Others pay a share or a sum, not both. Please empty one of the two.',
    },
    'renovation.shareExpected': {
      status: 422,
      zh: '“{value}”不是百分数。请填 0 到 100 之间的数，如 30 或 30%。',
      en: '"{value}" is no percentage. Please give a number from 0 to 100, as 30 or 30%.',
    },
    'renovation.shareOutside': {
      status: 422,
      zh: '{value}% 不在 0% 到 100% 之间。请核对。',
      en: '{value}% is not between 0% and 100%. Please check.',
    },
    'renovation.tooMany': {
      status: 422,
      zh: '{value}个楼院超过一个社区可能有的数目（{limit}）。请核对。',
      en: '{value} courtyards are more than a community can have ({limit}). Please check.',
    },
    'renovation.moneyAbove': {
      status: 422,
      zh: '{valueFen} 超过上限 {limitFen}。请检查单位。',
      en: '{valueFen} is above the most, {limitFen}. Please check the unit.',
    },
    'renovation.kindUnknown': {
      status: 404,
      zh: '没有楼院种类“{value}”。请刷新页面。',
      en: 'There is no kind of courtyard "{value}". Please load the page again.',
    },
    'renovation.kindTwice': {
      status: 422,
      zh: '楼院种类“{value}”出现两次。请改名或删去一个。',
      en: 'The kind of courtyard "{value}" is there twice. Please rename or remove one.',
    },
    'renovation.kindUsed': {
      status: 422,
      zh: '{count}个社区登记了“{value}”，不能删去这个种类。请先清空各社区的登记，或改名。',
      en: '{count} communities have entries of "{value}", so the kind can’t be removed. Please empty them first, or rename it.',
    },
    'renovation.byOutside': {
      status: 422,
      zh: '完成年份 {value} 不在 {least} 到 {most} 之间。请重新填写。',
      en: 'The year {value} is not between {least} and {most}. Please give another.',
    },
    'renovation.caseWrong': {
      status: 422,
      zh: '不是楼院改造的文件，或第一处不符在“{path}”。格式见 `renovation --help`。',
      en: 'This is no file of courtyards to be renovated; the first misfit is at "{path}". See `renovation --help` for its form.',
    },
  },

  summaries: {
    renovationSettings: { zh: '修改楼院改造设定：{count}个种类', en: 'Set the rules of renovation: {count} kinds' },
    renovationEnter: { zh: '楼院改造：录入 {count} 格', en: 'Renovation: {count} cells' },
    renovationImport: { zh: '{file}：楼院改造，{count}行', en: '{file}: renovation, {count} rows' },
  },

  subjects: {
    renovationPlan: { zh: '楼院改造设定', en: 'Rules of renovation' },
    renovationLot: { zh: '待改造楼院', en: 'Courtyards to be done' },
    renovationMoney: { zh: '改造资金', en: 'Money for renovation' },
  },

  papers: {
    renovation: {
      order: 21,
      name: { zh: '楼院改造计划表', en: 'Renovation plans' },
      title: { zh: '{year} 年楼院改造计划表', en: 'Renovation of Courtyards, {year}' },
      isRecord: true,
      columns: [
        column('number', 'middle', 4, '序号', 'No.'),
        column('district', 'middle', 7, '区县', 'District'),
        column('subdistrict', 'middle', 9, '街道（镇）', 'Subdistrict'),
        column('community', 'words', 13, '社区', 'Community'),
        column('class', 'middle', 5, '类别', 'Class'),
        column('courtyards', 'number', 7, '待改造楼院', 'Courtyards'),
        column('own', 'number', 9, '自筹造价', 'Own cost'),
        column('yearly', 'number', 9, '每年资金', 'Money a year'),
        column('done', 'middle', 14, '完成年份', 'Done'),
        column('before', 'middle', 14, '按上年金额', "With last year's amount"),
        column('sooner', 'words', 16, '比较', 'Difference'),
      ],
    },
  },

  commands: {
    renovation: {
      order: 27,
      lines: ['renovation INPUT | --plan FILE [--by YEAR] [--json]'],
      zh: '楼院改造：各社区哪一年完成、每年资金，限期完成每年至少需要多少；INPUT 是登记表或同样内容的文件。',
      en: 'Renovation of courtyards: when each community is done, money a year, and the least money to be done by a year; INPUT is a filled-in sheet or a .json file.',
    },
  },
} as const satisfies ModuleWords
