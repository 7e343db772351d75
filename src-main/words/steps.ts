import { generalPayers, type FundComponent } from '../model/fund.ts'
import type { Payer, PayerRule, Policy, Step } from '../model/policy.ts'
import type { StepOf } from '../model/step.ts'
import { textIn } from '../model/text.ts'
import type { Language } from '../model/text.ts'
import { moneyInWords } from './money.ts'
import { numberInWords, shareInWords } from './numbers.ts'
import { conditionInWords, indicatorInWords, valueInWords } from './values.ts'
import type { PolicySource } from './values.ts'

/** The order of the keys in a document means nothing and is lost on the way; what is said of it keeps an order of its own. */
const inOrder = <T>(values: Readonly<Record<string, T>>, order: readonly string[] = []): [string, T][] => {
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length)
  return Object.entries(values).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
}

const byClass = (values: Record<string, number>, said: (value: number) => string, { policy }: PolicySource, language: Language): string =>
  inOrder(
    values,
    policy.classes.map((each) => each.key),
  )
    .map(([key, value]) => `${key} ${said(value)}`)
    .join(language === 'zh' ? '，' : ', ')

const perUnitInWords = (step: StepOf<'perUnit'>, source: PolicySource, language: Language): string => {
  const label = indicatorInWords(step.indicator, source, language)
  const [per, above] = [step.per, step.above].map((value) => valueInWords(step.indicator, value, source, language))
  const money = (fen: number): string => moneyInWords(fen, language)
  if (language === 'zh') {
    const portions = { started: `不足${per}的按${per}计`, full: `不足${per}的不计`, exact: '按实际比例计' }[step.portions]
    return [
      `按${label}增加：${step.above === 0 ? '' : `超过${above}的部分，`}每${per}增加${money(step.rateFen)}（${portions}）`,
      ...(step.minFen === undefined ? [] : [`最少${money(step.minFen)}`]),
      ...(step.maxFen === undefined ? [] : [`最多${money(step.maxFen)}`]),
    ].join('，')
  }
  const portions = { started: 'a begun portion counts as whole', full: 'only whole portions count', exact: 'in proportion' }[step.portions]
  return [
    `Adds ${money(step.rateFen)} for each ${per} of "${label}"${step.above === 0 ? '' : ` above ${above}`} (${portions})`,
    ...(step.minFen === undefined ? [] : [`at least ${money(step.minFen)}`]),
    ...(step.maxFen === undefined ? [] : [`at most ${money(step.maxFen)}`]),
  ].join(', ')
}

const pointsInWords = (step: StepOf<'points'>, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  const points = (value: number): string => numberInWords(value) + (chinese ? '分' : value === 1 ? ' point' : ' points')
  const terms = step.terms.map((term) => {
    if (term.kind === 'class') return (chinese ? '类别得分：' : 'by class: ') + byClass(term.points, points, source, language)
    const label = indicatorInWords(term.indicator, source, language)
    const said = (value: number): string => valueInWords(term.indicator, value, source, language)
    if (term.kind === 'unit') {
      return chinese ? `${label}每${said(term.per)}${points(term.points)}` : `"${label}": ${points(term.points)} for each ${said(term.per)}`
    }
    const bands = term.bands.map((band) =>
      chinese ? `${said(band.from)}起${points(band.points)}` : `from ${said(band.from)} ${points(band.points)}`,
    )
    return chinese ? `${label}分档：${bands.join('，')}` : `"${label}" in bands: ${bands.join(', ')}`
  })
  const total = moneyInWords(step.totalFen, language)
  return chinese ? `总额${total}按得分分配。${terms.join('；')}` : `Shares ${total} by points. ${terms.join('; ')}`
}

/** A flag's amounts stand under yes and no, a category's under its options. */
const attributeInWords = (step: StepOf<'attribute'>, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  const optionOf = (key: string): string | number => (key === 'yes' ? 1 : key === 'no' ? 0 : key)
  const indicator = [...source.policy.indicators, ...source.dictionary.indicators].find((each) => each.key === step.indicator)
  const flag = indicator?.kind === 'flag'
  const amounts = inOrder(step.amountsFen, flag ? ['no', 'yes'] : indicator?.options.map((each) => each.key)).map(([key, fen]) => {
    const option = valueInWords(step.indicator, flag ? optionOf(key) : key, source, language)
    return chinese ? `${option}${moneyInWords(fen, language)}` : `${option} ${moneyInWords(fen, language)}`
  })
  const label = indicatorInWords(step.indicator, source, language)
  return chinese ? `按${label}增加：${amounts.join('，')}` : `Adds by "${label}": ${amounts.join(', ')}`
}

