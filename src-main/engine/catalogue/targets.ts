import type { Bounds, Catalogue, Target } from '../../model/catalogue.ts'
import type { Condition } from '../../model/condition.ts'
import { indicatorsIn } from '../../model/condition.ts'
import { withoutDust } from '../../model/number.ts'
import { byPlace } from '../../model/places.ts'
import { checksOf } from '../../model/registration.ts'
import type { NeedFault, Standing, TargetPlace, TargetState, TargetSum, VisitWork } from '../../model/target.ts'
import { compileCondition, leavesUnknown, TRUE, UNKNOWN, type CompiledCondition } from '../classification/condition.ts'
import type { FactColumns } from '../columns/facts.ts'
import { formulaKeys, formulaValue, parseFormula } from '../indicators/formula.ts'
import { missingInputs } from '../indicators/table.ts'
import { neededAtMost } from '../statistics/index.ts'
import { CONFIDENCE, casesAllowed, rateFound } from './rates.ts'

/** A number of a community; where it is not known, without which indicators, or that its formula divides by zero. */
interface Known {
  value: number | null
  needs: string[]
  fault: NeedFault | null
}
type Reader = (row: number) => Known

/** The columns that formulas, conditions and counts of targets look at. */
class Readers {
  readonly #columns: FactColumns
  constructor(columns: FactColumns) {
    this.#columns = columns
  }
  /** A formula; one that reads an indicator which nobody knows here is unknown, and names it. */
  formula(text: string | undefined): Reader | null {
    if (text === undefined) return null
    const { table, vocabulary } = this.#columns
    const formula = parseFormula(text)
    const keys = formulaKeys(formula)
    const strangers = keys.filter((key) => !vocabulary.indicators.has(key))
    if (strangers.length > 0) return () => ({ value: null, needs: strangers, fault: null })
    return (row) => {
      const value = formulaValue(formula, (key) => table.columns.get(key)![row]!)
      if (Number.isFinite(value)) return { value, needs: [], fault: null }
      const unknown = keys.filter((key) => Number.isNaN(table.columns.get(key)![row]!))
      const needs = [...new Set(unknown.flatMap((key) => missingInputs(key, row, table, vocabulary)))]
      return { value: null, needs, fault: needs.length > 0 ? null : 'dividedByZero' }
    }
  }
  /** A condition, or the indicators of it that nobody knows here. */
  condition(when: Condition): CompiledCondition | string[] {
    const { table, vocabulary } = this.#columns
    const strangers = indicatorsIn([when]).filter((key) => !vocabulary.indicators.has(key))
    return strangers.length > 0 ? strangers : compileCondition(when, table, vocabulary.indicators)
  }
  missing(compiled: CompiledCondition, row: number): string[] {
    const { table, vocabulary } = this.#columns
    return leavesUnknown(compiled, row).flatMap((leaf) => missingInputs(leaf.indicator, row, table, vocabulary))
  }
  indicator(key: string): (row: number) => number | null {
    const column = this.#columns.table.columns.get(key)
    return (row) => (column === undefined || Number.isNaN(column[row]!) ? null : column[row]!)
  }
}

type Needed = Pick<TargetState, 'least' | 'most' | 'needs' | 'fault'>
const isKnown = ({ needs, fault }: Needed): boolean => needs.length === 0 && fault === null

/** What bounds say of a community; a rate's are shares, not rounded; counts are whole: no fewer than the least, rounded up, and then no more than the most. */
function boundsReader({ least, most }: Bounds, readers: Readers, isRate: boolean): (row: number) => Needed {
  const [low, high] = [readers.formula(least), readers.formula(most)]
  const whole = (value: number | null | undefined, round: (number: number) => number): number | null =>
    value === null || value === undefined ? null : isRate ? value : Math.max(0, round(withoutDust(value)))
  return (row) => {
    const [from, to] = [low?.(row), high?.(row)]
    const [atLeast, atMost] = [whole(from?.value, Math.ceil), whole(to?.value, Math.floor)]
    const noShare = isRate && [atLeast, atMost].some((each) => each !== null && (each < 0 || each > 1)) ? 'noShare' : null
    return {
      least: noShare === null ? atLeast : null,
      // Four households have one contact household, though a fifth of four is none.
      most: noShare !== null || atMost === null ? null : Math.max(atMost, atLeast ?? 0),
      needs: [...new Set([...(from?.needs ?? []), ...(to?.needs ?? [])])],
      fault: from?.fault ?? to?.fault ?? noShare,
    }
  }
}

