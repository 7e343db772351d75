import { isLastYearField, isPlaceField, PREVIOUS_AMOUNT, withFieldValue } from '../model/field.ts'
import type { Indicator, IndicatorValue } from '../model/indicator.ts'
import type { CommunityFacts } from '../model/plan.ts'
import { problem, type Problem } from '../model/problem.ts'
import { checkRelations, checkValue } from '../engine/indicators/index.ts'
import { AppError, appError } from '../shared/app-error.ts'

/** A value of a community. field: an indicator's key, previousAmount (fen), previousClass, or name, district, subdistrict. */
export interface Edit {
  key: string
  field: string
  value: IndicatorValue
}

/** One edit applied to a copy. @throws plan.indicatorUnknown, plan.indicatorDerived; returns the problem of a value that may not stand */
function applyEdit(
  facts: CommunityFacts,
  { field, value }: Edit,
  indicators: Map<string, Indicator>,
): { facts: CommunityFacts; problem: Problem | null } {
  const place = { community: facts.name, key: facts.key, indicator: field }
  if (field !== 'code' && isPlaceField(field)) return applyCorrection(facts, { key: facts.key, field, value })
  const after = withFieldValue(facts, field, value)
  if (isLastYearField(field)) {
    const isAmount = value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
    if (field === PREVIOUS_AMOUNT && !isAmount) throw appError('import.amountExpected', { value }, place)
    return { facts: after, problem: null }
  }
  const indicator = indicators.get(field)
  if (indicator === undefined) throw appError('plan.indicatorUnknown', { indicator: field }, place)
  if (indicator.formula !== undefined)
    throw appError('plan.indicatorDerived', { indicator: indicator.label.zh, formula: indicator.formula }, place)
  return { facts: after, problem: checkValue(indicator, value, place) }
}

/** As many characters a name may have, here and where a community is added. */
const LONGEST_NAME = 60

/** A name or place put right; only a subdistrict may be left open. */
function applyCorrection(facts: CommunityFacts, { field, value }: Edit): { facts: CommunityFacts; problem: Problem | null } {
  const place = { community: facts.name, key: facts.key, indicator: field }
  const text = String(value ?? '').trim()
  if (text === '' && field !== 'subdistrict') return { facts, problem: problem('plan.placeEmpty', {}, place) }
  if (text.length > LONGEST_NAME) return { facts, problem: problem('plan.placeLong', { value: text, limit: LONGEST_NAME }, place) }
  return { facts: withFieldValue(facts, field, text), problem: null }
}

/**
 * Applies edits to copies of the communities they are about.
 * @returns the communities that were edited, by key
 * @throws plan.communityUnknown, plan.indicatorUnknown, plan.indicatorDerived; and all values that may not stand, together
 */
export function applyEdits(
  before: ReadonlyMap<string, CommunityFacts>,
  edits: Edit[],
  dictionary: Indicator[],
): Map<string, CommunityFacts> {
  const indicators = new Map(dictionary.map((each) => [each.key, each]))
  const after = new Map<string, CommunityFacts>()
  const problems: Problem[] = []
  for (const edit of edits) {
    const facts = after.get(edit.key) ?? before.get(edit.key)
    if (facts === undefined) throw appError('plan.communityUnknown', { value: edit.key }, { community: edit.key })
    const applied = applyEdit(facts, edit, indicators)
    after.set(edit.key, applied.facts)
    if (applied.problem !== null) problems.push(applied.problem)
  }
  // A value that may not stand at all says enough; what it does to its relations would only be noise.
  if (problems.length === 0)
    for (const facts of after.values())
      problems.push(
        ...checkRelations(facts.values, dictionary, (indicator) => ({ community: facts.name, key: facts.key, indicator: indicator.key })),
      )
  if (problems.length > 0) throw new AppError(problems)
  return after
}
