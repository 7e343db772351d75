import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { appError } from '../../shared/app-error.ts'
import { shareOut } from '../allocation/largest-remainder.ts'
import { vocabularyOf } from '../indicators/vocabulary.ts'
import { commonStep, countOf, shareWithin, sumOf, valueOf } from './quantity.ts'

/** A part of a community: its amount of the indicator that everything is divided by, and what is known better of it (null: nothing). */
export interface Part {
  amount: number
  values: Record<string, IndicatorValue>
}
export interface SplitFacts {
  values: Array<Record<string, IndicatorValue>>
  /** Divides an amount in fen among the parts, to the fen. */
  money(fen: number | null): Array<number | null>
  problems: Problem[]
}

/** The indicator that everything is divided by. @throws plan.indicatorUnknown, plan.indicatorDerived, policy.indicatorKind */
function divisor(key: string, indicators: readonly Indicator[]): Indicator {
  const found = indicators.find((each) => each.key === key)
  if (found === undefined) throw appError('plan.indicatorUnknown', { indicator: key }, { indicator: key })
  if (found.formula !== undefined)
    throw appError('plan.indicatorDerived', { indicator: found.label.zh, formula: found.formula }, { indicator: key })
  if (found.kind !== 'number')
    throw appError('policy.indicatorKind', { indicator: found.label.zh, kind: found.kind, expected: 'number' }, { indicator: key })
  return found
}

/** Parts before their wholes would be divided without knowing how much room there is. */
function wholesFirst(indicators: Indicator[]): { ordered: Indicator[]; wholesOf(key: string): string[] } {
  const { wholesOf } = vocabularyOf(indicators)
  const depth = (key: string): number => wholesOf(key).length
  return { ordered: [...indicators].sort((a, b) => depth(a.key) - depth(b.key)), wholesOf }
}

/**
 * Divides a number: what is given of a part stands, the rest is shared out by weight with largest remainder on the indicator's step.
 * @param limits the most that each part may have, Infinity without one
 * @throws plan.partsDiffer where what is given is not the whole
 */
function dividedNumber(indicator: Indicator, total: number, given: Array<number | null>, weights: number[], limits: number[]): number[] {
  const known = given.filter((each) => each !== null)
  const step = commonStep(indicator, [total, ...known])
  const rest = countOf(total, step) - known.reduce((sum, each) => sum + countOf(each, step), 0)
  const open = given.flatMap((each, position) => (each === null ? [position] : []))
  const isWrong = open.length === 0 ? rest !== 0 : total >= 0 && rest < 0
  if (isWrong)
    throw appError(
      'plan.partsDiffer',
      { indicator: indicator.label.zh, value: sumOf(indicator, known), limit: total },
      { indicator: indicator.key },
    )
  const openWeights = open.map((position) => weights[position]!)
  const shared = shareWithin(
    rest,
    openWeights.some((each) => each > 0) ? openWeights : openWeights.map(() => 1),
    open.map((position) => (limits[position] === Infinity ? Infinity : Math.floor(limits[position]! / step + 1e-9))),
  )
  return given.map((each, position) => each ?? valueOf(shared[open.indexOf(position)]!, step))
}

/**
 * Divides a community into parts: numbers by the parts' amounts of one indicator, so that they add up to what they were; categories and
 * flags are the same in every part; a share of a part is not known from the share of the whole.
 * @param indicators of the dictionary, retired ones included
 * @throws plan.partsEmpty, plan.partsDiffer, plan.indicatorUnknown, plan.indicatorDerived, policy.indicatorKind
 */
export function splitFacts(community: CommunityFacts, by: string, parts: readonly Part[], indicators: readonly Indicator[]): SplitFacts {
  const chosen = divisor(by, indicators)
  const amounts = parts.map((part) => part.amount)
  const step = commonStep(chosen, amounts)
  const weights = amounts.map((amount) => countOf(amount, step))
  if (weights.every((weight) => weight === 0)) throw appError('plan.partsEmpty', { indicator: chosen.label.zh }, { indicator: by })
  const whole = community.values[by] ?? null
  if (whole !== null && sumOf(chosen, amounts) !== sumOf(chosen, [whole as number])) {
    throw appError('plan.partsDiffer', { indicator: chosen.label.zh, value: sumOf(chosen, amounts), limit: whole }, { indicator: by })
  }
  const values: Array<Record<string, IndicatorValue>> = parts.map(() => ({}))
  const problems: Problem[] = []
  const set = (key: string, divided: Array<IndicatorValue>): void =>
    values.forEach((own, position) => {
      const value = divided[position] ?? null
      if (value !== null) own[key] = value
    })
  const { ordered, wholesOf } = wholesFirst(indicators.filter((each) => each.formula === undefined))
  for (const indicator of ordered) {
    const { key } = indicator
    const given = parts.map((part) => (key === by ? part.amount : (part.values[key] ?? null)))
    const total = community.values[key] ?? null
    if (indicator.kind === 'number' && typeof total === 'number') {
      const limits = values.map((own) =>
        Math.min(
          ...wholesOf(key)
            .map((other) => own[other])
            .filter((each) => typeof each === 'number'),
          Infinity,
        ),
      )
      set(key, dividedNumber(indicator, total, given as Array<number | null>, weights, limits))
    } else if (indicator.kind === 'share' && total !== null && given.some((each) => each === null)) {
      set(key, given)
      if (!indicator.retired)
        problems.push(warning('plan.unitValueUnknown', { indicator: indicator.label.zh, values: String(total) }, { indicator: key }))
    } else {
      set(
        key,
        given.map((each) => each ?? (indicator.kind === 'number' ? null : total)),
      )
    }
  }
  return { values, problems, money: (fen) => (fen === null ? parts.map(() => null) : shareOut(fen, weights)) }
}
