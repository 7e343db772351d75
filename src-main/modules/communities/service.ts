import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import type { Summary } from '../../words/summaries.ts'
import { textIn, type Text } from '../../model/text.ts'
import { decode, tableOf } from '../../engine/indicators/table.ts'
import { vocabularyOf } from '../../engine/indicators/vocabulary.ts'
import { appError } from '../../shared/app-error.ts'
import { checkOf } from './value-checks.ts'
import type { Desk } from '../../desk/desk.ts'
import { applyEdits, type Edit } from '../../desk/edits.ts'
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

const LEDGER_LABELS: Readonly<Record<string, Text>> = {
  previousAmount: { zh: '上年经费', en: "Last year's amount" },
  previousClass: { zh: '上年类别', en: "Last year's class" },
}

/** A value as the history tells it; last year's amount in 元. */
function shown(field: string, value: IndicatorValue, indicator: Indicator | undefined): Text {
  if (value === null) return { zh: '空', en: 'empty' }
  if (field === 'previousAmount') return { zh: `${Number(value) / FEN_PER_YUAN}元`, en: `${Number(value) / FEN_PER_YUAN} yuan` }
  if (indicator?.kind === 'flag') return value === 1 ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  const option = indicator?.options.find((each) => each.key === value)
  return option?.label ?? { zh: indicator?.kind === 'share' ? `${Number((Number(value) * 100).toPrecision(12))}%` : String(value), en: '' }
}

function summaryOf(edits: Edit[], before: Map<string, CommunityFacts>, indicators: Map<string, Indicator>): Summary {
  const { key, field, value } = edits[0]!
  const indicator = indicators.get(field)
  const label = indicator?.label ?? LEDGER_LABELS[field]!
  const named = { field: label.zh, fieldEn: textIn(label, 'en') }
  if (edits.length > 1) return { key: 'indicatorsUpdate', params: { ...named, count: edits.length } }
  const facts = before.get(key)!
  const old =
    field === 'previousAmount' ? facts.previousFen : field === 'previousClass' ? facts.previousClass : (facts.values[field] ?? null)
  const [was, becomes] = [shown(field, old, indicator), shown(field, value, indicator)]
  return {
    key: 'indicatorUpdate',
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

export const communities = (desk: Desk) =>
  ({
    'communities.list': ({ year = desk.year.year }) =>
      desk.derived(`communities ${desk.yearOf(year).year}`, () => withDerived(desk.factsOf(year), desk.dictionary.indicators)),
    'communities.check': () => desk.derived('communities.check', () => checkOf(desk)),
    'communities.add': async ({ code, name, district, subdistrict }) => {
      const place = { code, name: name.trim(), district: district.trim(), subdistrict: subdistrict.trim() }
      const key = code === '' ? `${place.district}/${place.subdistrict}/${place.name}` : code
      if (desk.facts.some((each) => each.key === key)) throw appError('plan.communityTwice', { value: name }, { community: key })
      await desk.store.command('communities.add', place.name, (plan) =>
        plan.communities.save(desk.year.year, [{ key, ...place, values: {}, previousFen: null, previousClass: null }]),
      )
      return { key }
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
    'indicators.update': async ({ edits }) => {
      const indicators = new Map(desk.dictionary.indicators.map((each) => [each.key, each]))
      const before = new Map(desk.facts.map((each) => [each.key, each]))
      const after = applyEdits(before, edits, desk.dictionary.indicators)
      await desk.store.command('indicators.update', summaryOf(edits, before, indicators), (plan) =>
        plan.communities.save(desk.year.year, [...after.values()]),
      )
      return {}
    },
  }) satisfies Partial<Service>
