import { APPEAL_COUNT_NAMES, APPEAL_COUNT_WORDS, type AppealCountName } from '../../model/appeal.ts'
import { comparable } from '../../model/text.ts'

/** What tells of a row whose it is, and of what it is. */
export type AppealPart = 'code' | 'name' | 'subdistrict' | 'district' | 'source' | 'subject' | 'month'
/** What a row of a ticket says. late: the other way round than inTime. */
export type TicketPart = AppealPart | 'date' | 'closed' | 'solved' | 'inTime' | 'late' | 'repeat' | 'outOfScope' | 'number'
export type CountsPart = AppealPart | AppealCountName

const SHARED: ReadonlyArray<[AppealPart, readonly string[]]> = [
  ['code', ['社区代码', '代码', 'Code']],
  ['name', ['社区', '社区名称', '所属社区', '承办社区', '责任社区', '办理社区', '村社区', '社区村', '承办单位', 'Community']],
  ['subdistrict', ['街道', '街道镇', '镇街道', '所属街道', '乡镇街道', '承办街道', 'Subdistrict']],
  ['district', ['区县', '区', '县区', '所属区县', 'District']],
  ['source', ['来源', '诉求来源', '工单来源', '受理渠道', '渠道', 'Source']],
  ['subject', ['主题', '诉求主题', '诉求类别', '诉求类型', '诉求分类', '问题类别', '问题类型', '工单类型', '一级分类', 'Subject']],
  ['month', ['月份', '统计月份', '月', '所属月份', 'Month']],
]
const TICKETS: ReadonlyArray<[TicketPart, readonly string[]]> = [
  ...SHARED,
  ['date', ['受理日期', '受理时间', '来电日期', '来电时间', '登记日期', '登记时间', '诉求日期', '派单日期', '派单时间', '日期', 'Date']],
  ['closed', ['办结日期', '办结时间', '完成日期', '完成时间', '办结日', 'Closed', 'Closed date']],
  ['solved', ['是否办结', '办结情况', '办理状态', '是否解决', 'Solved']],
  ['inTime', ['是否按时', '是否按时办结', '按时办结', '是否按期', '是否及时', 'In time']],
  ['late', ['是否超期', '是否超时', '是否逾期', 'Late']],
  ['repeat', ['是否重复', '重复', '重复诉求', '重复工单', 'Repeat']],
  ['outOfScope', ['是否不属受理范围', '不属受理范围', '不予受理', '是否无效', 'Out of scope']],
  ['number', ['工单编号', '工单号', '诉求编号', '编号', 'Ticket']],
]
const COUNTS: ReadonlyArray<[CountsPart, readonly string[]]> = [
  ...SHARED,
  ['received', ['受理件数', '受理量', '受理数', '诉求件数', '诉求量', '工单数', '工单量', '件数']],
  ['solved', ['办结件数', '办结量', '办结数', '已办结', '解决件数']],
  ['inTime', ['按时办结件数', '按时办结数', '按期办结']],
  ['repeats', ['重复件数', '重复', '重复工单']],
  ['outOfScope', ['不予受理', '无效件数']],
  ...APPEAL_COUNT_NAMES.map((each): [CountsPart, readonly string[]] => [each, [APPEAL_COUNT_WORDS[each].zh, APPEAL_COUNT_WORDS[each].en]]),
]

const byHeading = <Part extends string>(all: ReadonlyArray<[Part, readonly string[]]>): ReadonlyMap<string, Part> =>
  new Map(all.flatMap(([part, headings]) => headings.map((heading) => [comparable(heading), part] as const)))

export const TICKET_COLUMNS = byHeading(TICKETS)
export const COUNT_COLUMNS = byHeading(COUNTS)

const hasPlace = (parts: ReadonlySet<string>): boolean => parts.has('name') || parts.has('code')
/** A row for each ticket says on which day it came; one for each community how many came. */
export const isTickets = (parts: ReadonlySet<string>): boolean => hasPlace(parts) && parts.has('date')
export const isCounts = (parts: ReadonlySet<string>): boolean => hasPlace(parts) && parts.has('received')
