import type { Indicator, IndicatorValue } from '../../contract/indicator.ts'
import type { CommunityFacts } from '../../contract/plan.ts'
import type { Problem } from '../../contract/problem.ts'
import { decode, tableOf } from '../../engine/indicators/table.ts'
import { checkRelations, checkValue } from '../../engine/indicators/validity.ts'
import { vocabularyOf } from '../../engine/indicators/vocabulary.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { checkOf } from '../value-checks.ts'
import type { Desk } from '../desk.ts'
import type { Service } from '../service.ts'

/** The delivered facts with the values of the derived indicators beside them. */
function withDerived(facts: CommunityFacts[], indicators: Indicator[]): CommunityFacts[] {
  const vocabulary = vocabularyOf(indicators)
  const table = tableOf(facts, vocabulary)
  return facts.map((each, row) => ({
    ...each,
    values: { ...each.values, ...Object.fromEntries(vocabulary.derived.map(({ indicator }) => [indicator.key, decode(indicator, table.columns.get(indicator.key)![row])])) },
  }))
}

interface Edit { key: string; field: string; value: IndicatorValue }

/** One edit applied to a copy. @throws plan.indicatorUnknown, plan.indicatorDerived; returns the problem of a value that may not stand */
function applyEdit(facts: CommunityFacts, { field, value }: Edit, indicators: Map<string, Indicator>): { facts: CommunityFacts; problem: Problem | null } {
  const place = { community: facts.name, key: facts.key, indicator: field }
  if (field === 'previousAmount') {
    if (value !== null && !(typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)) throw appError('import.amountExpected', { value }, place)
    return { facts: { ...facts, previousFen: value }, problem: null }
  }
  if (field === 'previousClass') return { facts: { ...facts, previousClass: value === null || value === '' ? null : String(value) }, problem: null }
  const indicator = indicators.get(field)
  if (indicator === undefined) throw appError('plan.indicatorUnknown', { indicator: field }, place)
  if (indicator.formula !== undefined) throw appError('plan.indicatorDerived', { indicator: indicator.label.zh, formula: indicator.formula }, place)
  return { facts: { ...facts, values: { ...facts.values, [field]: value } }, problem: checkValue(indicator, value, place) }
}

function summaryOf(edits: Edit[], before: Map<string, CommunityFacts>, indicators: Map<string, Indicator>): string {
  const { key, field, value } = edits[0]!
  const label = indicators.get(field)?.label.zh ?? (field === 'previousAmount' ? '上年经费' : '上年类别')
  if (edits.length > 1) return `${label}等${edits.length}个数值`
  const shown = (each: IndicatorValue): string => (each === null ? '空' : field === 'previousAmount' ? `${Number(each) / 100}元` : String(each))
  const facts = before.get(key)!
  const old = field === 'previousAmount' ? facts.previousFen : field === 'previousClass' ? facts.previousClass : (facts.values[field] ?? null)
  return `${facts.name} ${label} ${shown(old)} → ${shown(value)}`
}

export const communities = (desk: Desk) => ({
  'dictionary.get': ({ retired }) => (retired ? desk.wholeDictionary : desk.dictionary),
  'communities.list': ({ year = desk.year.year }) => desk.derived(`communities ${desk.yearOf(year).year}`, () => withDerived(desk.factsOf(year), desk.dictionary.indicators)),
  'communities.check': () => desk.derived('communities.check', () => checkOf(desk)),
  'communities.add': async ({ code, name, district, subdistrict }) => {
    const place = { code, name: name.trim(), district: district.trim(), subdistrict: subdistrict.trim() }
    const key = code === '' ? `${place.district}/${place.subdistrict}/${place.name}` : code
    if (desk.facts.some((each) => each.key === key)) throw appError('plan.communityTwice', { value: name }, { community: key })
    await desk.store.command('communities.add', place.name, (plan) =>
      plan.communities.save(desk.year.year, [{ key, ...place, values: {}, previousFen: null, previousClass: null }]))
    return { key }
  },
  'communities.remove': async ({ keys }) => {
    const known = new Map(desk.facts.map((each) => [each.key, each]))
    const unknown = keys.find((key) => !known.has(key))
    if (unknown !== undefined) throw appError('plan.communityUnknown', { value: unknown }, { community: unknown })
    const first = known.get(keys[0]!)!.name
    await desk.store.command('communities.remove', keys.length === 1 ? first : `${first}等${keys.length}个社区`, (plan) => {
      for (const each of plan.overrides.list(desk.year.year).filter((override) => keys.includes(override.key))) plan.overrides.clear(desk.year.year, each.key)
      plan.communities.remove(desk.year.year, keys)
    })
    return {}
  },
  'indicators.update': async ({ edits }) => {
    const indicators = new Map(desk.dictionary.indicators.map((each) => [each.key, each]))
    const before = new Map(desk.facts.map((each) => [each.key, each]))
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
    if (problems.length === 0) for (const facts of after.values()) problems.push(...checkRelations(facts.values, desk.dictionary.indicators, (indicator) => ({ community: facts.name, key: facts.key, indicator: indicator.key })))
    if (problems.length > 0) throw new AppError(problems)
    await desk.store.command('indicators.update', summaryOf(edits, before, indicators), (plan) => plan.communities.save(desk.year.year, [...after.values()]))
    return {}
  },
}) satisfies Partial<Service>
