import { solver } from './highs.ts'

/** A variable, by its position, times a number. */
export type Term = readonly [variable: number, factor: number]

/** A comparison of a sum with a number. */
export interface SparseRow {
  terms: readonly Term[]
  sense: '<=' | '>=' | '='
  bound: number
}
/** A program whose rows name few of its variables. Every variable is at least 0. */
export interface SparseProgram {
  variables: readonly { whole: boolean; max: number }[]
  rows: readonly SparseRow[]
  minimise: readonly Term[]
}

/** What the solver has found when it was at its end, or its time was. `bound`: proven, nothing is below it. */
export type SolvedProgram =
  | { kind: 'optimal' | 'found'; values: number[]; objective: number; bound: number }
  | { kind: 'impossible' }
  /** Time was over before anything was found. */
  | { kind: 'unknown'; bound: number }

interface SolvingLimits {
  seconds: number
}

const termsText = (terms: readonly Term[]): string =>
  terms.map(([variable, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${variable}`).join(' ')

/** The program in the CPLEX LP format; lines are kept short, since a reader may cut long ones. */
function textOf({ variables, rows, minimise }: SparseProgram): string {
  const lines = ['Minimize', ` goal: ${termsText(minimise) || '0 x0'}`, 'Subject To']
  rows.forEach(({ terms, sense, bound }, at) => lines.push(` r${at}: ${termsText(terms)} ${sense} ${bound}`))
  lines.push('Bounds')
  variables.forEach(({ max }, at) => lines.push(` 0 <= x${at} <= ${max === Infinity ? '+inf' : max}`))
  lines.push('General', ` ${variables.flatMap(({ whole }, at) => (whole ? [`x${at}`] : [])).join(' ')}`, 'End')
  return lines.join('\n')
}

/**
 * Finds variables that keep to all rows and make a sum least.
 * @returns what is proven, and what was found within the time
 */
export async function solveSparse(program: SparseProgram, { seconds }: SolvingLimits): Promise<SolvedProgram> {
  const highs = await solver()
  const { optimal, infeasible } = highs.constants.modelStatus
  return highs.withModel({ format: 'lp', data: textOf(program) }, (model): SolvedProgram => {
    model.options.set({ output_flag: false, time_limit: Math.max(0.05, seconds), mip_rel_gap: 0, mip_abs_gap: 1e-7, random_seed: 0 })
    model.run()
    const status = model.getModelStatus()
    if (status === infeasible) return { kind: 'impossible' }
    const bound = Number(model.info.get('mip_dual_bound'))
    const found = model.info.get('primal_solution_status') === 2
    if (!found) return { kind: 'unknown', bound }
    const { colValue } = model.getSolution()
    const values = program.variables.map(({ whole }, at) => {
      const value = colValue[model.getColByName(`x${at}`)]!
      return whole ? Math.round(value) : value
    })
    return { kind: status === optimal ? 'optimal' : 'found', values, objective: model.getObjectiveValue(), bound }
  })
}
