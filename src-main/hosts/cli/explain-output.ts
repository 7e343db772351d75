import type { ConditionFinding, Explanation } from '../../model/explanation.ts'
import type { IndicatorValue } from '../../model/indicator.ts'
import type { EffectDifference } from '../../model/class-effect.ts'
import type { CommunityResult } from '../../model/plan.ts'
import { isLeaf as isLeafCondition, type ConditionLeaf } from '../../model/condition.ts'
import { measuredInWords } from '../../words/measured.ts'
import { classInWords, conditionInWords, indicatorInWords, valueInWords, type PolicySource } from '../../words/policies.ts'
import { stepsOf } from '../../model/fund.ts'
import { textIn, type Language } from '../../model/text.ts'
import { yuanText } from './plan-text.ts'

export interface Explained {
  explanation: Explanation
  community: CommunityResult
  /** What every other class would change. */
  otherClasses: ReadonlyArray<{ class: string; effects: readonly EffectDifference[] }>
}
type LeafFinding = ConditionFinding & { condition: ConditionLeaf }
interface Compared {
  indicator: string
  value: IndicatorValue
  operator: string
  threshold: number | string[]
  holds: boolean | null
}

const isLeaf = (finding: ConditionFinding): finding is LeafFinding => isLeafCondition(finding.condition)
const leavesIn = (finding: ConditionFinding): LeafFinding[] => (isLeaf(finding) ? [finding] : finding.parts.flatMap(leavesIn))

/**
 * The comparisons because of which a condition is not what it should be: of "all" the parts that fail, of "any" every part; under
 * "not" those
 * that hold although they should not.
 */
function culpritsIn(finding: ConditionFinding, wanted: 'true' | 'false'): LeafFinding[] {
  if (finding.outcome === wanted) return []
  if (isLeaf(finding)) return [finding]
  return finding.parts.flatMap((part) =>
    culpritsIn(part, finding.condition.kind === 'not' ? (wanted === 'true' ? 'false' : 'true') : wanted),
  )
}

/** A comparison as the document tells it; a range is told as its two ends. */
function comparedOf({ condition, value, outcome }: LeafFinding): Compared[] {
  const { indicator } = condition
  const holds = outcome === 'unknown' ? null : outcome === 'true'
  switch (condition.kind) {
    case 'compare':
      return [{ indicator, value, operator: condition.operator, threshold: condition.value, holds }]
    case 'category':
      return [{ indicator, value, operator: 'in', threshold: condition.anyOf, holds }]
    case 'flag':
      return [{ indicator, value, operator: '=', threshold: Number(condition.value), holds }]
    case 'range': {
      const { from, to, toIncluded } = condition
      const number = typeof value === 'number' ? value : null
      return [
        ...(from === undefined
          ? []
          : [{ indicator, value, operator: '>=', threshold: from, holds: number === null ? null : number >= from }]),
        ...(to === undefined
          ? []
          : [
              {
                indicator,
                value,
                operator: toIncluded ? '<=' : '<',
                threshold: to,
                holds: number === null ? null : toIncluded ? number <= to : number < to,
              },
            ]),
      ]
    }
  }
}

const decidingRule = ({ rules }: Explanation) => rules.find((each) => each.outcome === 'true')
const earlierRules = ({ rules }: Explanation) => rules.filter((each) => each.outcome !== 'true')

/**
 * The document of `explain --json`. `conditions` are all comparisons of the rule that decided, none where no rule did; `earlier`
 * are the rules
 * before it with the comparisons for which they failed; `needs` is the value at which the class changes to `to`.
 */
export function explainJson({ explanation, community, otherClasses }: Explained) {
  const deciding = decidingRule(explanation)
  return {
    code: community.code,
    name: community.name,
    class: community.class,
    rule: community.rule,
    conditions: deciding === undefined ? [] : leavesIn(deciding.finding).flatMap(comparedOf),
    earlier: earlierRules(explanation).map(({ rule, finding }) => ({ rule, failed: culpritsIn(finding, 'true').flatMap(comparedOf) })),
    nearest: explanation.distances.map(({ indicator, from, to, class: reached }) => ({ indicator, value: from, needs: to, to: reached })),
    trace: community.trace.map(({ step, fen }) => ({ step, fen })),
    otherClasses,
  }
}