/** The boundaries are said exactly: a value of just `from` is in the band. */
const bandsInWords = (step: StepOf<'bands'>, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  const label = indicatorInWords(step.indicator, source, language)
  const said = (value: number): string => valueInWords(step.indicator, value, source, language)
  const bands = step.bands.map(({ from, amountFen }) =>
    chinese ? `达到${said(from)}的${moneyInWords(amountFen, language)}` : `${moneyInWords(amountFen, language)} from ${said(from)}`,
  )
  const [first] = step.bands
  return chinese
    ? `按${label}分档增加：${bands.join('，')}；不足${said(first!.from)}的不加（达到界限即算在内，取所达到的最高一档）`
    : `Adds by bands of "${label}": ${bands.join(', ')}; nothing below ${said(first!.from)} (each bound is included, the highest band reached counts)`
}

const reserveInWords = (step: StepOf<'reserve'>, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  const condition = conditionInWords(step.when, source, language)
  const manner = chinese
    ? { equal: '平均', amount: '按预留前的金额比例' }[step.shareOut]
    : { equal: 'in equal parts', amount: 'in proportion to the amounts before it' }[step.shareOut]
  if (chinese) {
    const held = `从每个社区预留${shareInWords(step.share)}（前面的保底、封顶和增减幅按预留前的金额计）`
    return step.released
      ? `${held}，已放出：预留总额${manner}分给达到标准的社区（${condition}）`
      : `${held}，尚未放出；放出时${manner}分给达到标准的社区（${condition}）`
  }
  const held = `Holds back ${shareInWords(step.share)} from each (floors, caps and protections before it are about the amount before it)`
  return step.released
    ? `${held}; released: the sum goes ${manner} to those who meet the standard (${condition})`
    : `${held}, not released yet; it will go ${manner} to those who meet the standard (${condition})`
}

const protectInWords = (step: StepOf<'protect'>, language: Language): string => {
  const chinese = language === 'zh'
  if (step.financed === true) {
    const loss = shareInWords(step.loss ?? 0)
    return chinese
      ? `与上年相比最多减少${loss}；所需资金由增加的社区承担：最高增幅由此算出，超出部分恰好等于补足的金额，总额不变（不动保底）`
      : `Against last year at most ${loss} less, paid for by those who gain: the highest gain is found so that what is above it is just what the guarantee costs; the total stays, floors hold`
  }
  const limits = [
    ...(step.loss === undefined ? [] : [chinese ? `最多减少${shareInWords(step.loss)}` : `at most ${shareInWords(step.loss)} less`]),
    ...(step.gain === undefined ? [] : [chinese ? `最多增加${shareInWords(step.gain)}` : `at most ${shareInWords(step.gain)} more`]),
  ]
  if (limits.length === 0) return chinese ? '与上年相比不设限' : 'No limit against last year'
  return chinese
    ? `与上年相比${limits.join('，')}（上年没有金额或为0的不受此限）`
    : `Against last year ${limits.join(' and ')} (not for those who had nothing last year)`
}

const ROUNDING_NAMES = {
  zh: { yuan: '元', hundredYuan: '百元', thousandYuan: '千元', tenThousandYuan: '万元' },
  en: { yuan: 'yuan', hundredYuan: 'hundreds of yuan', thousandYuan: 'thousands of yuan', tenThousandYuan: 'ten thousands of yuan' },
} as const

