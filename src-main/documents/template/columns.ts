import type { DataValidation } from 'exceljs'
import { FEN_PER_YUAN } from '../../model/money.ts'
import type { Community, CommunityFacts } from '../../model/plan.ts'
import type { Dictionary, Indicator } from '../../model/indicator.ts'
import { rangeOf, rangeText } from '../../model/range.ts'
import { CODE_LENGTH } from './rules.ts'
import { writtenText, writtenValue } from './written-value.ts'

/** A column of the sheet to be filled in. `comment` is shown when the pointer rests on the heading. */
export interface TemplateColumn<Row = CommunityFacts> {
  group: string
  heading: string
  needed: boolean
  width: number
  comment: string
  /** '@' where digits must stay text; everything else keeps the general format, so that a typed 35% stays a percentage. */
  format: '@' | 'General'
  validation: DataValidation | null
  /** What the cell of a community holds when the sheet is filled in; null: blank. */
  written: (row: Row) => string | number | null
}

/** Excel allows a list in a validation to have so many characters. */
const LONGEST_LIST = 255
const UNKNOWN_NOTE = '没有数据请留空（表示未知）；确实为零请填 0。'

/** @returns the columns in their order: place, the delivered indicators by group, last year's money and class. */
export function templateColumns(
  dictionary: Dictionary,
  policyIndicators: readonly string[],
  classes: readonly string[],
  year: number,
): TemplateColumn[] {
  const isNeeded = (indicator: Indicator): boolean => indicator.required || policyIndicators.includes(indicator.key)
  const amountComment = `${year - 1}年核定给本社区的服务群众专项经费，单位为元。${UNKNOWN_NOTE}`
  const groupName = (indicator: Indicator): string => dictionary.groups.find(({ key }) => key === indicator.group)?.label.zh ?? '其他'
  const delivered = dictionary.indicators.filter((indicator) => indicator.formula === undefined)
  const inGroups = dictionary.groups.flatMap((group) => delivered.filter((indicator) => indicator.group === group.key))
  const others = delivered.filter((indicator) => !inGroups.includes(indicator))
  return [
    ...placeColumns(),
    ...[...inGroups, ...others].map((indicator) => indicatorColumn(indicator, groupName(indicator), isNeeded(indicator))),
    ledgerColumn('上年金额（元）', amountComment, amountRule('上年金额'), ({ previousFen }) =>
      previousFen === null ? null : previousFen / FEN_PER_YUAN,
    ),
    ledgerColumn(
      '上年类别',
      `${year - 1}年核定的社区类别；没有分类的请留空。`,
      classes.length > 0 ? listRule(classes) : null,
      ({ previousClass }) => writtenText(previousClass ?? ''),
    ),
  ]
}

const refusing = (errorTitle: string, error: string) => ({ allowBlank: true, showErrorMessage: true, errorTitle, error })

const place = (heading: string, field: keyof Community, width: number, needed: boolean, comment: string): TemplateColumn<Community> => ({
  group: '基本信息',
  heading,
  needed,
  width,
  comment,
  format: field === 'code' ? '@' : 'General',
  validation: null,
  written: (community) => writtenText(community[field]),
})

/** The columns by which a community is known. */
export const placeColumns = (): TemplateColumn<Community>[] => [
  place('区县', 'district', 12, true, '社区所在的区或县，填全称。'),
  place('街道（镇）', 'subdistrict', 14, true, '社区所属的街道或镇，填全称，每行都填。'),
  place('社区名称', 'name', 18, true, '社区全称。同一街道内不能重复。'),
  {
    ...place(
      '社区代码',
      'code',
      16,
      false,
      `${CODE_LENGTH} 位统计用区划代码，按文本填写；没有代码的请留空，此时以区县、街道（镇）和名称识别社区。`,
    ),
    validation: {
      type: 'textLength',
      operator: 'equal',
      formulae: [CODE_LENGTH],
      ...refusing('社区代码', `社区代码应为 ${CODE_LENGTH} 位数字`),
    },
  },
]

const ledgerColumn = (
  heading: string,
  comment: string,
  validation: DataValidation | null,
  written: TemplateColumn['written'],
): TemplateColumn => ({ group: '上年情况', heading, needed: false, width: 12, comment, format: 'General', validation, written })

function indicatorColumn(indicator: Indicator, group: string, needed: boolean): TemplateColumn {
  const unit = indicator.kind === 'share' ? '%' : indicator.unit?.zh
  const isMeasured = indicator.kind === 'number' || indicator.kind === 'share'
  const range = isMeasured ? rangeText(indicator) : ''
  const wholeOnly = indicator.kind === 'number' && indicator.step === 1 ? '，整数' : ''
  const lines = [
    indicator.label.zh,
    needed ? '本办法需要此项，请尽量填写。' : '选填。',
    ...(unit === undefined ? [] : [`单位：${unit}`]),
    ...(range === '' ? [] : [`范围：${range}${wholeOnly}`]),
    ...(indicator.kind === 'category' ? [`从下列选项中选择：${indicator.options.map(({ label }) => label.zh).join('、')}`] : []),
    ...(indicator.kind === 'flag' ? ['填“是”或“否”'] : []),
    ...(indicator.note === undefined ? [] : [indicator.note.zh]),
    isMeasured ? UNKNOWN_NOTE : '不清楚请留空（表示未知）。',
  ]
  const heading = unit === undefined ? indicator.label.zh : `${indicator.label.zh}（${unit}）`
  const width = Math.min(16, Math.max(9, indicator.label.zh.length * 1.3))
  const written = ({ values }: CommunityFacts): string | number | null => writtenValue(indicator, values[indicator.key])
  return { group, heading, needed, width, comment: lines.join('\n'), format: 'General', validation: ruleOf(indicator, range), written }
}

function ruleOf(indicator: Indicator, range: string): DataValidation | null {
  const { kind, label, step } = indicator
  if (kind === 'category') return listRule(indicator.options.map((option) => option.label.zh))
  if (kind === 'flag') return listRule(['是', '否'])
  const isShare = kind === 'share'
  const scale = isShare ? 100 : 1
  const { min, max } = rangeOf(indicator)
  const isWhole = !isShare && step === 1
  const message = `${label.zh}应为${isWhole ? '整数' : '数字'}${range === '' ? '' : `，范围 ${range}`}`
  return numberRule(isWhole ? 'whole' : 'decimal', min * scale, max * scale, message)
}

/** An amount of money in 元. */
export const amountRule = (what: string): DataValidation => numberRule('decimal', 0, Infinity, `${what}应为不小于 0 的金额（元）`)

/** So many of something. */
export const countRule = (what: string): DataValidation => numberRule('whole', 0, Infinity, `${what}应为不小于 0 的整数`)

/** A share in percent. */
export const percentRule = (what: string): DataValidation => numberRule('decimal', 0, 100, `${what}应为 0 到 100 之间的百分数`)

/** Without bounds of its own a number may be anything that a sheet can hold. */
function numberRule(type: 'whole' | 'decimal', min: number, max: number, error: string): DataValidation {
  const MOST = 1e12
  return { type, operator: 'between', formulae: [Math.max(min, -MOST), Math.min(max, MOST)], ...refusing('数值不符', error) }
}

function listRule(options: readonly string[]): DataValidation | null {
  const list = `"${options.join(',')}"`
  if (list.length > LONGEST_LIST || options.some((option) => /[",]/.test(option))) return null
  return { type: 'list', formulae: [list], ...refusing('选项不符', `请从列表中选择：${options.join('、')}`) }
}
