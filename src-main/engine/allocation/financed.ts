import type { Step } from '../../model/policy.ts'
import type { Transfer } from '../../model/plan.ts'
import { warning } from '../../model/problem.ts'
import { appError } from '../../shared/app-error.ts'
import { scaleWithin } from './fit.ts'
import { partOf } from './simple-steps.ts'
import { lowerOf, rowsOf, type AllocationState } from './state.ts'

type FinancedStep = Extract<Step, { kind: 'protect' }>

/**
 * Pairs those who pay with those who receive, both in order of codes: every sum of a row is exact, and there are fewer lines than
 * communities.
 */
function pairsOf(pays: Map<number, number>, receives: Map<number, number>): Array<{ from: number; to: number; fen: number }> {
  const pairs: Array<{ from: number; to: number; fen: number }> = []
  const payers = [...pays].map(([row, fen]) => ({ row, left: fen }))
  for (const [to, needed] of receives) {
    let left = needed
    while (left > 0) {
      const payer = payers[0]!
      const fen = Math.min(left, payer.left)
      pairs.push({ from: payer.row, to, fen })
      left -= fen
      payer.left -= fen
      if (payer.left === 0) payers.shift()
    }
  }
  return pairs
}

/**
 * The guarantee against loss, paid for by those who gain: everyone who has more than last year keeps at most the same share of
 * last year's amount
 * as a gain, and that share is found so that what is taken equals what the guarantee costs, to the fen (last fen by largest
 * remainder). It is the
 * filling of unequal vessels to one level, so the scaling within bounds finds it: kept gains in proportion to last year's
 * amounts, none above
 * the gain there was. Nobody pays out of a floor. Whoever had nothing last year, or whose last year is unknown, is left alone.
 * @throws allocation.guaranteeNotFinanced where all gains together don't pay for it, by how much
 */
export function protectFinanced(state: AllocationState, step: FinancedStep): void {
  const rows = rowsOf(state, step.classes).filter((row) => state.previous[row]! > 0)
  const open = rows.filter(
    (row) => Number.isNaN(state.amounts[row]! + state.earlier[row]!) || (step.classes !== undefined && state.classes[row] === null),
  )
  if (open.length > 0) {
    state.problems.push(warning('allocation.undecided', { step: step.name.zh, count: open.length }, { path: step.key }))
    for (const row of rows) state.amounts[row] = Number.NaN
    return
  }
  /** What this component would have to give for as much as last year. */
  const same = (row: number): number => state.previous[row]! - state.earlier[row]!
  const line = (row: number): number => same(row) - partOf(state.previous[row]!, step.loss!)
  const receives = new Map(rows.filter((row) => state.amounts[row]! < line(row)).map((row) => [row, line(row) - state.amounts[row]!]))
  const gaining = rows.filter((row) => state.amounts[row]! > same(row))
  const gains = gaining.map((row) => state.amounts[row]! - same(row))
  /** The part of a gain that can't be taken: what a floor holds, and what earlier components give. */
  const held = gaining.map((row, i) => Math.max(0, gains[i]! - (state.amounts[row]! - lowerOf(state, row))))

  const sum = (list: Iterable<number>): number => [...list].reduce((before, each) => before + each, 0)
  const [costFen, gainFen, heldFen] = [sum(receives.values()), sum(gains), sum(held)]
  if (costFen > gainFen - heldFen) {
    throw appError(
      'allocation.guaranteeNotFinanced',
      { step: step.name.zh, totalFen: costFen, limitFen: gainFen - heldFen, byFen: costFen - (gainFen - heldFen) },
      { path: step.key },
    )
  }
  const kept =
    costFen === 0
      ? gains
      : scaleWithin(
          gaining.map((row) => state.previous[row]!),
          held,
          gains,
          gainFen - costFen,
        )!
  const pays = new Map(gaining.map((row, i) => [row, gains[i]! - kept[i]!] as const).filter(([, fen]) => fen > 0))
  for (const [row, fen] of receives) state.amounts[row]! += fen
  for (const [row, fen] of pays) state.amounts[row]! -= fen

  // Rounding after this keeps the guarantee and the cap.
  for (const row of rows) {
    state.lower[row] = Math.max(state.lower[row]!, line(row))
    state.upper[row] = Math.max(pays.has(row) ? state.amounts[row]! : state.upper[row]!, state.lower[row]!)
  }
  const levels = gaining.flatMap((row, i) => (pays.has(row) && kept[i]! > held[i]! ? [kept[i]! / state.previous[row]!] : []))
  const highestGain = costFen === 0 ? null : Math.max(0, ...levels)
  state.guarantees.push({ step: step.key, costFen, highestGain })
  state.transfers.push(
    ...pairsOf(pays, receives).map(({ from, to, fen }): Transfer => ({
      step: step.key,
      from: state.keys[from]!,
      to: state.keys[to]!,
      fen,
    })),
  )
}