const stepBody = (step: Step, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  const money = (fen: number): string => moneyInWords(fen, language)
  switch (step.kind) {
    case 'standard':
      return (chinese ? '按类别定额：' : 'A standard by class: ') + byClass(step.amountsFen, money, source, language)
    case 'perUnit':
      return perUnitInWords(step, source, language)
    case 'attribute':
      return attributeInWords(step, source, language)
    case 'bands':
      return bandsInWords(step, source, language)
    case 'addOn': {
      const condition = conditionInWords(step.when, source, language)
      return chinese ? `${condition}的，增加${money(step.amountFen)}` : `Adds ${money(step.amountFen)} where ${condition}`
    }
    case 'points':
      return pointsInWords(step, source, language)
    case 'reserve':
      return reserveInWords(step, source, language)
    case 'carryOver': {
      const label = indicatorInWords(step.indicator, source, language)
      return chinese
        ? `${label}超过${money(step.aboveFen)}的部分，按${shareInWords(step.share)}扣减，扣完为止`
        : `Takes back ${shareInWords(step.share)} of "${label}" above ${money(step.aboveFen)}, never below zero`
    }
    case 'floor':
      return chinese ? `不足${money(step.amountFen)}的，按${money(step.amountFen)}` : `At least ${money(step.amountFen)}`
    case 'cap':
      return chinese ? `超过${money(step.amountFen)}的，按${money(step.amountFen)}` : `At most ${money(step.amountFen)}`
    case 'protect':
      return protectInWords(step, language)
    case 'fit':
      return chinese
        ? `按比例调整到总额${money(step.totalFen)}，已到保底、封顶或增减幅界限的不再调整`
        : `Scaled to a total of ${money(step.totalFen)}; whoever has reached a floor, a cap or a protection keeps it`
    case 'round':
      return chinese
        ? `取整到${ROUNDING_NAMES.zh[step.unit]}（最大余数法，总额不变）`
        : `Rounded to ${ROUNDING_NAMES.en[step.unit]} by largest remainder, the total kept`
  }
}

/** @returns what an allocation step does, as one sentence with its amounts and the classes it is limited to. */
export const stepInWords = (step: Step, source: PolicySource, language: Language): string => {
  const body = stepBody(step, source, language)
  if (!('classes' in step) || step.classes === undefined) return body
  return language === 'zh' ? `仅${step.classes.join('、')}：${body}` : `Only ${step.classes.join(', ')}: ${body}`
}

const payerRuleInWords = (rule: PayerRule, language: Language): string => {
  if ('ratio' in rule) return language === 'zh' ? `按比例${rule.ratio}份` : `by ratio, ${rule.ratio} parts`
  return language === 'zh'
    ? `每社区每年定额${moneyInWords(rule.fixedFen, language)}`
    : `${moneyInWords(rule.fixedFen, language)} a community and year`
}

/** @returns who pays and by which rule, with the districts that differ; fixed amounts come first whatever the order of the list. */
export const payersInWords = (payers: Payer[], language: Language): string => {
  const chinese = language === 'zh'
  const said = payers.map((payer) => {
    const others = inOrder(payer.byDistrict).map(
      ([district, rule]) => `${district}${chinese ? '' : ' '}${payerRuleInWords(rule, language)}`,
    )
    const all = [payerRuleInWords(payer.pays, language), ...others].join(chinese ? '，' : ', ')
    return chinese ? `${textIn(payer.name, language)}${all}` : `${textIn(payer.name, language)}: ${all}`
  })
  const fixed = payers.some((payer) => [payer.pays, ...Object.values(payer.byDistrict)].some((rule) => 'fixedFen' in rule))
  const order = chinese
    ? '（先付定额，不超过尚余金额；其余按比例分担）'
    : ' (fixed amounts first, never more than what is left; the rest by ratio)'
  return said.join(chinese ? '；' : '; ') + (fixed ? order : '')
}

/** @returns a component of the fund with its use category, budget code and payers of its own; null for one without a name. */
export const componentInWords = (component: FundComponent, language: Language): string | null => {
  if (component.name === null) return null
  const chinese = language === 'zh'
  const more = [
    ...(component.useCategory === null ? [] : [(chinese ? '用途：' : 'use: ') + textIn(component.useCategory, language)]),
    ...(component.budgetCode === null ? [] : [(chinese ? '预算编码：' : 'budget code: ') + component.budgetCode]),
    ...(component.payers === null ? [] : [(chinese ? '出资：' : 'paid by ') + payersInWords(component.payers, language)]),
  ]
  const name = textIn(component.name, language)
  if (more.length === 0) return name
  return chinese ? `${name}（${more.join('；')}）` : `${name} (${more.join('; ')})`
}

/** @returns how city and districts pay jointly, or who else pays, with the districts that differ; null when the policy doesn't say. */
export const splitInWords = (policy: Policy, language: Language): string | null => {
  const { split } = policy.allocation
  if (split === undefined) {
    const payers = generalPayers(policy)
    return payers === null ? null : payersInWords(payers, language)
  }
  const others = inOrder(split.byDistrict).map(([district, ratio]) => `${district} ${ratio.city}:${ratio.district}`)
  const general =
    language === 'zh'
      ? `市级与区县级按 ${split.ratio.city}:${split.ratio.district} 分担`
      : `City and district pay ${split.ratio.city}:${split.ratio.district}`
  return [general, ...others].join(language === 'zh' ? '；' : '; ')
}
