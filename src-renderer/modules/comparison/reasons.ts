import type { ComparedPlan } from '../../../src-main/model/comparison.ts'
import type { UnitChange } from '../../../src-main/model/units.ts'
import type { useWords } from '../../locales/words.ts'
import type { ComparedRow } from './rows.ts'

/** The years whose changes of the map lie between two plans. */
export const yearsBetween = ([base, other]: readonly ComparedPlan[]): number[] => {
  const from = base!.reference.kind === 'lastYear' ? base!.year - 1 : base!.year
  return Array.from({ length: Math.max(0, other!.year - from) }, (_, at) => from + 1 + at)
}

/** What decided the class, in a few words; empty where the plan does not tell. */
function decision({ sides: [, own] }: ComparedRow, plan: ComparedPlan, { t, text }: ReturnType<typeof useWords>): string {
  const { decider } = own!
  if (own!.class === null) return t('classification.decidedBy.undecided')
  if (decider === 'override') return t('classification.override')
  if (decider === 'fallback') return t('classification.fallback')
  const rule = plan.rules.find((each) => each.key === decider)
  return rule === undefined ? '' : text(rule.name)
}

/** From which communities one was made since, whose last year's amount it has therefore a part or the sum of; empty where it was not. */
function madeOf(key: string, changes: readonly UnitChange[], { t }: ReturnType<typeof useWords>): string {
  const made = changes.findLast(({ kind, to }) => (kind === 'split' || kind === 'merge') && to.some((each) => each.key === key))
  if (made === undefined) return ''
  return t(`comparison.reasons.${made.kind as 'split' | 'merge'}`, { from: made.from.map((each) => each.name).join(t('common.listComma')) })
}

/**
 * Why a community gets something else under the second plan, in a few words.
 * @param plan the second plan @param changes of the map between the two, the oldest first
 */
export function reasonOf(row: ComparedRow, plan: ComparedPlan, changes: readonly UnitChange[], words: ReturnType<typeof useWords>): string {
  const { t } = words
  if (row.standing === 'founded') return t('comparison.reasons.founded')
  if (row.standing === 'vanished') return t('comparison.reasons.vanished')
  const why = decision(row, plan, words)
  if (row.changeFen === null && row.from === row.to) return why
  if (row.changeFen === 0 && row.from === row.to) return t('comparison.reasons.same')
  const made = madeOf(row.key, changes, words)
  const moved =
    row.from === row.to
      ? made === ''
        ? t('comparison.reasons.amount')
        : ''
      : row.from === null
        ? why
        : t('comparison.reasons.moved', { from: row.from, to: row.to ?? t('common.undecided'), why })
  return [moved, made].filter((each) => each !== '').join(t('common.sentenceComma'))
}
