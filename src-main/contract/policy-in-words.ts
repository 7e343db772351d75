import type { Dictionary, Indicator, IndicatorValue } from './indicator.ts'
import { FEN_PER_WAN, FEN_PER_YUAN } from './money.ts'
import type { CommunityResult } from './plan.ts'
import type { Condition, OPERATORS, Policy, Rule, Step } from './policy.ts'
import { textIn } from './text.ts'
import type { Language } from './text.ts'

/** What is needed to put a policy into words: the policy, and the dictionary that its indicators come from. */
export interface PolicySource { policy: Policy; dictionary: Dictionary }

const numberFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 })

/** @returns a number with thousands separators and without binary rests: 7 and not 7.000000000000001. */
export const numberInWords = (value: number): string => numberFormat.format(Number(value.toPrecision(12)))

/** @returns an amount in fen as people say it: 15万元 where that is short, else 元; in English yuan. */
export const moneyInWords = (fen: number, language: Language): string => {
  if (language === 'en') return `${numberInWords(fen / FEN_PER_YUAN)} yuan`
  const inWan = fen % (FEN_PER_WAN / 100) === 0 && Math.abs(fen) >= FEN_PER_WAN
  return inWan ? `${numberInWords(fen / FEN_PER_WAN)}万元` : `${numberInWords(fen / FEN_PER_YUAN)}元`
}

const indicatorOf = (key: string, { policy, dictionary }: PolicySource): Indicator | undefined =>
  policy.indicators.find((each) => each.key === key) ?? dictionary.indicators.find((each) => each.key === key)

/** @returns an indicator's label, or its key where neither the policy nor the dictionary knows it. */
export const indicatorInWords = (key: string, source: PolicySource, language: Language): string => {
  const indicator = indicatorOf(key, source)
  return indicator === undefined ? key : textIn(indicator.label, language)
}

/** @returns a value with its unit: 3,000人, 35%, 城郊, 是; an unknown one is 未知, never zero. */
export const valueInWords = (key: string, value: IndicatorValue, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  if (value === null) return chinese ? '未知' : 'unknown'
  const indicator = indicatorOf(key, source)
  if (indicator?.kind === 'category') {
    const option = indicator.options.find((each) => each.key === value)
    return option === undefined ? String(value) : textIn(option.label, language)
  }
  if (typeof value === 'string') return value
  if (indicator?.kind === 'flag') return value === 0 ? (chinese ? '否' : 'no') : (chinese ? '是' : 'yes')
  if (indicator?.kind === 'share') return `${numberInWords(value * 100)}%`
  const unit = indicator?.unit === undefined ? '' : textIn(indicator.unit, language)
  return chinese || unit === '' ? numberInWords(value) + unit : `${numberInWords(value)} ${unit}`
}

/** @returns a class with its name: "A类 成熟小区型" as it is where the name already tells the key, else key and name. */
export const classInWords = (key: string, policy: Policy, language: Language): string => {
  const found = policy.classes.find((each) => each.key === key)
  const name = found === undefined ? key : textIn(found.name, language)
  if (name.includes(key)) return name
  return language === 'zh' ? `${key}（${name}）` : `${key} (${name})`
}

