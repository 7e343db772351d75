import { column, type ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'catalogue.shape': {
      status: 422,
      zh: '目录文件{value}处不符合格式，应为 {expected}。请用本软件导出的文件修改后再导入。',
      en: 'The catalogue file has {value} where {expected} is needed. Please change a file that this program has exported.',
    },
    'catalogue.notJson': {
      status: 422,
      zh: '文件既不是表格，也不是本软件导出的目录文件。',
      en: 'The file is neither a sheet nor a catalogue that this program has exported.',
    },
    'catalogue.sheetUnknown': {
      status: 422,
      zh: '表中没有“代号”和“名称”两列，不能识别为目录。请先导出目录，在导出的表上修改。',
      en: 'The sheet has no columns "Id" and "Title", so it is no catalogue. Please export the catalogue and change that sheet.',
    },
    'catalogue.idTwice': {
      status: 409,
      zh: '代号“{value}”已用于“{other}”，“{name}”须另用一个代号。',
      en: 'The id "{value}" belongs to "{other}" already; "{name}" needs another one.',
    },
    'catalogue.idWrong': {
      status: 422,
      zh: '代号“{value}”不对：以小写字母开头，只用小写字母、数字和短横线，最多40个字符。',
      en: 'The id "{value}" is wrong: it begins with a small letter and has small letters, digits and hyphens only, at most 40.',
    },
    'catalogue.itemUnknown': {
      status: 404,
      zh: '目录中没有代号为“{value}”的事项。',
      en: 'The catalogue has no item with the id "{value}".',
    },
    'catalogue.kindFixed': {
      status: 409,
      zh: '“{name}”的种类不能更改。请另立一项，并撤下这一项。',
      en: 'The kind of "{name}" can\'t be changed. Please add another item, and withdraw this one.',
    },
    'catalogue.used': {
      status: 409,
      zh: '“{name}”已用于{where}，不能删除；可以撤下，撤下后不再下派，记录保留。',
      en: '"{name}" is used by {where} and can\'t be deleted. It can be withdrawn: it then resolves no more, and its records stay.',
    },
    'catalogue.withdrawn': {
      status: 409,
      zh: '“{name}”已撤下，不能再作决定或登记。请先恢复使用。',
      en: '"{name}" is withdrawn; nothing can be decided or entered for it. Please bring it back into use first.',
    },
    'catalogue.fieldMissing': { status: 422, zh: '缺少“{what}”。', en: '"{what}" is missing.' },
    'catalogue.choiceUnknown': {
      status: 422,
      zh: '“{what}”写作“{value}”，不能识别。可填：{choices}。',
      en: '"{value}" is no choice for "{what}". Choices: {choices}.',
    },
    'catalogue.numberExpected': {
      status: 422,
      zh: '“{what}”应为数字，现为“{value}”。',
      en: '"{what}" must be a number, and is "{value}".',
    },
    'catalogue.negative': { status: 422, zh: '“{what}”不能小于零，现为{value}。', en: '"{what}" can\'t be below zero, and is {value}.' },
    'catalogue.tooFine': {
      status: 422,
      zh: '“{what}”的值{value}过细或过大：最小单位是它的1/{scale}。',
      en: 'The value {value} of "{what}" is too fine or too large: its smallest part is 1/{scale}.',
    },
    'catalogue.conditionUnreadable': {
      status: 422,
      zh: '条件中的“{value}”不能识别。写法如：楼院>0 或（区位=乡镇 且 老年人占比≥25%）。',
      en: '"{value}" in the condition can\'t be read. Write for example: Courtyards>0 or (Location=Township and Elderly share≥25%).',
    },
    'catalogue.quantityUnreadable': {
      status: 422,
      zh: '数量“{value}”不能识别。写一个整数，或“指标×率/每多少”，如：常住户数×1/15；只能用数值指标。',
      en: 'The quantity "{value}" can\'t be read. Write a whole number, or indicator×rate/per, as: Resident households×1/15; only with an indicator that is a number.',
    },
    'catalogue.bandUnreadable': {
      status: 422,
      zh: '分档“{value}”不能识别。写法如：人口密度≥10000: 常住户数/15 ~ 常住户数/10；几档之间用分号隔开。',
      en: 'The band "{value}" can\'t be read. Write for example: Population density≥10000: Resident households/15 ~ Resident households/10; with semicolons between bands.',
    },
    'catalogue.formulaUnreadable': {
      status: 422,
      zh: '“{name}”的算式“{value}”不能识别，在“{found}”处。写法如：常住户数/15；可用指标、台账数、数字、+ - × / 和括号。',
      en: 'The formula "{value}" of "{name}" can\'t be read, at "{found}". Write for example: Resident households/15; with indicators, counts of the register, numbers, + - × / and brackets.',
    },
    'catalogue.formulaNotNumber': {
      status: 422,
      zh: '“{name}”的算式用到的“{indicator}”不是数值指标。',
      en: 'The formula of "{name}" uses "{indicator}", which is not a number.',
    },
    'catalogue.boundsMissing': {
      status: 422,
      zh: '“{name}”没有“最少需要”也没有“最多”，因此没有目标可比。请至少填一个。',
      en: '"{name}" has neither a least nor a most, so there is nothing to be held against. Please fill in one of them.',
    },
    'catalogue.presentNotNumber': {
      status: 422,
      zh: '“{name}”的现有数来自“{indicator}”，它不是数值指标。请改用数值指标，或改为逐社区登记。',
      en: 'What is present of "{name}" comes from "{indicator}", which is not a number. Please use an indicator that is one, or count by community.',
    },
    'catalogue.rateSide': {
      status: 422,
      zh: '“{name}”看抽查的{rate}，要填的是“{side}”，另一边要空着，各分档也一样。',
      en: '"{name}" is held against the {rate} of spot checks: it needs "{side}", and the other side empty, in its bands as well.',
    },
    'catalogue.rateNoShare': {
      status: 422,
      zh: '“{name}”看抽查的{rate}，“{side}”应为0到100%之间的比例，现为“{value}”。写法如：95%。',
      en: '"{name}" is held against the {rate} of spot checks: "{side}" must be a share from 0 to 100%, and is "{value}". Write for example: 95%.',
    },
    'catalogue.rateLevel': {
      status: 422,
      zh: '“{name}”看抽查的{rate}，“期限前达到”只能是100%；要放宽，请改“{side}”。',
      en: '"{name}" is held against the {rate} of spot checks: "Wanted by then" must be 100%. To ask for less, please change "{side}".',
    },
    'catalogue.consentOfTarget': {
      status: 422,
      zh: '“{name}”是目标，各类只能填“可”或“否”。',
      en: '"{name}" is a target: classes are answered yes or no.',
    },
    'catalogue.shareExpected': {
      status: 422,
      zh: '“{what}”应为0到100%之间的比例，现为“{value}”。',
      en: '"{what}" must be a share from 0 to 100%, and is "{value}".',
    },
    'catalogue.dayUnreadable': {
      status: 422,
      zh: '“{value}”不是日期。写法如：2026-12-31。',
      en: '"{value}" is no day. Write for example: 2026-12-31.',
    },
    'catalogue.duePast': {
      status: 422,
      zh: '“{name}”的完成期限{value}已经过去（今天是{today}）。请填今天或以后的日期。',
      en: '"{name}" is due on {value}, which is past (today is {today}). Please give today or a later day.',
    },
    'catalogue.parameterUnreadable': {
      status: 422,
      zh: '参数“{value}”不能识别。写法如：每月次数: A=2 B=4 C=4 D=2。',
      en: 'The parameter "{value}" can\'t be read. Write for example: Visits a month: A=2 B=4 C=4 D=2.',
    },
    'catalogue.indicatorRetired': {
      status: 409,
      zh: '“{name}”的条件或数量用到已停用的指标“{indicator}”，因此各社区的结果未定。请改用其他指标，或恢复该指标。',
      en: '"{name}" rests on the indicator "{indicator}", which is no longer asked for, so its answers are undecided. Please use another one, or bring it back.',
    },
    'catalogue.classUnknown': {
      status: 409,
      zh: '“{name}”提到当前办法没有的类别“{class}”（现有：{classes}）。',
      en: '"{name}" names the class "{class}", which the present policy does not have (classes: {classes}).',
    },
    'catalogue.taskUnknown': {
      status: 404,
      zh: '目录中没有名称或代号为“{value}”的任务[，是否指“{like}”]。',
      en: 'The catalogue has no task with the name or id "{value}"[; do you mean "{like}"].',
    },
    'catalogue.countExpected': {
      status: 422,
      zh: '“{value}”不是数目。这里只登记0到{limit}的整数。',
      en: '"{value}" is no count. Only whole numbers from 0 to {limit} are entered here.',
    },
    'catalogue.nameInCounts': {
      status: 422,
      zh: '“{value}”像是人名。这里只登记数目，不登记任何个人信息，因此没有录入。',
      en: '"{value}" looks like a name. Only counts are kept here and nothing about persons, so it was not entered.',
    },
    'catalogue.periodUnknown': {
      status: 422,
      zh: '“{name}”每年登记{limit}期，没有第{value}期。',
      en: 'The periods a year of "{name}" are {limit}; there is none numbered {value}.',
    },
  },

  summaries: {
    catalogueSave: { zh: '目录：{names}', en: 'Catalogue: {names}' },
    catalogueWithdraw: { zh: '目录撤下：{names}', en: 'Withdrawn from the catalogue: {names}' },
    catalogueRestore: { zh: '目录恢复使用：{names}', en: 'Back in the catalogue: {names}' },
    catalogueRemove: { zh: '目录删除：{names}', en: 'Deleted from the catalogue: {names}' },
    catalogueReference: { zh: '载入参考目录：{count}项', en: 'Reference catalogue: {count} items added' },
    catalogueImport: { zh: '{file}：新增{added}项，更改{changed}项', en: '{file}: {added} items added, {changed} changed' },
    catalogueDecide: { zh: '{community}“{name}”：个别决定', en: '{community}, "{name}": decided by hand' },
    catalogueUndecide: { zh: '{community}“{name}”：取消个别决定', en: '{community}, "{name}": by the catalogue again' },
    catalogueCount: { zh: '措施进度：{count}个数', en: 'Progress of measures: {count} figures' },
    catalogueOffer: { zh: '代办服务：{count}个数', en: 'Services by proxy: {count} figures' },
    catalogueUnoffer: { zh: '{community}不再代办“{name}”', en: '{community}: "{name}" no longer by proxy' },
  },

  subjects: {
    catalogueItem: { zh: '治理目录', en: 'Catalogue' },
    catalogueException: { zh: '个别决定', en: 'Decision by hand' },
    measureCount: { zh: '措施进度', en: 'Progress of a measure' },
    serviceOffer: { zh: '代办服务', en: 'Service by proxy' },
  },

  papers: {
    workPlan: {
      order: 14,
      name: { zh: '工作计划表', en: 'Work plan' },
      title: { zh: '{scope} {year} 年工作计划', en: 'Work Plan {year}: {scope}' },
      attachment: { zh: '', en: '' },
      isRecord: true,
      gaps: ['scope'],
      columns: [
        column('number', 'middle', 3.2, '序号', 'No.'),
        column('item', 'words', 13, '事项', 'Item'),
        column('kind', 'middle', null, '种类', 'Kind'),
        column('department', 'words', 7, '部门', 'Department'),
        column('communities', 'number', 4.6, '社区数', 'Communities'),
        column('month1', 'number', 5.2, '1月', 'Jan'),
        column('month2', 'number', 5.2, '2月', 'Feb'),
        column('month3', 'number', 5.2, '3月', 'Mar'),
        column('month4', 'number', 5.2, '4月', 'Apr'),
        column('month5', 'number', 5.2, '5月', 'May'),
        column('month6', 'number', 5.2, '6月', 'Jun'),
        column('month7', 'number', 5.2, '7月', 'Jul'),
        column('month8', 'number', 5.2, '8月', 'Aug'),
        column('month9', 'number', 5.2, '9月', 'Sep'),
        column('month10', 'number', 5.2, '10月', 'Oct'),
        column('month11', 'number', 5.2, '11月', 'Nov'),
        column('month12', 'number', 5.2, '12月', 'Dec'),
        column('total', 'number', 6, '全年', 'Year'),
        column('work', 'number', 7, '年工时', 'Hours a year'),
      ],
    },
  },

  commands: {
    measures: {
      order: 20,
      lines: ['measures INPUT | --plan FILE [--policy P] [--community CODE] [--json]'],
      zh: '各社区的治理措施及依据；只给 INPUT 时用参考目录。',
      en: 'The measures of each community and why; with an INPUT alone, by the reference catalogue.',
    },
    tasks: {
      order: 21,
      lines: ['tasks INPUT | --plan FILE [--policy P] [--community CODE] [--json]'],
      zh: '各社区可下派的任务、工时与减负；只给 INPUT 时用参考目录。',
      en: 'The tasks that may be sent to each community, with hours; with an INPUT alone, by the reference catalogue.',
    },
    services: {
      order: 22,
      lines: ['services INPUT | --plan FILE [--policy P] [--community CODE] [--json]'],
      zh: '建议代办的服务；只给 INPUT 时用参考目录。',
      en: 'The services suggested by proxy; with an INPUT alone, by the reference catalogue.',
    },
  },
} as const satisfies ModuleWords
