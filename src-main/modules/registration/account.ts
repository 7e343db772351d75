import type { z } from 'zod'
import { byPlace, sumOfKnown, unknownIn } from '../../model/places.ts'
import { communityOf } from '../../model/plan.ts'
import {
  CHECK_COUNT_NAMES,
  checksOf,
  latestRegister,
  RATES,
  REGISTER_COUNT_NAMES,
  REGISTER_PARTS,
  wholeOf,
  type RegisterCount,
  type RegisterRow,
  type SpotCheck,
} from '../../model/registration.ts'
import { casesAllowed, CONFIDENCE, isProvedAtMost, neededAtMost, NO, rateFound, tenantsPresent } from '../../engine/catalogue/index.ts'
import type { ResolvedYear } from '../../desk/catalogue.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { isOfRegister, targetsIn } from '../targets/index.ts'
import type { registrationOperations } from './contract.ts'

type Counts<Name extends string> = Record<Name, number | null>
type Account = OutputOf<'registration.account'>
type Line = Account['communities'][number]
/** A line with the checks that it is made of. */
interface Counted {
  line: Line
  checks: readonly SpotCheck[]
}

const named = <Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value): Record<Name, Value> =>
  Object.fromEntries(names.map((each) => [each, of(each)])) as Record<Name, Value>

/** Sums of what is known; a count that nobody knows stays unknown. */
const summed = <Name extends string>(names: readonly Name[], all: readonly Counts<Name>[]): Counts<Name> =>
  named(names, (name) => (all.length === 0 ? null : sumOfKnown(all.map((each) => each[name]))))

/** Of a part and its whole those whose part is known: the whole of the others would make the share smaller than it is. */
function registersTogether(registers: readonly Counts<RegisterCount>[]): Counts<RegisterCount> {
  const sums = summed(REGISTER_COUNT_NAMES, registers)
  for (const part of REGISTER_PARTS) {
    const known = registers.filter((each) => each[part] !== null)
    Object.assign(sums, summed([part, wholeOf(part)!], known))
  }
  return sums
}

const ratesOf = (checks: readonly SpotCheck[]) => named(RATES, (rate) => rateFound(rate, checks))

function together(counted: readonly Counted[]): Account['total'] {
  const lines = counted.map((each) => each.line)
  const registers = lines.map((each) => each.register)
  const checks = counted.flatMap((each) => each.checks)
  const estimates = lines.map((each) => each.tenants?.estimate)
  return {
    communities: lines.length,
    register: registersTogether(registers),
    withoutPart: named(REGISTER_PARTS, (part) => unknownIn(registers.map((each) => each[part]))),
    checks: summed(CHECK_COUNT_NAMES, checks),
    rates: ratesOf(checks),
    tenants: { estimate: sumOfKnown(estimates), without: unknownIn(estimates) },
  }
}

/** @returns for which communities a target of the register holds or may hold, by row */
export function namedRows({ columns, compiled }: Pick<ResolvedYear, 'columns' | 'compiled'>): boolean[] {
  const own = targetsIn(compiled).filter(({ target }) => isOfRegister(target))
  return columns.facts.map((_, row) => own.some(({ position }) => compiled.verdict(position, row) !== NO))
}

/**
 * The register and its checks, by community and place.
 * @param arrange puts communities into the order of the places
 */
export function registrationAccount(
  year: ResolvedYear,
  counted: { register: readonly RegisterRow[]; checks: readonly SpotCheck[] },
  arrange: (lines: readonly Line[]) => readonly Line[],
): Omit<OutputOf<'registration.account'>, 'year'> {
  const { columns, run } = year
  const [registers, checks] = [latestRegister(counted.register), checksOf(counted.checks)]
  const isNamed = namedRows(year)
  const unknown = named(REGISTER_COUNT_NAMES, () => null)
  const lines = columns.facts.flatMap((facts, row): Line[] => {
    const [register, own] = [registers.get(facts.key), checks.get(facts.key)]
    if (!isNamed[row]! && register === undefined && own === undefined) return []
    return [
      {
        ...communityOf(facts),
        class: run.classes[row]!,
        named: isNamed[row]!,
        register: register ?? unknown,
        checks: summed(CHECK_COUNT_NAMES, own ?? []),
        rates: ratesOf(own ?? []),
        tenants: tenantsPresent(register?.tenants ?? null, own ?? []),
      },
    ]
  })
  const communities = [...arrange(lines)]
  const all = communities.map((line): Counted => ({ line, checks: checks.get(line.key) ?? [] }))
  return {
    communities,
    places: byPlace(all, (each) => each.line).flatMap(({ district, own, subdistricts }) => [
      { district, subdistrict: null, ...together(own) },
      ...subdistricts.map((each) => ({ district, subdistrict: each.subdistrict, ...together(each.own) })),
    ]),
    total: together(all),
  }
}

/** More cases than this, and the tens of thousands of persons among whom they are, are in no sample that somebody draws. */
const MOST_CASES = 50_000

/** The smallest sample that proves a rate though so large a share of it tells against it. */
export function smallestSample({
  rate,
  bound,
  expected,
}: z.output<(typeof registrationOperations)['registration.sample']['input']>): OutputOf<'registration.sample'> {
  const allowed = rate === 'stale' ? casesAllowed(rate, null, bound) : casesAllowed(rate, bound, null)
  if (allowed === null || expected >= allowed) return { persons: null, cases: 0, isNever: true }
  const cases = expected === 0 ? 0 : fewestCases(allowed, expected)
  const persons = cases === null ? null : neededAtMost(cases, allowed, CONFIDENCE)
  return { persons, cases: persons === null ? 0 : cases!, isNever: false }
}

/** So few cases that the sample among which they are expected proves the share that is allowed; null: more than MOST_CASES. */
function fewestCases(allowed: number, expected: number): number | null {
  const proves = (cases: number): boolean => isProvedAtMost(cases, Math.floor(cases / expected + 1e-9), allowed, CONFIDENCE)
  if (!proves(MOST_CASES)) return null
  let [low, high] = [0, MOST_CASES]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (proves(middle)) high = middle
    else low = middle
  }
  // Whole persons make the limit jagged by the root of the cases: fewer than those that halving found may do.
  let fewest = high
  for (let cases = high - 1; cases >= high - 2 * Math.ceil(Math.sqrt(high)) && cases > 0; cases--) if (proves(cases)) fewest = cases
  return fewest
}
