import { column, type ModuleWords } from '../leaf.ts'

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
    'appeals.sheetUnknown': {
      status: 422,
      zh: '没有找到诉求表：要么每行一件工单，有社区和受理日期两栏；要么每行一个社区，有社区和受理件数两栏。请核对表头。',
      en: 'No sheet of appeals was found: either a row for each ticket with community and date, or a row for each community with the number received. Please check the headings.',
    },
    'appeals.bothKinds': {
      status: 422,
      zh: '文件里既有逐件的工单表，又有逐社区的件数表，同一件诉求可能算两次。请分成两个文件，只导入一个。',
      en: 'The file has both tickets and counts, so that an appeal may be counted twice. Please import only one of them.',
    },
    'appeals.dateUnread': {
      status: 422,
      zh: '受理日期读不出来，这件工单没有计入。请写成2026-03-05这样的日期。',
      en: "The date can't be read, so this ticket was not counted. Please write it as 2026-03-05.",
    },
    'appeals.otherYear': {
      status: 422,
      zh: '受理日期{value}不在{year}年，这件工单没有计入。需要时请换到那一年再导入。',
      en: 'The date {value} is not in {year}, so this ticket was not counted. Please change to that year to import it.',
    },
    'appeals.ticketTwice': {
      status: 422,
      zh: '这个工单号在表中已出现过，只计一次。',
      en: 'This ticket number stands in the sheet before; it is counted once.',
    },
    'appeals.closedBefore': {
      status: 422,
      zh: '办结日期{value}早于受理日期{limit}，这件工单没有计入。请核对。',
      en: 'It was closed on {value}, before it came on {limit}, so this ticket was not counted. Please check.',
    },
    'appeals.closedUnread': {
      status: 422,
      zh: '办结日期读不出来，按已办结、天数不详计入。',
      en: "The day of closing can't be read: counted as solved, days not known.",
    },
    'appeals.sourceUnknown': {
      status: 422,
      zh: '来源不是热线受理、社区自查、上级交办之一，按上面选定的来源计入。',
      en: 'The source is none of hotline, found by the community, handed down; counted as the source chosen above.',
    },
    'appeals.noSubject': {
      status: 422,
      zh: '主题一栏像是诉求内容或个人信息，没有读取，计入“未分主题”。',
      en: 'The subject looks like the text of a ticket or something about a person; it was not read, and counted without a subject.',
    },
    'appeals.subjectClosedInSheet': {
      status: 422,
      zh: '主题“{value}”已停用，计入“未分主题”。需要时请先重新启用。',
      en: 'The subject "{value}" is closed; counted without a subject. Please open it first if it is wanted.',
    },
    'appeals.inTimeUnsaid': {
      status: 422,
      zh: '有{count}件已办结而没有写是否按时，所在社区和月份的按时办结按不详处理。',
      en: 'Of {count} solved tickets it is not said whether in time: where they are, that is not known.',
    },
    'appeals.monthsMissing': {
      status: 422,
      zh: '表中首末两月之间缺{value}月。如确有诉求，请补齐再导入。',
      en: 'Between the first and the last month of the sheet there is none of month {value}. If there were appeals, please add them.',
    },
    'appeals.monthTwice': {
      status: 422,
      zh: '这个社区{month}月的件数已在第{value}行，同一来源和主题只能有一行。请合并或删去一行。',
      en: 'Month {month} of this community stands in row {value} already; there is one row for a source and subject. Please join them or remove one.',
    },
    'appeals.monthInTwoSheets': {
      status: 422,
      zh: '{month}月的工单分在几张表里：{value}。都已计入；如有重复的表，请删去再导入。',
      en: 'Tickets of month {month} stand in several sheets: {value}. All were counted; if one is there twice, please take it out.',
    },
    'appeals.monthUnknown': {
      status: 422,
      zh: '不知道是哪个月（“{value}”）。请加“月份”一栏，写在表名里，或在上面选定月份。',
      en: 'The month is not known ("{value}"). Please add a column for it, name the sheet after it, or choose one above.',
    },
    'appeals.unanswered': {
      status: 409,
      zh: '还没有说明“{value}”是哪个社区。请选定，或选“不计入”。',
      en: 'It is not said yet which community "{value}" is. Please choose one, or leave it out.',
    },
    'appeals.tooManySubjects': {
      status: 422,
      zh: '主题将有{count}个，最多{limit}个。请少选几个新主题。',
      en: 'There would be {count} subjects, at most {limit} are possible. Please add fewer.',
    },
    'appeals.noNextYear': {
      status: 409,
      zh: '方案里没有{year}年之后的年度。请先在“年度”中新建下一年，或选择带入本年指标。',
      en: 'The plan has no year after {year}. Please start the next year first, or take the sums into this year.',
    },
    'appeals.noIndicator': {
      status: 409,
      zh: '指标字典里没有“主动发现诉求”“12345热线诉求”“已办结诉求”任何一项，无处可带。请先在指标字典中恢复。',
      en: 'The dictionary has none of "Appeals found", "Hotline appeals" and "Appeals solved". Please bring one of them back first.',
    },
    'appeals.noWholeYear': {
      status: 409,
      zh: '{year}年没有一个社区{limit}个月都有数。不满一年的合计不能当作全年指标，请补齐各月，没有诉求的填0。',
      en: "In {year} no community has all {limit} months. A sum of fewer is not the year's; please enter the missing months, 0 where there was none.",
    },
  },

  summaries: {
    appealIndicators: {
      zh: '{from}年诉求合计带入{year}年指标：{count}个社区',
      en: 'Appeals of {from} into the indicators of {year}: {count} communities',
    },
    appealImport: { zh: '{file}：导入诉求{count}件', en: '{file}: {count} appeals imported' },
    appealEnter: { zh: '{month}月诉求：{count}个数', en: 'Appeals of month {month}: {count} figures' },
    appealSubjects: { zh: '诉求主题：{count}个', en: 'Subjects of appeals: {count}' },
  },

  subjects: { appealCount: { zh: '诉求件数', en: 'Appeals' }, appealSubject: { zh: '诉求主题', en: 'Subject of appeals' } },

  papers: {
    appealList: {
      order: 19,
      name: { zh: '群众诉求情况表', en: 'Appeals' },
      title: { zh: '{year} 年{scope}诉求情况表', en: 'Appeals {year}, {scope}' },
      attachment: { zh: '', en: '' },
      isRecord: true,
      gaps: ['scope'],
      columns: [
        column('number', 'middle', 3.2, '序号', 'No.'),
        column('district', 'middle', null, '区县', 'District'),
        column('subdistrict', 'middle', 10, '街道', 'Subdistrict'),
        column('community', 'words', 10, '社区', 'Community'),
        column('class', 'middle', 4, '类别', 'Class'),
        column('residents', 'number', 7, '常住人口', 'Residents'),
        column('received', 'number', 6, '受理', 'Received'),
        column('solved', 'number', 6, '办结', 'Solved'),
        column('inTime', 'number', 6, '按时办结', 'In time'),
        column('repeats', 'number', 5, '重复', 'Repeats'),
        column('outOfScope', 'number', 6, '不属范围', 'Out of scope'),
        column('perThousand', 'number', 6, '每千人件数', 'Per 1,000'),
        column('standing', 'middle', 13, '与平均相比', 'Against the average'),
        column('share', 'middle', null, '按时办结率（95%区间）', 'In time (95% interval)'),
        column('closing', 'words', 19, '办结天数', 'Days to close'),
      ],
    },
  },

  commands: {
    appeals: {
      order: 27,
      lines: ['appeals --plan FILE [--source hotline|found|handed|all] [--community CODE] [--json]'],
      zh: '群众诉求：受理、办结、每千人件数及与平均相比、按时办结率、办结天数、上年同期、趋势。',
      en: 'Appeals: received, solved, per 1,000 residents against the average, in time, days to close, last year, trend.',
    },
  },
} as const satisfies ModuleWords