/** The bounds of the first band whose condition holds, else the target's own. Where a band may hold and would say otherwise, they are unknown. */
function neededReader(target: Target, readers: Readers): (row: number) => Needed {
  const isRate = target.present.kind === 'rate'
  const own = boundsReader(target, readers, isRate)
  const bands = target.bands.map(({ when, ...bounds }) => ({
    condition: readers.condition(when),
    of: boundsReader(bounds, readers, isRate),
  }))
  return (row) => {
    const possible: Needed[] = []
    const needs: string[] = []
    const settled = bands.find(({ condition, of }) => {
      if (Array.isArray(condition)) needs.push(...condition)
      const truth = Array.isArray(condition) ? UNKNOWN : condition.test(row)
      if (truth === TRUE) return true
      if (truth !== UNKNOWN) return false
      possible.push(of(row))
      if (!Array.isArray(condition)) needs.push(...readers.missing(condition, row))
      return false
    })
    const last = (settled?.of ?? own)(row)
    const isSame = possible.every((each) => each.least === last.least && each.most === last.most && each.fault === last.fault)
    return isSame ? last : { least: null, most: null, needs: [...new Set([...needs, ...last.needs])], fault: null }
  }
}

/** Of none that are wanted nobody is short, whatever is there. */
const shortOf = (wanted: number | null, there: number | null): number | null =>
  wanted === null || (there === null && wanted > 0) ? null : Math.max(0, wanted - (there ?? 0))

function visitsReader(target: Target, readers: Readers): (row: number, present: number | null) => VisitWork | null {
  const visits = readers.formula(target.visits)
  const each = target.visitMinutes + target.travelMinutes
  return (row, present) => {
    const asked = visits?.(row).value ?? null
    if (asked === null || present === null) return null
    return visitWork(Math.max(0, Math.ceil(withoutDust(asked))) * each, present * target.personMinutes, target.personMinutes)
  }
}

/** The share of visits that can be made in the time that people have, and how many people could make all. */
function visitWork(asked: number, there: number, personMinutes: number): VisitWork {
  return {
    asked,
    there,
    share: asked === 0 ? null : Math.min(1, there / asked),
    people: personMinutes === 0 ? null : Math.ceil(asked / personMinutes),
  }
}

function standingOf(need: Needed, wanted: number | null, present: number | null): Standing {
  const { least, most } = need
  if (!isKnown(need) || (least === null && most === null)) return 'needUnknown'
  // At most none is a limit, and something to be kept; a need that comes out as none is not.
  if (least === 0 && (most === null || most === 0)) return 'nothing'
  if (present === null) return 'presentUnknown'
  if (wanted !== null && present < wanted) return 'short'
  return most !== null && present > most ? 'above' : 'enough'
}

/**
 * @param columns with those of the housing register
 * @returns how each community stands to each target; conditions and formulas are those of the classification, by its evaluators
 */
