import type { CatalogueItem, Resolved } from '../model/catalogue.ts'
import { textIn, type Language } from '../model/text.ts'
import { ANSWER_WORDS } from './catalogue-fields.ts'
import { classInWords, conditionInWords, indicatorInWords, type PolicySource } from './values.ts'

const SAY = {
  zh: {
    hand: (reason: string) => `个别决定：${reason}`,
    class: (own: string, answer: string) => `${own}：${answer}`,
    holds: (own: string, condition: string) => `${own}，且符合条件：${condition}`,
    fails: (condition: string) => `不符合条件：${condition}`,
    unknown: (names: string) => `条件未定，缺：${names}`,
    undecided: (names: string) => `类别未定，缺：${names}`,
    comma: '、',
  },
  en: {
    hand: (reason: string) => `decided by hand: ${reason}`,
    class: (own: string, answer: string) => `${own}: ${answer}`,
    holds: (own: string, condition: string) => `${own}, and: ${condition}`,
    fails: (condition: string) => `does not hold: ${condition}`,
    unknown: (names: string) => `undecided; missing: ${names}`,
    undecided: (names: string) => `no class yet; missing: ${names}`,
    comma: ', ',
  },
} as const

/** @returns why a pair of item and community has its answer, in a sentence */
export function sayWhy(
  { why, answer, needs, reason }: Resolved,
  item: CatalogueItem,
  own: string | null,
  source: PolicySource,
  language: Language,
): string {
  const say = SAY[language]
  const inClass = own === null ? '' : classInWords(own, source.policy, language)
  const condition = (): string => (item.when === undefined ? '' : conditionInWords(item.when, source, language))
  const missing = needs.map((key) => indicatorInWords(key, source, language)).join(say.comma)
  switch (why) {
    case 'hand':
      return say.hand(reason)
    case 'class':
      return say.class(inClass, textIn(ANSWER_WORDS[answer === 'unknown' ? 'no' : answer], language))
    case 'condition':
      return answer === 'no' ? say.fails(condition()) : say.holds(inClass, condition())
    case 'conditionUnknown':
      return say.unknown(missing)
    case 'classUndecided':
      return say.undecided(missing)
  }
}
