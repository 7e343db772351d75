import type { RollupDistrict, RollupPreview } from '../../model/package.ts'
import { districtsOf, sumOfKnown } from '../../model/places.ts'
import { countsIn, type PlanResult } from '../../model/plan.ts'
import { warning, type Problem } from '../../model/problem.ts'
import type { ReadPackage } from '../../documents/package/index.ts'
import { conservation } from '../../engine/units/index.ts'
import { AppError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { lastYearOf, moneyOf, unitsOf } from '../../desk/last-year.ts'
import { planResult } from '../../desk/plan-result.ts'
import type { DistrictPolicy } from '../../engine/index.ts'
import { endingProblems, ownAfter } from './keeping.ts'
import type { Merged } from './merge.ts'

export interface Outcome {
  districts: RollupDistrict[]
  total: RollupPreview['total']
  /** What each district would have if none of the packages' districts kept its own policy; null: it can't be computed. */
  byPlan: ReadonlyMap<string, number> | null
  problems: Problem[]
}

/** Communities and money of last year that the merged year does not account for, as far as the packages' districts are concerned. */
function gapProblems(desk: Desk, { districts, own, facts, unitChanges }: Merged): Problem[] {
  const { year } = desk.year
  const from = lastYearOf(desk, year)
  if (from === null) return []
  const now = facts.map(({ key, name, previousFen }) => ({ key, name, fen: previousFen }))
  const { gaps } = conservation({
    year,
    from,
    basis: moneyOf(desk, from).basis,
    last: unitsOf(desk, from),
    now,
    changes: unitChanges.map((each, id) => ({ id, ...each })),
  })
  const concerned = new Set([...own, ...desk.factsOf(from).filter((each) => districts.has(each.district))].map((each) => each.key))
  return gaps
    .filter((gap) => gap.keys.some((key) => concerned.has(key)))
    .map(({ kind, keys, names, expectedFen, foundFen }) => {
      const params = { names: names.join('、'), year, last: from }
      const place = { community: names[0]!, key: keys[0]! }
      if (kind === 'lost') return warning('plan.unitLost', { ...params, ...(expectedFen === null ? {} : { expectedFen }) }, place)
      return kind === 'unexplained'
        ? warning('plan.unitUnexplained', params, place)
        : warning('plan.moneyNotFound', { ...params, expectedFen: expectedFen!, foundFen: foundFen! }, place)
    })
}

/**
 * Districts that the plan knows - from last year, from the year itself, or from packages of any year - and that have not delivered.
 * @param now districts of the packages that are about to be merged
 * @param facts the year's communities, with those packages in it
 * @returns those of which there is neither a package now nor one that was merged before, in the order of the plan
 */
export function missingDistricts(desk: Desk, now: ReadonlySet<string>, facts = desk.facts): string[] {
  const { year } = desk.year
  const { mergedPackages, years } = desk.store.read
  const delivered = new Set([...now, ...mergedPackages.list(year).map((each) => each.district)])
  const remembered = years
    .list()
    .filter((each) => each.year !== year)
    .flatMap((each) => mergedPackages.list(each.year))
  return inPlanOrder(desk, [...knownDistricts(desk, facts), ...remembered.map((each) => each.district)]).filter(
    (each) => !delivered.has(each),
  )
}

/** Districts of the year, then further ones of last year, each list in the order of its communities, as in every table. */
function knownDistricts(desk: Desk, facts = desk.facts): string[] {
  const from = lastYearOf(desk, desk.year.year)
  return districtsOf([...facts, ...(from === null ? [] : desk.factsOf(from))])
}

/** @returns the same districts, each once, in the order in which the plan has them; those that it does not have come last */
export function inPlanOrder(desk: Desk, districts: readonly string[]): string[] {
  const wanted = new Set(districts)
  const known = knownDistricts(desk).filter((each) => wanted.has(each))
  return [...new Set([...known, ...[...wanted].sort()])]
}

/** The merged result against what the packages say: each package computed alone, here all together. */
function totalProblems(packages: readonly ReadPackage[], result: PlanResult, stated: ReadonlyMap<string, number>): Problem[] {
  const statedFen = [...stated.values()].reduce((sum, fen) => sum + fen, 0)
  const amountFen = result.districts.filter((each) => stated.has(each.district)).reduce((sum, each) => sum + each.amountFen, 0)
  const before = new Map(packages.flatMap((each) => each.result.communities.map(({ key, amountFen: fen }) => [key, fen] as const)))
  const first = result.communities.find((each) => before.has(each.key) && before.get(each.key) !== each.amountFen)
  if (first === undefined) return []
  return [
    warning(
      'rollup.totalDiffers',
      { statedFen, amountFen, byFen: Math.abs(amountFen - statedFen), name: first.name },
      { community: first.name, key: first.key },
    ),
  ]
}

/** The result of the merged year, districts in `kept` under policies of their own; problems instead of it where it can't be computed. */
function resultOf(
  desk: Desk,
  { facts, overrides, own, districts }: Merged,
  kept: readonly DistrictPolicy[],
  synthetic: boolean,
): PlanResult | Problem[] {
  const { year } = desk.year
  const given = new Set(own.map((each) => each.key))
  const present = new Set(facts.map((each) => each.key))
  const all = [...desk.allOverridesOf(year).filter((each) => present.has(each.key) && !given.has(each.key)), ...overrides].filter((each) =>
    countsIn(each, year),
  )
  try {
    return planResult({
      policy: desk.policy,
      dictionary: desk.dictionary.indicators,
      facts,
      overrides: all.sort((a, b) => (a.key < b.key ? -1 : 1)),
      own: ownAfter(desk, districts, kept),
      year,
      synthetic,
    })
  } catch (error) {
    if (error instanceof AppError) return error.problems
    throw error
  }
}

/**
 * What comes of merging: totals by district, and everything that does not fit together.
 * @param kept districts of the packages that keep their own policies
 */
export function outcomeOf(desk: Desk, packages: readonly ReadPackage[], merged: Merged, kept: readonly DistrictPolicy[]): Outcome {
  const missing = missingDistricts(desk, merged.districts, merged.facts)
  const problems = [
    ...gapProblems(desk, merged),
    ...endingProblems(desk, merged.districts, kept),
    ...(missing.length === 0
      ? []
      : [warning('rollup.districtMissing', { count: missing.length, names: missing.join('、'), namesEn: missing.join(', ') })]),
  ]
  const synthetic = desk.year.synthetic || packages.some((each) => each.manifest.synthetic)
  const result = resultOf(desk, merged, kept, synthetic)
  const recomputed = kept.length === 0 ? result : resultOf(desk, merged, [], synthetic)
  const byPlan = Array.isArray(recomputed) ? null : new Map(recomputed.districts.map((each) => [each.district, each.amountFen]))
  if (Array.isArray(result)) return { districts: [], total: null, byPlan, problems: [...problems, ...result] }
  const stated = new Map(packages.flatMap((each) => each.result.districts.map(({ district, amountFen }) => [district, amountFen] as const)))
  const { communities: count, undecided, amountUnknown, amountFen } = result.totals
  const lastYear = (district?: string): number | null =>
    sumOfKnown(result.communities.filter((each) => district === undefined || each.district === district).map((each) => each.previousFen))
  return {
    byPlan,
    districts: result.districts.map((each) => ({
      district: each.district,
      count: each.count,
      undecided: each.undecided,
      amountUnknown: each.amountUnknown,
      amountFen: each.amountFen,
      previousFen: lastYear(each.district),
      statedFen: stated.get(each.district) ?? null,
    })),
    total: {
      count,
      undecided,
      amountUnknown,
      amountFen,
      previousFen: lastYear(),
      statedFen: [...stated.values()].reduce((sum, fen) => sum + fen, 0),
    },
    problems: [...problems, ...totalProblems(packages, result, stated)],
  }
}
