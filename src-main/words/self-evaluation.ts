import type { EvaluationItem, Aspect, Figure, GradeName, Level, Remark, Way } from '../model/self-evaluation.ts'
import type { Text } from '../model/text.ts'

const both = (zh: string, en: string): Required<Text> => ({ zh, en })

export const LEVEL_WORDS: Record<Level, Required<Text>> = {
  output: both('产出指标', 'Output'),
  benefit: both('效益指标', 'Benefit'),
  satisfaction: both('满意度指标', 'Satisfaction'),
}
export const ASPECT_WORDS: Record<Aspect, Required<Text>> = {
  quantity: both('数量指标', 'Quantity'),
  quality: both('质量指标', 'Quality'),
  timeliness: both('时效指标', 'Timeliness'),
  cost: both('成本指标', 'Cost'),
  economic: both('经济效益指标', 'Economic benefit'),
  social: both('社会效益指标', 'Social benefit'),
  ecological: both('生态效益指标', 'Ecological benefit'),
  lasting: both('可持续影响指标', 'Lasting effect'),
  served: both('服务对象满意度指标', 'Satisfaction of those served'),
}
export const WAY_WORDS: Record<Way, Required<Text>> = {
  atLeast: both('不低于', 'At least'),
  atMost: both('不高于', 'At most'),
  grade: both('定性', 'Grade'),
}
export const GRADE_WORDS: Record<GradeName, Required<Text>> = {
  reached: both('达成年度指标', 'Reached'),
  partly: both('部分达成年度指标并具有一定效果', 'Partly reached, with some effect'),
  missed: both('未达成年度指标且效果较差', 'Missed, with little effect'),
}
export const FIGURE_WORDS: Record<Figure, Required<Text>> = {
  communities: both('有经费到账的社区', 'Communities that received money'),
  projects: both('已验收的项目', 'Projects accepted'),
  violations: both('禁止用途、超限额、超可用资金的事项', 'Forbidden uses, above a cap, above what is free'),
  received: both('到期应拨资金的到账比率', 'Share received of what is due'),
  published: both('按期公示的比率', 'Share published in time'),
  filed: both('按期备案的比率', 'Share filed in time'),
  settled: both('决算金额占批准金额的比率', 'Final accounts against what was approved'),
  measures: both('措施完成的比率', 'Share of measures done as planned'),
  targets: both('达到目标的社区比率', 'Share of communities that reach their targets'),
  appealsSolved: both('诉求办结的比率', 'Share of appeals solved'),
  appealsInTime: both('办结诉求中按时的比率', 'Share solved in time of those solved'),
}
export const REMARK_WORDS: Record<Remark, Required<Text>> = {
  below: both('未达指标值，请说明原因和改进措施', 'Below the target: please say why, and what is done'),
  wellAbove: both('超过指标值一半以上，请说明是否指标值定得偏低', 'More than half above the target: please say whether it was set too low'),
}

/** What the columns of the form are called. */
export const EVALUATION_PARTS = {
  level: both('一级指标', 'Level'),
  aspect: both('二级指标', 'Aspect'),
  name: both('三级指标', 'Item'),
  target: both('年度指标值', 'Target'),
  result: both('实际完成值', 'Result'),
  points: both('分值', 'Points'),
  score: both('得分', 'Points given'),
  reason: both('偏差原因分析及改进措施', 'Why it differs, and what is done'),
  project: both('项目名称', 'Project'),
  department: both('主管部门', 'Department'),
  unit: both('实施单位', 'Carried out by'),
  goal: both('预期目标', 'What was meant'),
  achieved: both('实际完成情况', 'What came of it'),
  wholeFen: both('年度资金总额', 'Money of the year'),
  plannedFen: both('当年财政拨款', "This year's plan"),
  carryFen: both('上年结转资金', 'Carried over'),
  paidFen: both('全年执行数', 'Paid in the year'),
  rate: both('执行率', 'Share paid'),
} as const

/** @returns a target as it stands in the form: ≥95%, ≤0件; a grade has none in numbers */
export function targetInWords({ way, unit }: Pick<EvaluationItem, 'way' | 'unit'>, target: number | null): Text {
  if (way === 'grade') return both('达成', 'reached')
  if (target === null) return both('–', '–')
  const sign = way === 'atLeast' ? '≥' : '≤'
  return both(`${sign}${target}${unit}`, `${sign}${target}${unit === '%' ? '%' : ` ${unit}`}`.trim())
}
