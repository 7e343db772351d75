import type { Completeness, CommunityGaps, SubdistrictGaps } from '../../model/completeness.ts'
import { bySubdistrict } from '../../model/places.ts'
import type { CommunityFacts, CommunityResult } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import { warning, type Problem } from '../../model/problem.ts'
import type { UnitChange } from '../../model/units.ts'
import { AppError } from '../../shared/app-error.ts'
import { ownPoliciesOf, policyNamed } from '../../desk/own-policies.ts'
import type { Desk } from '../../desk/desk.ts'
import { indicatorsOfPolicy } from '../../desk/plan-result.ts'
import type { Service } from '../../desk/service.ts'

/** Steps that write facts without anybody having delivered them: what is only copied or divided says nothing new of the year. */
const NO_DELIVERY = [
  'years.start',
  'communities.add',
  'units.found',
  'units.merge',
  'units.split',
  'units.rename',
  'units.move',
  'units.dissolve',
]

/** @returns the results by community; none, with the reasons, where the year can't be computed */
function resultsOf(desk: Desk): { results: Map<string, CommunityResult>; problems: Problem[] } {
  try {
    return { results: new Map(desk.result.communities.map((each) => [each.key, each])), problems: [] }
  } catch (error) {
    if (error instanceof AppError) return { results: new Map(), problems: error.problems }
    throw error
  }
}

interface Delivered {
  at: string
  file: string | null
}
interface Asked {
  delivered: string[]
  required: string[]
  asked: string[]
}

function gapsOf(
  { values, previousFen: _, previousClass: __, ...place }: CommunityFacts,
  { delivered, asked }: Asked,
  result: CommunityResult | undefined,
): CommunityGaps {
  const missing = delivered.filter((key) => (values[key] ?? null) === null)
  return {
    ...place,
    missing,
    asked: missing.filter((key) => asked.includes(key)),
    matters: result?.needs ?? [],
    class: result?.class ?? null,
    amountFen: result?.amountFen ?? null,
  }
}

const shareOf = (filled: number, askedFor: number): number => (askedFor === 0 ? 1 : filled / askedFor)

function subdistrictGaps(
  facts: CommunityFacts[],
  gaps: Map<string, CommunityGaps>,
  { required, asked }: Asked,
  deliveries: Map<string, Delivered>,
): SubdistrictGaps {
  const { district, subdistrict } = facts[0]!
  const found = facts.flatMap((each) => deliveries.get(each.key) ?? []).sort((one, other) => (one.at < other.at ? -1 : 1))
  const askedFor = facts.length * asked.length
  const filled = askedFor - facts.reduce((sum, each) => sum + gaps.get(each.key)!.asked.length, 0)
  const hasNothing = required.length > 0 && facts.every((each) => required.every((key) => (each.values[key] ?? null) === null))
  return {
    district,
    subdistrict,
    communities: facts.length,
    delivered: found.length,
    owing: facts.length - found.length,
    filled,
    askedFor,
    share: shareOf(filled, askedFor),
    undecided: facts.filter((each) => gaps.get(each.key)!.matters.length > 0).length,
    lastChange: found.at(-1)?.at ?? null,
    lastFile: found.findLast(({ file }) => file !== null)?.file ?? null,
    owes: found.length === 0 || hasNothing,
  }
}

/** What was entered or delivered of each community: the ISO time of the last of it, and the file that delivered it, if one did. */
function deliveriesOf(desk: Desk, year: number, facts: CommunityFacts[]): Map<string, Delivered> {
  const entered = desk.store.read.history.deliveries(
    year,
    facts.map((each) => each.key),
    NO_DELIVERY,
  )
  const found = new Map<string, Delivered>([...entered].map(([key, at]) => [key, { at, file: null }]))
  // A file may say just what the plan has, and then changes nothing, but it is delivered all the same.
  for (const { at, file, communities } of desk.store.read.deliveries.list(year)) {
    for (const key of communities) found.set(key, { at: later(at, found.get(key)?.at), file })
  }
  return followed(found, desk.store.read.unitChanges.list(year))
}

const later = (one: string, other: string | undefined): string => (other === undefined || one > other ? one : other)

/** A community without a code has another key once it is renamed or moved; what was delivered of it stays delivered. */
function followed(delivered: Map<string, Delivered>, changes: readonly UnitChange[]): Map<string, Delivered> {
  for (const { kind, from, to } of changes) {
    const known = delivered.get(from[0]?.key ?? '')
    const [after] = to
    if ((kind === 'rename' || kind === 'move') && known !== undefined && after !== undefined && !delivered.has(after.key))
      delivered.set(after.key, known)
  }
  return delivered
}

/** Policies of districts under which nobody stands any more, as the district has another name or its communities are elsewhere. */
const ofNobody = (desk: Desk): Problem[] =>
  ownPoliciesOf(desk, desk.year.year)
    .filter((each) => desk.facts.every(({ district }) => district !== each.district))
    .map(({ district, policy }) => warning('rollup.keptNobody', { district, ...policyNamed(policy) }))

function completenessOf(desk: Desk): Completeness {
  const { year, facts, policy } = desk
  const indicators = desk.dictionary.indicators.filter((each) => each.formula === undefined)
  const delivered = indicators.map((each) => each.key)
  const required = indicators.filter((each) => each.required).map((each) => each.key)
  const askedBy = (rules: Policy): Asked => {
    const ofPolicy = indicatorsOfPolicy(rules, desk.dictionary.indicators)
    return { delivered, required, asked: delivered.filter((key) => required.includes(key) || ofPolicy.includes(key)) }
  }
  const general = askedBy(policy)
  const own = new Map(ownPoliciesOf(desk, year.year).map((each) => [each.district, askedBy(each.policy)]))
  const askedOf = ({ district }: { district: string }): Asked => own.get(district) ?? general
  const all = [general, ...own.values()].flatMap((each) => each.asked)
  const { results, problems } = resultsOf(desk)
  const gaps = new Map(facts.map((each) => [each.key, gapsOf(each, askedOf(each), results.get(each.key))]))
  const deliveries = deliveriesOf(desk, year.year, facts)
  const subdistricts = bySubdistrict(facts, (each) => each).map(({ own: inside }) =>
    subdistrictGaps(inside, gaps, askedOf(inside[0]!), deliveries),
  )
  const sum = (field: 'delivered' | 'undecided' | 'filled' | 'askedFor'): number =>
    subdistricts.reduce((before, each) => before + each[field], 0)
  return {
    year: year.year,
    asked: delivered.filter((key) => all.includes(key)),
    communities: [...gaps.values()].filter((each) => each.missing.length > 0 || each.matters.length > 0),
    subdistricts,
    problems: [...problems, ...ofNobody(desk)],
    total: {
      communities: facts.length,
      delivered: sum('delivered'),
      undecided: sum('undecided'),
      filled: sum('filled'),
      askedFor: sum('askedFor'),
      share: shareOf(sum('filled'), sum('askedFor')),
      owing: subdistricts.filter((each) => each.owes).length,
    },
  }
}

export const completeness = (desk: Desk) =>
  ({ 'completeness.get': () => desk.derived('completeness', () => completenessOf(desk)) }) satisfies Partial<Service>