const SAY = {
  zh: {
    undecided: '未定',
    rule: '判定规则',
    fallback: '其余情形',
    earlier: '前面的规则不成立',
    nearest: '离其他类别最近的变化',
    trace: '金额（元）',
    total: '合计',
    others: '若为其他类别',
    needs: '缺少',
    open: '：',
  },
  en: {
    undecided: 'undecided',
    rule: 'Decided by',
    fallback: 'all others',
    earlier: 'Earlier rules that do not hold',
    nearest: 'Nearest changes to another class',
    trace: 'Amount (yuan)',
    total: 'Total',
    others: 'Under another class',
    needs: 'Missing',
    open: ': ',
  },
} as const
const MARK = { true: '✓', false: '✗', unknown: '?' } as const

/** What `explain` says to a reader. */
export function explainText({ explanation, community, otherClasses }: Explained, source: PolicySource, language: Language): string {
  const say = SAY[language]
  const ruleName = (key: string): string => {
    const rule = source.policy.classification.rules.find((each) => each.key === key)
    return rule === undefined ? key : textIn(rule.name, language)
  }
  const line = (finding: LeafFinding): string =>
    `    ${MARK[finding.outcome]} ${conditionInWords(finding.condition, source, language)}  [${measuredInWords(finding.condition, finding.value, source, language)}]`
  const said = (lines: EffectDifference['before'], sign = ''): string[] => lines.map((each) => `${sign}${textIn(each, language)}`)
  const effectText = ({ title, stays, becomes, before, after }: EffectDifference): string => {
    const changed = [
      ...becomes.map((each) => `${textIn(each.before, language)} → ${textIn(each.after, language)}`),
      ...said(before, '－'),
      ...said(after, '＋'),
    ]
    return `${textIn(title, language)} ${(changed.length === 0 ? said(stays) : changed).join(', ') || '–'}`
  }
  const deciding = decidingRule(explanation)
  const steps = new Map(stepsOf(source.policy).map((step) => [step.key, textIn(step.name, language)]))
  const title = `${community.code || community.key}  ${community.name}  ${community.class === null ? say.undecided : classInWords(community.class, source.policy, language)}`
  return [
    title,
    '',
    ...(community.class === null
      ? [`${say.needs}${say.open}${community.needs.map((key) => indicatorInWords(key, source, language)).join(', ')}`]
      : [`${say.rule}${say.open}${deciding === undefined ? say.fallback : ruleName(deciding.rule)}`]),
    ...(deciding === undefined ? [] : leavesIn(deciding.finding).map(line)),
    ...(earlierRules(explanation).length === 0
      ? []
      : [
          say.earlier,
          ...earlierRules(explanation).flatMap(({ rule, finding }) => [`  ${ruleName(rule)}`, ...culpritsIn(finding, 'true').map(line)]),
        ]),
    ...(explanation.distances.length === 0
      ? []
      : [
          say.nearest,
          ...explanation.distances.map(
            ({ indicator, from, to, class: reached }) =>
              `  ${indicatorInWords(indicator, source, language)} ${valueInWords(indicator, from, source, language)} → ${valueInWords(indicator, to, source, language)}${say.open}${classInWords(reached, source.policy, language)}`,
          ),
        ]),
    ...(community.amountFen === null
      ? []
      : [
          say.trace,
          ...community.trace.map(({ step, fen }) => `  ${steps.get(step) ?? step}  ${yuanText(fen)}`),
          `  ${say.total}  ${yuanText(community.amountFen)}`,
        ]),
    say.others,
    ...otherClasses.map(
      ({ class: reached, effects }) =>
        `  ${classInWords(reached, source.policy, language)}${say.open}${effects.map(effectText).join('; ')}`,
    ),
  ].join('\n')
}