const COMPARISONS: Record<Language, Record<(typeof OPERATORS)[number], string>> = {
  zh: { '<': '低于', '<=': '不超过', '>': '超过', '>=': '不低于', '=': '等于', '!=': '不等于' },
  en: { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least', '=': 'exactly', '!=': 'other than' },
}

/** A group inside a group is put in brackets, so that "and" and "or" can't be misread. */
const joined = (parts: Condition[], word: 'all' | 'any', source: PolicySource, language: Language): string => {
  const separator = { zh: { all: '，且', any: '，或' }, en: { all: ', and ', any: ', or ' } }[language][word]
  const bracketed = (part: Condition): string => {
    const text = conditionInWords(part, source, language)
    const isGroup = (part.kind === 'all' || part.kind === 'any') && part.of.length > 1
    return isGroup ? (language === 'zh' ? `（${text}）` : `(${text})`) : text
  }
  return parts.length === 1 ? conditionInWords(parts[0]!, source, language) : parts.map(bracketed).join(separator)
}

/** @returns what a condition asks for, with labels, units and boundaries: 常住人口不低于3,000人，且老旧楼院占比超过40%. */
export const conditionInWords = (condition: Condition, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  if (condition.kind === 'not') {
    const inner = conditionInWords(condition.of, source, language)
    return chinese ? `并非（${inner}）` : `not (${inner})`
  }
  if ('of' in condition) return joined(condition.of, condition.kind, source, language)
  const label = indicatorInWords(condition.indicator, source, language)
  const said = (value: IndicatorValue): string => valueInWords(condition.indicator, value, source, language)
  const compared = (operator: (typeof OPERATORS)[number], value: number): string =>
    chinese ? COMPARISONS.zh[operator] + said(value) : `${COMPARISONS.en[operator]} ${said(value)}`
  switch (condition.kind) {
    case 'compare': return `${label}${chinese ? '' : ' '}${compared(condition.operator, condition.value)}`
    case 'flag': return chinese ? `${label}为“${said(condition.value ? 1 : 0)}”` : `${label} is "${said(condition.value ? 1 : 0)}"`
    case 'category': {
      const options = condition.anyOf.map(said)
      return chinese ? `${label}为${options.join('或')}` : `${label} is ${options.join(' or ')}`
    }
    case 'range': {
      const ends = [
        ...(condition.from === undefined ? [] : [compared('>=', condition.from)]),
        ...(condition.to === undefined ? [] : [compared(condition.toIncluded ? '<=' : '<', condition.to)]),
      ]
      if (ends.length === 0) return chinese ? `${label}已填报` : `${label} is known`
      return chinese ? label + ends.join('且') : `${label} ${ends.join(' and ')}`
    }
  }
}

/** @returns a rule as one sentence: what it asks for and the class it gives. */
export const ruleInWords = (rule: Rule, source: PolicySource, language: Language): string => {
  const condition = conditionInWords(rule.when, source, language)
  const given = classInWords(rule.class, source.policy, language)
  return language === 'zh' ? `${condition}的，归为${given}` : `${condition}: class ${given}`
}

/** @returns the labels of indicators that are missing, in one line. */
export const needsInWords = (needs: readonly string[], source: PolicySource, language: Language): string =>
  needs.map((key) => indicatorInWords(key, source, language)).join(language === 'zh' ? '、' : ', ')

/** @returns why a community has its class, or has none, as one sentence. The reason of an override is the caller's to add. */
export const decisionInWords = (
  community: Pick<CommunityResult, 'class' | 'rule' | 'policyClass' | 'needs'>, source: PolicySource, language: Language,
): string => {
  const chinese = language === 'zh'
  const needs = needsInWords(community.needs, source, language)
  if (community.rule === 'override') {
    if (community.policyClass === null) return chinese ? '人工调整（按办法未定）' : 'Set by hand (undecided under the policy)'
    const before = classInWords(community.policyClass, source.policy, language)
    return chinese ? `人工调整（按办法为${before}）` : `Set by hand (under the policy: ${before})`
  }
  if (community.class === null) return chinese ? `类别未定，缺少：${needs}` : `Undecided for lack of: ${needs}`
  const given = classInWords(community.class, source.policy, language)
  if (community.rule === 'fallback') {
    return chinese ? `各条规则均不符合，按其余情形归为${given}` : `No rule applies; the remaining class, ${given}`
  }
  if (community.rule === null) {
    return chinese ? `有指标缺失，但无论取何值均归为${given}` : `Some values are missing, but every possible value gives ${given}`
  }
  const rule = source.policy.classification.rules.find((each) => each.key === community.rule)
  if (rule === undefined) return community.rule
  return chinese
    ? `${textIn(rule.name, language)}：${conditionInWords(rule.when, source, language)}`
    : `${textIn(rule.name, language)}: ${conditionInWords(rule.when, source, language)}`
}

const byClass = (values: Record<string, number>, said: (value: number) => string, language: Language): string =>
  Object.entries(values).map(([key, value]) => `${key} ${said(value)}`).join(language === 'zh' ? '，' : ', ')

const perUnitInWords = (step: Extract<Step, { kind: 'perUnit' }>, source: PolicySource, language: Language): string => {
  const label = indicatorInWords(step.indicator, source, language)
  const [per, above] = [step.per, step.above].map((value) => valueInWords(step.indicator, value, source, language))
  const money = (fen: number): string => moneyInWords(fen, language)
  if (language === 'zh') {
    const portions = { started: `不足${per}的按${per}计`, full: `不足${per}的不计`, exact: '按实际比例计' }[step.portions]
    return [
      `按${label}增加：${step.above === 0 ? '' : `超过${above}的部分，`}每${per}增加${money(step.rateFen)}（${portions}）`,
      ...(step.minFen === undefined ? [] : [`最少${money(step.minFen)}`]), ...(step.maxFen === undefined ? [] : [`最多${money(step.maxFen)}`]),
    ].join('，')
  }
  const portions = { started: 'a begun portion counts as whole', full: 'only whole portions count', exact: 'in proportion' }[step.portions]
  return [
    `Adds ${money(step.rateFen)} for each ${per} of "${label}"${step.above === 0 ? '' : ` above ${above}`} (${portions})`,
    ...(step.minFen === undefined ? [] : [`at least ${money(step.minFen)}`]), ...(step.maxFen === undefined ? [] : [`at most ${money(step.maxFen)}`]),
  ].join(', ')
}

const pointsInWords = (step: Extract<Step, { kind: 'points' }>, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  const points = (value: number): string => numberInWords(value) + (chinese ? '分' : value === 1 ? ' point' : ' points')
  const terms = step.terms.map((term) => {
    if (term.kind === 'class') return (chinese ? '类别得分：' : 'by class: ') + byClass(term.points, points, language)
    const label = indicatorInWords(term.indicator, source, language)
    const said = (value: number): string => valueInWords(term.indicator, value, source, language)
    if (term.kind === 'unit') {
      return chinese ? `${label}每${said(term.per)}${points(term.points)}` : `"${label}": ${points(term.points)} for each ${said(term.per)}`
    }
    const bands = term.bands.map((band) => chinese ? `${said(band.from)}起${points(band.points)}` : `from ${said(band.from)} ${points(band.points)}`)
    return chinese ? `${label}分档：${bands.join('，')}` : `"${label}" in bands: ${bands.join(', ')}`
  })
  const total = moneyInWords(step.totalFen, language)
  return chinese ? `总额${total}按得分分配。${terms.join('；')}` : `Shares ${total} by points. ${terms.join('; ')}`
}

const percent = (share: number): string => `${numberInWords(share * 100)}%`
const ROUNDING_NAMES = {
  zh: { yuan: '元', hundredYuan: '百元', thousandYuan: '千元', tenThousandYuan: '万元' },
  en: { yuan: 'yuan', hundredYuan: 'hundreds of yuan', thousandYuan: 'thousands of yuan', tenThousandYuan: 'ten thousands of yuan' },
} as const

const stepBody = (step: Step, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  const money = (fen: number): string => moneyInWords(fen, language)
  switch (step.kind) {
    case 'standard': return (chinese ? '按类别定额：' : 'A standard by class: ') + byClass(step.amountsFen, money, language)
    case 'perUnit': return perUnitInWords(step, source, language)
    case 'points': return pointsInWords(step, source, language)
    case 'carryOver': {
      const label = indicatorInWords(step.indicator, source, language)
      return chinese ? `${label}超过${money(step.aboveFen)}的部分，按${percent(step.share)}扣减，扣完为止`
        : `Takes back ${percent(step.share)} of "${label}" above ${money(step.aboveFen)}, never below zero`
    }
    case 'floor': return chinese ? `不足${money(step.amountFen)}的，按${money(step.amountFen)}` : `At least ${money(step.amountFen)}`
    case 'cap': return chinese ? `超过${money(step.amountFen)}的，按${money(step.amountFen)}` : `At most ${money(step.amountFen)}`
    case 'protect': {
      const limits = [
        ...(step.loss === undefined ? [] : [chinese ? `最多减少${percent(step.loss)}` : `at most ${percent(step.loss)} less`]),
        ...(step.gain === undefined ? [] : [chinese ? `最多增加${percent(step.gain)}` : `at most ${percent(step.gain)} more`]),
      ]
      return chinese ? `与上年相比${limits.join('，')}` : `Against last year ${limits.join(' and ')}`
    }
    case 'fit': return chinese ? `按比例调整到总额${money(step.totalFen)}，已到保底、封顶或增减幅界限的不再调整`
      : `Scaled to a total of ${money(step.totalFen)}; whoever has reached a floor, a cap or a protection keeps it`
    case 'round': return chinese ? `取整到${ROUNDING_NAMES.zh[step.unit]}（最大余数法，总额不变）`
      : `Rounded to ${ROUNDING_NAMES.en[step.unit]} by largest remainder, the total kept`
  }
}

/** @returns what an allocation step does, as one sentence with its amounts and the classes it is limited to. */
export const stepInWords = (step: Step, source: PolicySource, language: Language): string => {
  const body = stepBody(step, source, language)
  if (!('classes' in step) || step.classes === undefined) return body
  return language === 'zh' ? `仅${step.classes.join('、')}：${body}` : `Only ${step.classes.join(', ')}: ${body}`
}

/** @returns how city and districts pay jointly, with the districts that differ; null when the policy has no split. */
export const splitInWords = (policy: Policy, language: Language): string | null => {
  const split = policy.allocation.split
  if (split === undefined) return null
  const others = Object.entries(split.byDistrict).map(([district, ratio]) => `${district} ${ratio.city}:${ratio.district}`)
  const general = language === 'zh' ? `市级与区县级按 ${split.ratio.city}:${split.ratio.district} 分担`
    : `City and district pay ${split.ratio.city}:${split.ratio.district}`
  return [general, ...others].join(language === 'zh' ? '；' : '; ')
}
