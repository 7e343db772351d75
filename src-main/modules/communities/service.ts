import type { OutputOf } from '../../contract/operations.ts'
import { fieldValue, isPlaceField, nothingKnown } from '../../model/field.ts'
import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { byPlace } from '../../model/places.ts'
import { fieldInWords, fieldLabel } from '../../words/fields.ts'
import type { PolicySource } from '../../words/policies.ts'
import type { Summary } from '../../words/summaries.ts'
import { textIn, type Text } from '../../model/text.ts'
import { decode, tableOf, vocabularyOf } from '../../engine/indicators/index.ts'
import { comparableName } from '../../documents/import/index.ts'
import { problem } from '../../model/problem.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { checkOf } from './value-checks.ts'
import { PLACES, type Desk } from '../../desk/desk.ts'
import { applyEdits, type Edit } from '../../desk/edits.ts'
import { adoptedOf } from '../../desk/last-year.ts'
import { onceEach } from '../../desk/once-each.ts'
import type { Service } from '../../desk/service.ts'

/** The delivered facts with the values of the derived indicators beside them. */
function withDerived(facts: CommunityFacts[], indicators: Indicator[]): CommunityFacts[] {
  const vocabulary = vocabularyOf(indicators)
  const table = tableOf(facts, vocabulary)
  return facts.map((each, row) => ({
    ...each,
    values: {
      ...each.values,
      ...Object.fromEntries(
        vocabulary.derived.map(({ indicator }) => [indicator.key, decode(indicator, table.columns.get(indicator.key)![row])]),
      ),
    },
  }))
}

/** Places in the order of the plan; a district that was only named has no communities yet. */
function placesOf(desk: Desk): OutputOf<'communities.places'> {
  const found = byPlace(desk.facts, (each) => each).map(({ district, own, subdistricts }) => ({
    district,
    communities: own.length,
    subdistricts: subdistricts.map(({ subdistrict, own: inside }) => ({ name: subdistrict, communities: inside.length })),
  }))
  const named = desk.placeOrder.filter((each) => found.every(({ district }) => district !== each.district))
  return [...found, ...named.map(({ district }) => ({ district, communities: 0, subdistricts: [] }))]
}

/** The communities of a year as they are shown; one whose facts did not change is not computed again. */
function communitiesOf(desk: Desk, year: number): CommunityFacts[] {
  return desk.derived(`communities ${year}`, () => {
    const shown = desk.derived('shown communities', () => {
      const { indicators } = desk.dictionary
      return onceEach((facts: CommunityFacts[]) => withDerived(facts, indicators))
    })
    return shown(desk.factsOf(year))
  })
}

/** A value as the history tells it. */
const told = (field: string, value: IndicatorValue, source: PolicySource): Text =>
  value === null
    ? { zh: '空', en: 'empty' }
    : { zh: fieldInWords(field, value, source, 'zh'), en: fieldInWords(field, value, source, 'en') }

function summaryOf(edits: Edit[], before: Map<string, CommunityFacts>, source: PolicySource): Summary {
  const { key, field, value } = edits[0]!
  const label = fieldLabel(field, source.dictionary.indicators)
  const named = { field: label.zh, fieldEn: textIn(label, 'en') }
  if (edits.length > 1) return { key: 'indicatorsUpdate', params: { ...named, count: edits.length } }
  const facts = before.get(key)!
  const [was, becomes] = [told(field, fieldValue(facts, field), source), told(field, value, source)]
  return {
    key: isPlaceField(field) ? 'placeCorrect' : 'indicatorUpdate',
    params: {
      ...named,
      community: facts.name,
      before: was.zh,
      beforeEn: textIn(was, 'en'),
      after: becomes.zh,
      afterEn: textIn(becomes, 'en'),
    },
  }
}

