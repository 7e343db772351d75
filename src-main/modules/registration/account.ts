import type { z } from 'zod'
import { byPlace } from '../../model/places.ts'
import { communityOf } from '../../model/plan.ts'
import {
  CHECK_COUNT_NAMES,
  checksTogether,
  latestRegister,
  RATES,
  REGISTER_COUNT_NAMES,
  type CheckCount,
  type Rate,
  type RegisterCount,
  type RegisterRow,
  type SpotCheck,
} from '../../model/registration.ts'
import { casesAllowed, CONFIDENCE, neededAtMost, NO, rateFound, tenantsPresent } from '../../engine/catalogue/index.ts'
import type { ResolvedYear } from '../../desk/catalogue.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { isOfRegister, targetsIn } from '../targets/index.ts'
import type { registrationOperations } from './contract.ts'

type Register = Record<RegisterCount, number | null>
type Checks = Record<CheckCount, number | null>
const unknown = <Name extends string>(names: readonly Name[]): Record<Name, number | null> =>
  Object.fromEntries(names.map((each) => [each, null])) as Record<Name, number | null>

/** What follows from a register and its checks. */
const foundOf = (register: Register, checks: Checks) => ({
  register,
  checks,
  rates: Object.fromEntries(RATES.map((rate) => [rate, rateFound(rate, checks)])) as Record<Rate, ReturnType<typeof rateFound>>,
  tenants: tenantsPresent(register.tenants, checks),
})

/** Sums of what is known; a count that nobody knows stays unknown. */
const summed = <Name extends string>(names: readonly Name[], all: readonly Record<Name, number | null>[]): Record<Name, number | null> =>
  Object.fromEntries(
    names.map((name) => {
      const known = all.map((each) => each[name]).filter((each) => each !== null)
      return [name, known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)]
    }),
  ) as Record<Name, number | null>

/** Checks are added up where all that a rate is made of is known, so that the parts of its sum belong together. */
const COMPLETE: readonly CheckCount[] = ['found', 'missed', 'stale', 'wrong']
const isComplete = (checks: Checks): boolean => COMPLETE.every((each) => checks[each] !== null)

type Line = OutputOf<'registration.account'>['communities'][number]

function together(lines: readonly Line[]) {
  const register = summed(
    REGISTER_COUNT_NAMES,
    lines.map((each) => each.register),
  )
  const checks = summed(CHECK_COUNT_NAMES, lines.map((each) => each.checks).filter(isComplete))
  return { communities: lines.length, ...foundOf(register, checks) }
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
  const [registers, checks] = [latestRegister(counted.register), checksTogether(counted.checks)]
  const named = namedRows(year)
  const lines = columns.facts.flatMap((facts, row): Line[] => {
    const [register, check] = [registers.get(facts.key), checks.get(facts.key)]
    if (!named[row]! && register === undefined && check === undefined) return []
    return [
      {
        ...communityOf(facts),
        class: run.classes[row]!,
        named: named[row]!,
        ...foundOf(register ?? unknown(REGISTER_COUNT_NAMES), check ?? unknown(CHECK_COUNT_NAMES)),
      },
    ]
  })
  const communities = [...arrange(lines)]
  return {
    communities,
    places: byPlace(communities, (each) => each).flatMap(({ district, own, subdistricts }) => [
      { district, subdistrict: null, ...together(own) },
      ...subdistricts.map((each) => ({ district, subdistrict: each.subdistrict, ...together(each.own) })),
    ]),
    total: together(communities),
  }
}

/** More cases than this are expected in no sample that somebody draws. */
const MOST_CASES = 2000

/** The smallest sample that proves a rate though so large a share of it tells against it. */
export function smallestSample({
  rate,
  bound,
  expected,
}: z.output<(typeof registrationOperations)['registration.sample']['input']>): OutputOf<'registration.sample'> {
  const allowed = rate === 'stale' ? casesAllowed(rate, null, bound) : casesAllowed(rate, bound, null)
  if (allowed === null || expected >= allowed) return { persons: null, cases: 0 }
  for (let cases = 0; cases <= MOST_CASES; cases++) {
    const persons = neededAtMost(cases, allowed, CONFIDENCE)
    if (persons === null) break
    if (Math.ceil(persons * expected - 1e-9) <= cases) return { persons, cases }
  }
  return { persons: null, cases: 0 }
}
