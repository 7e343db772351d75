import type { Words } from '../../../locales/words.ts'
import type { CommunityResult } from '../../../../src-main/model/plan.ts'
import type { Policy } from '../../../../src-main/model/policy.ts'

/** What decided the class, in a few words: the rule's name, the fallback, the hand, or what is missing. */
export function sayRule(community: Pick<CommunityResult, 'class' | 'rule'>, policy: Policy, words: Words): string {
  if (community.class === null) return words.t('classification.decidedBy.undecided')
  if (community.rule === 'override') return words.t('classification.decidedBy.override')
  if (community.rule === 'fallback') return words.t('classification.fallback')
  if (community.rule === null) return words.t('classification.everyCompletion')
  const rule = policy.classification.rules.find((each) => each.key === community.rule)
  return rule === undefined ? community.rule : words.text(rule.name)
}
