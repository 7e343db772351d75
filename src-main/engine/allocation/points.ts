import type { Step } from '../../model/policy.ts'
import { warning } from '../../model/problem.ts'
import { appError } from '../../shared/app-error.ts'
import { shareOut } from './largest-remainder.ts'
import { rowsOf, unknownFor, type AllocationState } from './state.ts'

type PointsStep = Extract<Step, { kind: 'points' }>

/** Points are counted to six decimals; as whole numbers they can be shared out exactly. */
const SCALE = 1_000_000

function pointsOf(state: AllocationState, step: PointsStep, row: number): number {
  let points = 0
  for (const term of step.terms) {
    if (term.kind === 'class') {
      const own = state.classes[row] ?? null
      points += own === null ? Number.NaN : (term.points[own] ?? 0)
      continue
    }
    const value = state.table.columns.get(term.indicator)![row]!
    if (Number.isNaN(value)) {
      unknownFor(state, row, term.indicator)
      points = Number.NaN
    } else if (term.kind === 'unit') points += (Math.max(0, value) / term.per) * term.points
    else points += [...term.bands].reverse().find((band) => value >= band.from)?.points ?? 0
  }
  return points
}

/**
 * Shares out a fixed sum by points, to the fen. While the points of one community are unknown nobody's part can be known:
 * then the amounts of all who take part are unknown, and a warning says how many communities are missing.
 * @throws allocation.nothingToShare where nobody has a point, allocation.tooLarge where points are beyond every number
 */
export function addByPoints(state: AllocationState, step: PointsStep): void {
  if (state.keys.length === 0) return
  const rows = rowsOf(state, step.classes)
  const points = rows.map((row) => (step.classes !== undefined && state.classes[row] === null ? Number.NaN : pointsOf(state, step, row)))
  const missing = points.filter(Number.isNaN).length
  if (missing > 0) {
    state.problems.push(warning('allocation.undecided', { step: step.name.zh, count: missing }, { path: step.key }))
    for (const row of rows) state.amounts[row] = Number.NaN
    return
  }
  const weights = points.map((each) => Math.round(each * SCALE))
  if (!weights.every(Number.isFinite)) throw appError('allocation.tooLarge', { step: step.name.zh }, { path: step.key })
  if (step.totalFen > 0 && weights.every((weight) => weight === 0)) {
    throw appError('allocation.nothingToShare', { step: step.name.zh, byFen: step.totalFen }, { path: step.key })
  }
  shareOut(step.totalFen, weights).forEach((fen, position) => {
    state.amounts[rows[position]!]! += fen
  })
}
