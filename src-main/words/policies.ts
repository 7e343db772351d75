import type { CommunityResult, OwnPolicyNamed } from '../model/plan.ts'
import type { Policy, Rule } from '../model/policy.ts'
import { textIn } from '../model/text.ts'
import type { Language } from '../model/text.ts'
import { classInWords, conditionInWords, indicatorInWords } from './values.ts'
import type { PolicySource } from './values.ts'

export { componentInWords, payersInWords, splitInWords, stepInWords } from './steps.ts'
export { moneyInWords } from './money.ts'
export { numberInWords } from './numbers.ts'
export { classInWords, conditionInWords, indicatorInWords, valueInWords } from './values.ts'
export type { PolicySource } from './values.ts'

/**
 * How papers cite a policy.
 * @returns the document and the number given when it was adopted; the policy's own title where it rests on none
 */
export const policyCited = ({ title, document }: Pick<Policy, 'title' | 'document'>, language: Language): string => {
  if (document === undefined || document.title === '') return textIn(title, language)
  const { title: named, number } = document
  if (language === 'en') return `"${named}"${number === '' ? '' : ` (${number})`}`
  return `${named.startsWith('《') ? named : `《${named}》`}${number === '' ? '' : `（${number}）`}`
}

/** @returns that a district is computed by a policy of its own, which no change of the plan's policy is about */
export const ownPolicyInWords = ({ district, title, policy: { version } }: OwnPolicyNamed, language: Language): string =>
  language === 'en'
    ? `${district} is computed by its own policy "${textIn(title, 'en')}" ${version}, whatever the city's policy says.`
    : `${district}按该区自己的办法“${title.zh}”${version} 计算，不随本市办法变动。`

/** @returns a rule as one sentence: what it asks for and the class it gives. */
export const ruleInWords = (rule: Rule, source: PolicySource, language: Language): string => {
  const condition = conditionInWords(rule.when, source, language)
  const given = classInWords(rule.class, source.policy, language)
  return language === 'zh' ? `${condition}的，归为${given}` : `${condition}: ${given}`
}

/** @returns the labels of indicators that are missing, in one line. */
export const needsInWords = (needs: readonly string[], source: PolicySource, language: Language): string =>
  needs.map((key) => indicatorInWords(key, source, language)).join(language === 'zh' ? '、' : ', ')

/** @returns why a community has its class, or has none, as one sentence. The reason of an override is the caller's to add. */
export const decisionInWords = (
  community: Pick<CommunityResult, 'class' | 'rule' | 'policyClass' | 'needs'>,
  source: PolicySource,
  language: Language,
): string => {
  const chinese = language === 'zh'
  const needs = needsInWords(community.needs, source, language)
  if (community.rule === 'override') {
    if (community.policyClass === null) return chinese ? '人工定类（按办法未定）' : 'Set by hand (undecided under the policy)'
    const before = classInWords(community.policyClass, source.policy, language)
    return chinese ? `人工定类（按办法为${before}）` : `Set by hand (under the policy: ${before})`
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
