import type { ProjectEvent, ProjectStep } from '../../model/project.ts'
import { comparable, textIn, type Language, type Text } from '../../model/text.ts'
import { PROJECT_FIELDS, type ProjectField } from '../../words/project-fields.ts'
import { EVENT_PARTS, PROJECT_PARTS } from '../../words/projects.ts'

export type StepPart = Exclude<keyof ProjectEvent, 'kind'>

/** What a column of a delivered register means: the place, a field of the plan, or a part of a step. */
export type RegisterColumn =
  | { of: 'place'; part: 'code' | 'name' | 'district' | 'subdistrict' }
  | { of: 'number' }
  | { of: 'plan'; field: ProjectField }
  | { of: 'step'; kind: ProjectStep; part: StepPart }
  | { of: 'event'; part: keyof ProjectEvent }

/** What offices write over columns that the program itself calls otherwise. */
const MORE: Readonly<Partial<Record<ProjectField['key'], readonly string[]>>> = {
  purpose: ['项目名称和用途', '项目名称及用途'],
  category: ['用途类别', '用途分类'],
}

const both = ({ zh, en }: Text): string[] => [zh, en]

/** Headings that offices use for the parts of steps that stand in the row of a project. */
const STEP_HEADINGS: ReadonlyArray<[ProjectStep, StepPart, readonly string[]]> = [
  ['proposed', 'date', ['提出日期', '申报日期', '提出时间', '申报时间']],
  ['decided', 'date', ['议决日期', '表决日期', '决议日期', '审议日期', '议决时间', '表决时间']],
  ['decided', 'body', ['决策机构', '表决机构', '议决主体', '议决会议']],
  ['decided', 'amountFen', ['核准金额', '批准金额', '审定金额', '批复金额', '议决金额']],
  ['filed', 'date', ['备案日期', '备案时间']],
  ['filed', 'document', ['备案文号', '备案编号']],
  ['publishedBefore', 'date', ['事前公示日期', '事前公示']],
  ['contracted', 'date', ['合同日期', '签订日期', '合同签订日期']],
  ['contracted', 'amountFen', ['合同金额', '合同价', '合同价款']],
  ['started', 'date', ['开工日期', '开工时间', '实施日期', '启动日期']],
  ['publishedDuring', 'date', ['事中公示日期', '事中公示']],
  ['paid', 'date', ['付款日期', '支付日期', '付款时间', '支付时间']],
  ['paid', 'amountFen', ['付款金额', '已付金额', '支付金额', '已支付金额', '已支付']],
  ['accepted', 'date', ['验收日期', '验收时间']],
  ['settled', 'date', ['结算日期', '决算日期', '结算时间']],
  ['settled', 'amountFen', ['结算金额', '决算金额']],
  ['published', 'date', ['事后公示日期', '事后公示', '公示日期']],
  ['closed', 'date', ['销号日期', '办结日期']],
]

function named(column: RegisterColumn, headings: readonly string[]): Array<[string, RegisterColumn]> {
  return headings.filter((each) => each !== '').map((each) => [comparable(each), column])
}

/** Columns of a sheet with a row for each project. */
export const PROJECT_COLUMNS: ReadonlyMap<string, RegisterColumn> = new Map([
  ...named({ of: 'place', part: 'code' }, ['社区代码', '代码', 'Code']),
  ...named({ of: 'place', part: 'name' }, ['社区', '社区名称', '村社区', '社区村', '单位', 'Community']),
  ...named({ of: 'place', part: 'subdistrict' }, ['街道', '街道镇', '镇街道', '所属街道', '乡镇街道', 'Subdistrict']),
  ...named({ of: 'place', part: 'district' }, ['区县', '区', '县区', 'District']),
  ...named({ of: 'number' }, [...both(PROJECT_PARTS.number), '项目编号', '编号']),
  ...PROJECT_FIELDS.flatMap((field) =>
    named({ of: 'plan', field }, [...both(field.heading), ...field.synonyms, ...(MORE[field.key] ?? [])]),
  ),
  ...STEP_HEADINGS.flatMap(([kind, part, headings]) => named({ of: 'step', kind, part }, headings)),
  ...named({ of: 'step', kind: 'paid', part: 'code' }, [...both(EVENT_PARTS.code), '预算科目', '科目编码']),
  ...named({ of: 'step', kind: 'decided', part: 'body' }, both(EVENT_PARTS.body)),
])

/** Columns of a sheet with a row for each step. */
export const EVENT_COLUMNS: ReadonlyMap<string, RegisterColumn> = new Map([
  ...[...PROJECT_COLUMNS].filter(([, { of }]) => of === 'place' || of === 'number'),
  ...(Object.keys(EVENT_PARTS) as (keyof ProjectEvent)[]).flatMap((part) => named({ of: 'event', part }, both(EVENT_PARTS[part]))),
])

/** What the written register says beside what was entered: it follows from the steps, and is not read back. */
export const RESULT_AMOUNTS = ['approvedFen', 'contractFen', 'paidFen', 'settledFen', 'committedFen'] as const
export const resultHeading = (part: (typeof RESULT_AMOUNTS)[number], language: Language): string =>
  `${language === 'zh' ? '台账' : 'Register: '}${textIn(PROJECT_PARTS[part], language)}`
const NOT_TAKEN: ReadonlySet<string> = new Set(
  [
    ...['', '序号', 'No'],
    ...both(PROJECT_PARTS.state),
    ...(['zh', 'en'] as const).flatMap((language) => RESULT_AMOUNTS.map((part) => resultHeading(part, language))),
  ].map(comparable),
)
/** Whether a column needs no mention though it is not read: serial numbers, and what the program itself has worked out. */
export const isLeftOutKnowingly = (heading: string): boolean => NOT_TAKEN.has(comparable(heading))