/** @throws plan.placeTaken where a name or place that is put right is already that of another community, all of them together */
function refuseNamesakes(before: ReadonlyMap<string, CommunityFacts>, after: ReadonlyMap<string, CommunityFacts>, edits: Edit[]): void {
  const corrected = edits.filter(({ field }) => isPlaceField(field))
  if (corrected.length === 0) return
  const placed = ({ district, subdistrict, name }: CommunityFacts): string => JSON.stringify([district, subdistrict, comparableName(name)])
  const namesakes = Map.groupBy([...new Map([...before, ...after]).values()], placed)
  const problems = corrected.flatMap(({ key, field }) => {
    const facts = after.get(key)!
    if (namesakes.get(placed(facts))!.length === 1 || placed(facts) === placed(before.get(key)!)) return []
    return [problem('plan.placeTaken', { value: facts.name }, { community: facts.name, key, indicator: field })]
  })
  if (problems.length > 0) throw new AppError(problems)
}

export const communities = (desk: Desk) =>
  ({
    'communities.list': ({ year = desk.year.year, keys }) => {
      const all = communitiesOf(desk, desk.yearOf(year).year)
      if (keys === undefined) return all
      const wanted = new Set(keys)
      return all.filter((each) => wanted.has(each.key))
    },
    'communities.check': () => desk.derived('communities.check', () => checkOf(desk)),
    'communities.add': async ({ code, name, district, subdistrict }) => {
      const place = { code, name: name.trim(), district: district.trim(), subdistrict: subdistrict.trim() }
      if (place.name === '' || place.district === '') throw appError('plan.placeEmpty')
      const key = code === '' ? `${place.district}/${place.subdistrict}/${place.name}` : code
      if (desk.facts.some((each) => each.key === key)) throw appError('plan.communityTwice', { value: name }, { community: key })
      await desk.store.command('communities.add', place.name, (plan) =>
        plan.communities.save(desk.year.year, [{ key, ...place, ...nothingKnown() }]),
      )
      return { key }
    },
    'communities.places': () => placesOf(desk),
    'communities.arrange': async ({ order }) => {
      await desk.store.command('communities.arrange', { key: 'placesArrange', params: {} }, ({ documentSettings }) => {
        if (order.length === 0) documentSettings.remove(PLACES)
        else documentSettings.save(PLACES, { order })
      })
      return {}
    },
    'communities.remove': async ({ keys }) => {
      const known = new Map(desk.facts.map((each) => [each.key, each]))
      const unknown = keys.find((key) => !known.has(key))
      if (unknown !== undefined) throw appError('plan.communityUnknown', { value: unknown }, { community: unknown })
      const first = known.get(keys[0]!)!.name
      await desk.store.command(
        'communities.remove',
        keys.length === 1 ? first : { key: 'communitiesRemove', params: { community: first, count: keys.length } },
        (plan) => {
          for (const each of plan.overrides.list(desk.year.year).filter((override) => keys.includes(override.key)))
            plan.overrides.clear(desk.year.year, each.key)
          plan.communities.remove(desk.year.year, keys)
        },
      )
      return {}
    },
    'indicators.update': async ({ edits: given, refused = [] }) => {
      // First of all, so that a value that can't be right is no reason to keep it in an adopted year to be put right later.
      const adopted = adoptedOf(desk, desk.year.year)
      if (adopted !== undefined) throw appError('plan.frozen', { year: desk.year.year, title: adopted.title })
      const edits = given.map((each) => (isPlaceField(each.field) ? { ...each, value: String(each.value ?? '').trim() } : each))
      const before = new Map(desk.facts.map((each) => [each.key, each]))
      const after = applyEdits(before, edits, desk.dictionary.indicators)
      refuseNamesakes(before, after, edits)
      const { year } = desk.year
      const summary: Summary =
        edits.length > 0 ? summaryOf(edits, before, desk) : { key: 'entriesRefused', params: { count: refused.length } }
      await desk.store.command('indicators.update', summary, (plan) => {
        plan.communities.save(year, [...after.values()])
        plan.refusedEntries.clear(year, edits)
        plan.refusedEntries.add(
          year,
          refused.map((each) => ({ ...each, file: '' })),
        )
      })
      return {}
    },
    'communities.refused': () => desk.store.read.refusedEntries.list(desk.year.year),
    'communities.dropRefused': async ({ ids }) => {
      await desk.store.command('communities.dropRefused', { key: 'refusedDropped', params: { count: ids.length } }, (plan) =>
        plan.refusedEntries.drop(desk.year.year, ids),
      )
      return {}
    },
  }) satisfies Partial<Service>