export function compileTargets(
  catalogue: Pick<Catalogue, 'presents' | 'checks'>,
  columns: FactColumns,
): (target: Target) => (row: number) => TargetState {
  const readers = new Readers(columns)
  const entered = new Map(catalogue.presents?.map(({ key, item, present }) => [`${item} ${key}`, present]))
  const checks = checksOf(catalogue.checks ?? [])
  const presentReader = ({ id, present }: Target): ((row: number) => number | null) => {
    if (present.kind === 'indicator') return readers.indicator(present.indicator)
    return (row) => entered.get(`${id} ${columns.facts[row]!.key}`) ?? null
  }
  return (target) => {
    const needed = neededReader(target, readers)
    const present = presentReader(target)
    const visits = visitsReader(target, readers)
    return (row) => {
      const need = needed(row)
      if (target.present.kind === 'rate') return rateState(target.present.rate, need, checks.get(columns.facts[row]!.key) ?? [])
      const there = present(row)
      const wanted = need.least === null ? null : Math.ceil(withoutDust(need.least * target.level))
      return {
        ...need,
        wanted,
        present: there,
        shortage: isKnown(need) ? shortOf(wanted, there) : null,
        standing: standingOf(need, wanted, there),
        visits: visits(row, there),
        rate: null,
        more: null,
      }
    }
  }
}

/** A rate against its bounds: proved where the whole interval keeps them, missed where the whole interval does not, else open. */
function rateState(rate: Parameters<typeof rateFound>[0], need: Needed, checks: Parameters<typeof rateFound>[1]): TargetState {
  const found = rateFound(rate, checks)
  const allowed = casesAllowed(rate, need.least, need.most)
  const state = { ...need, wanted: null, present: found?.rate ?? null, shortage: null, visits: null, rate: found }
  if (!isKnown(need) || allowed === null) return { ...state, standing: 'needUnknown', more: null }
  if (found === null) return { ...state, standing: 'presentUnknown', more: neededAtMost(0, allowed, CONFIDENCE) }
  const [best, worst] = rate === 'stale' ? [found.low, found.high] : [1 - found.high, 1 - found.low]
  if (worst <= allowed) return { ...state, standing: 'enough', more: null }
  const sample = neededAtMost(found.cases, allowed, CONFIDENCE)
  return { ...state, standing: best > allowed ? 'short' : 'open', more: sample === null ? null : sample - found.of }
}

const nothing = (): TargetSum => ({
  communities: 0,
  short: 0,
  open: 0,
  needUnknown: 0,
  presentUnknown: 0,
  above: 0,
  least: null,
  most: null,
  wanted: null,
  present: null,
  shortage: null,
  visits: null,
})

/** What is summed of a target. */
type Summed = Pick<Target, 'personMinutes' | 'present'>

const SUMMED = ['least', 'most', 'wanted', 'present', 'shortage'] as const

/** @returns what these need together; of a rate there is only the count of how they stand */
export function targetSum(states: readonly TargetState[], { personMinutes, present: from }: Summed): TargetSum {
  const sum = nothing()
  const added = (total: number | null, more: number | null): number | null => (more === null ? total : (total ?? 0) + more)
  // What one community has too much of helps no other: a share is of what each can make.
  let made = 0
  for (const { standing, visits, ...state } of states) {
    sum.communities += 1
    if (standing !== 'enough' && standing !== 'nothing') sum[standing] += 1
    if (from.kind === 'rate' || standing === 'needUnknown') continue
    for (const part of SUMMED) sum[part] = added(sum[part], state[part])
    if (visits === null) continue
    sum.visits = visitWork((sum.visits?.asked ?? 0) + visits.asked, (sum.visits?.there ?? 0) + visits.there, personMinutes)
    made += Math.min(visits.asked, visits.there)
  }
  if (sum.visits !== null && sum.visits.asked > 0) sum.visits.share = made / sum.visits.asked
  return sum
}

/** The sums of each district and of its subdistricts, in the order of the lines. */
export function targetsByPlace<Line extends { district: string; subdistrict: string; state: TargetState }>(
  lines: readonly Line[],
  target: Summed,
): TargetPlace[] {
  const sumOf = (own: readonly Line[]): TargetSum =>
    targetSum(
      own.map((each) => each.state),
      target,
    )
  return byPlace(lines, (each) => each).flatMap(({ district, own, subdistricts }) => [
    { district, subdistrict: null, sum: sumOf(own) },
    ...subdistricts.map((each) => ({ district, subdistrict: each.subdistrict, sum: sumOf(each.own) })),
  ])
}
