import { appError } from '../../shared/app-error.ts'
import { solver } from '../highs.ts'

/** A comparison of a weighted sum of the variables with a number; coefficients that are left out are 0. All whole numbers. */
export interface LinearRow {
  coefficients: number[]
  sense: '<=' | '>=' | '='
  bound: number
}
/** Every variable is at least 0. `max` of a whole-number variable is whole itself: the solver may give fractions otherwise. */
export interface Program {
  variables: Array<{ whole: boolean; max: number }>
  rows: LinearRow[]
}

/** Longest time for one solution, in seconds. */
const TIME_LIMIT = 20

const isNothing = (row: LinearRow): boolean => row.coefficients.every((each) => each === 0)

/** @returns whether the comparison holds, computed in whole numbers */
export function rowHolds({ coefficients, sense, bound }: LinearRow, values: number[]): boolean {
  const sum = coefficients.reduce((before, each, i) => before + BigInt(each) * BigInt(values[i]!), 0n)
  return sense === '=' ? sum === BigInt(bound) : sense === '<=' ? sum <= BigInt(bound) : sum >= BigInt(bound)
}

const sumText = (coefficients: number[]): string =>
  coefficients
    .map((each, i) => (each === 0 ? '' : `${each < 0 ? '-' : '+'} ${Math.abs(each)} x${i}`))
    .filter((each) => each !== '')
    .join(' ')

/** The program in the CPLEX LP format that HiGHS reads. */
function textOf({ variables, rows }: Program, minimise: number[]): string {
  return [
    'Minimize',
    ` goal: ${sumText(minimise) || '0 x0'}`,
    'Subject To',
    ...rows.filter((row) => !isNothing(row)).map((row, i) => ` r${i}: ${sumText(row.coefficients)} ${row.sense} ${row.bound}`),
    'Bounds',
    ...variables.map(({ max }, i) => ` 0 <= x${i} <= ${max === Infinity ? '+inf' : max}`),
    'General',
    ` ${variables.flatMap(({ whole }, i) => (whole ? [`x${i}`] : [])).join(' ')}`,
    'End',
  ].join('\n')
}

/**
 * Finds the variables that keep to all rows and make a sum least, proven by the solver without any gap.
 * @returns the values, those of whole-number variables rounded to whole numbers; null where nothing keeps to all rows
 * @throws goal.unsolved where the solver came to no end
 */
export async function solve(program: Program, minimise: number[]): Promise<number[] | null> {
  if (program.rows.some((row) => isNothing(row) && !rowHolds({ ...row, coefficients: [] }, []))) return null
  const options = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0, time_limit: TIME_LIMIT, threads: 1, random_seed: 0 }
  const { Status: status, Columns: columns } = (await solver()).solve(textOf(program, minimise), options)
  if (status === 'Infeasible') return null
  if (status !== 'Optimal') throw appError('goal.unsolved', { detail: status })
  return program.variables.map(({ whole }, i) => {
    const value = (columns[`x${i}`] as { Primal: number } | undefined)?.Primal ?? 0
    return whole ? Math.round(value) : value
  })
}
