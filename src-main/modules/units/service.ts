import type { ParsedInputOf } from '../../contract/operations.ts'
import type { CommunityFacts, Override } from '../../model/plan.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { checkRelations, checkValue } from '../../engine/indicators/index.ts'
import { sumOfKnown } from '../../model/places.ts'
import { mergeFacts, splitFacts } from '../../engine/units/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { blankAt, changeMap, communityOf, ledgerOf, overrideOf, type MapWork } from './change-map.ts'
import type { Desk } from '../../desk/desk.ts'
import { conservationOf, lastYearOf, unitsOf } from '../../desk/last-year.ts'
import type { Service } from '../../desk/service.ts'

const AMOUNTS = ['allocatedFen', 'spentFen', 'carriedFen'] as const

function found(desk: Desk, { key, place }: ParsedInputOf<'units.found'>): MapWork {
  const nothing = { kind: 'found' as const, from: [], endedFen: 0, problems: [] }
  if (place !== undefined) return { ...nothing, to: [blankAt(place)], overrides: [], ledger: [] }
  const present = communityOf(desk, key!)
  const isUnexplained = conservationOf(desk).gaps.some((gap) => gap.kind === 'unexplained' && gap.keys.includes(present.key))
  if (!isUnexplained) throw appError('plan.unitUnchanged', { value: present.name }, { community: present.name })
  const override = overrideOf(desk, present.key)
  const entry = ledgerOf(desk, present.key)
  return { ...nothing, to: [present], overrides: override === undefined ? [] : [override], ledger: entry === undefined ? [] : [entry] }
}

/** A class set by hand stays where all merged communities have the same one, as long as the first of them would have. */
function mergedOverride(desk: Desk, communities: CommunityFacts[], key: string): { overrides: Override[]; problems: Problem[] } {
  const all = communities.flatMap((each) => desk.overrides.find(({ key: own }) => own === each.key) ?? [])
  if (all.length === 0) return { overrides: [], problems: [] }
  const joined = (field: 'reason' | 'document'): string =>
    [...new Set(all.map((each) => each[field]).filter((text) => text !== ''))].join('；')
  if (all.length === communities.length && all.every((each) => each.class === all[0]!.class)) {
    const expiries = all.flatMap((each) => each.expires ?? [])
    return {
      overrides: [
        {
          key,
          class: all[0]!.class,
          reason: joined('reason'),
          document: joined('document'),
          ...(expiries.length > 0 && { expires: Math.min(...expiries) }),
        },
      ],
      problems: [],
    }
  }
  const nameOf = (override: Override): string => communities.find((each) => each.key === override.key)!.name
  return {
    overrides: [],
    problems: all.map((each) => warning('plan.overrideDropped', { class: each.class, reason: each.reason }, { community: nameOf(each) })),
  }
}

function merge(desk: Desk, { keys, into }: ParsedInputOf<'units.merge'>): MapWork {
  const from = keys.map((key) => communityOf(desk, key))
  const twice = keys.find((key, position) => keys.indexOf(key) < position)
  if (twice !== undefined) throw appError('plan.communityTwice', { value: communityOf(desk, twice).name }, { community: twice })
  const target = 'place' in into ? blankAt(into.place) : from.find((each) => each.key === into.key)
  if (target === undefined) throw appError('plan.communityUnknown', { value: 'key' in into ? into.key : '' })
  const { problems, ...facts } = mergeFacts(from, desk.wholeDictionary.indicators)
  const override = mergedOverride(desk, from, target.key)
  const entries = from.map((each) => ledgerOf(desk, each.key))
  const entry = {
    key: target.key,
    allocatedFen: null,
    spentFen: null,
    carriedFen: null,
    ...Object.fromEntries(AMOUNTS.map((field) => [field, sumOfKnown(entries.map((each) => each?.[field]))])),
  }
  return {
    kind: 'merge',
    from,
    to: [{ ...target, ...facts }],
    overrides: override.overrides,
    ledger: [entry],
    endedFen: 0,
    problems: [...problems, ...override.problems],
  }
}

/**
 * What is given of the parts must be able to stand there, and must not break the relations of indicators.
 * @throws import.*, plan.indicatorUnknown, plan.indicatorDerived
 */
function refuseWrongParts(desk: Desk, { parts, indicator: by }: ParsedInputOf<'units.split'>, to: CommunityFacts[]): void {
  const { indicators } = desk.dictionary
  const problems = parts.flatMap(({ values, amount }, position) =>
    Object.entries({ ...values, [by]: amount }).flatMap(([key, value]) => {
      const place = { community: to[position]!.name, indicator: key }
      const indicator = indicators.find((each) => each.key === key)
      if (indicator === undefined) throw appError('plan.indicatorUnknown', { indicator: key }, place)
      if (indicator.formula !== undefined)
        throw appError('plan.indicatorDerived', { indicator: indicator.label.zh, formula: indicator.formula }, place)
      return checkValue(indicator, value, place) ?? []
    }),
  )
  if (problems.length === 0)
    for (const each of to)
      problems.push(...checkRelations(each.values, indicators, (indicator) => ({ community: each.name, indicator: indicator.key })))
  if (problems.length > 0) throw new AppError(problems)
}

function split(desk: Desk, input: ParsedInputOf<'units.split'>): MapWork {
  const whole = communityOf(desk, input.key)
  const { indicator, parts } = input
  const divided = splitFacts(whole, indicator, parts, desk.wholeDictionary.indicators)
  const money = divided.money(whole.previousFen)
  const to = parts.map((part, position): CommunityFacts => ({
    ...(part.place === undefined ? whole : blankAt(part.place)),
    values: divided.values[position]!,
    previousFen: money[position]!,
    previousClass: whole.previousClass,
  }))
  refuseWrongParts(desk, input, to)
  const entry = ledgerOf(desk, whole.key)
  const amounts = AMOUNTS.map((field) => divided.money(entry?.[field] ?? null))
  const override = overrideOf(desk, whole.key)
  return {
    kind: 'split',
    from: [whole],
    to,
    endedFen: 0,
    problems: divided.problems,
    overrides: override === undefined ? [] : to.map(({ key }) => ({ ...override, key })),
    ledger: to.map(({ key }, position) => ({
      key,
      allocatedFen: amounts[0]![position]!,
      spentFen: amounts[1]![position]!,
      carriedFen: amounts[2]![position]!,
    })),
  }
}

/** A community with a code keeps its key; one without is known by its place, so its key goes with it. */
function relocated(desk: Desk, kind: 'rename' | 'move', key: string, place: Partial<CommunityFacts>): MapWork {
  const before = communityOf(desk, key)
  const moved = { ...before, ...place }
  if (moved.name === before.name && moved.district === before.district && moved.subdistrict === before.subdistrict)
    throw appError('plan.unitUnchanged', { value: before.name }, { community: before.name })
  const after = before.code === '' ? { ...moved, key: blankAt(moved).key } : moved
  const override = overrideOf(desk, key)
  const entry = ledgerOf(desk, key)
  return {
    kind,
    from: [before],
    to: [after],
    endedFen: 0,
    problems: [],
    overrides: override === undefined ? [] : [{ ...override, key: after.key }],
    ledger: entry === undefined ? [] : [{ ...entry, key: after.key }],
  }
}

/** The community that is dissolved; one that this year does not have any more, as it was last year. */
function dissolvedOf(desk: Desk, key: string): CommunityFacts {
  const last = lastYearOf(desk, desk.year.year)
  if (last === null || desk.facts.some((each) => each.key === key)) return communityOf(desk, key)
  const before = desk.factsOf(last).find((each) => each.key === key)
  const isLost = conservationOf(desk).gaps.some((gap) => gap.kind === 'lost' && gap.keys.includes(key))
  if (before === undefined || !isLost) return communityOf(desk, key)
  return { ...before, previousFen: unitsOf(desk, last).find((each) => each.key === key)?.fen ?? null }
}

function dissolve(desk: Desk, { key, moneyTo }: ParsedInputOf<'units.dissolve'>): MapWork {
  const gone = dissolvedOf(desk, key)
  const entry = ledgerOf(desk, key)
  const problems =
    entry === undefined
      ? []
      : [warning('plan.ledgerDropped', entry.allocatedFen === null ? {} : { allocatedFen: entry.allocatedFen }, { community: gone.name })]
  if (moneyTo === undefined)
    return { kind: 'dissolve', from: [gone], to: [], overrides: [], ledger: [], endedFen: gone.previousFen ?? 0, problems }
  if (moneyTo === key) throw appError('plan.communityUnknown', { value: moneyTo }, { community: moneyTo })
  const heir = communityOf(desk, moneyTo)
  const override = overrideOf(desk, moneyTo)
  const own = ledgerOf(desk, moneyTo)
  return {
    kind: 'dissolve',
    from: [gone, heir],
    to: [{ ...heir, previousFen: sumOfKnown([heir.previousFen, gone.previousFen]) }],
    endedFen: 0,
    problems,
    overrides: override === undefined ? [] : [override],
    ledger: own === undefined ? [] : [own],
  }
}

export const units = (desk: Desk) =>
  ({
    'units.list': ({ year = desk.year.year }) => desk.store.read.unitChanges.list(desk.yearOf(year).year),
    'units.conservation': () => conservationOf(desk),
    'units.found': (input) => changeMap(desk, found(desk, input), input),
    'units.merge': (input) => changeMap(desk, merge(desk, input), input),
    'units.split': (input) => changeMap(desk, split(desk, input), input),
    'units.rename': (input) => changeMap(desk, relocated(desk, 'rename', input.key, { name: input.name }), input),
    'units.move': (input) =>
      changeMap(desk, relocated(desk, 'move', input.key, { district: input.district, subdistrict: input.subdistrict }), input),
    'units.dissolve': (input) => changeMap(desk, dissolve(desk, input), input),
  }) satisfies Partial<Service>
