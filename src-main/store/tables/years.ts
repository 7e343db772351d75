import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'

/** A year of the plan, the policy it is worked under, and whether its figures are invented ones. */
export interface PlanYear {
  year: number
  policy: { id: string; version: string }
  synthetic: boolean
}

interface Row {
  year: number
  id: string
  version: string
  synthetic: number
}

export const yearReads = (connection: Connection) => {
  const list = connection.prepare<[], Row>('SELECT year, policy_id AS id, policy_version AS version, synthetic FROM year ORDER BY year')
  const all = (): PlanYear[] =>
    list.all().map((row) => ({ year: row.year, policy: { id: row.id, version: row.version }, synthetic: row.synthetic === 1 }))
  return {
    /** @returns all years, earliest first */
    list: all,
    /** @throws AppError plan.yearUnknown */
    get: (year: number): PlanYear => {
      const found = all().find((each) => each.year === year)
      if (found === undefined) throw appError('plan.yearUnknown', { year })
      return found
    },
  }
}

export const yearWrites = (connection: Connection) => {
  const reads = yearReads(connection)
  const add = connection.prepare('INSERT INTO year (year, policy_id, policy_version, synthetic) VALUES (?, ?, ?, ?)')
  const save = connection.prepare('UPDATE year SET policy_id = ?, policy_version = ?, synthetic = ? WHERE year = ?')
  return {
    ...reads,
    /** Adds an empty year; its policy is in the plan. @throws AppError plan.yearExists */
    add: ({ year, policy, synthetic }: PlanYear): void => {
      if (reads.list().some((each) => each.year === year)) throw appError('plan.yearExists', { year })
      add.run(year, policy.id, policy.version, Number(synthetic))
    },
    /** Changes the policy or the marking of a year. @throws AppError plan.yearUnknown */
    save: ({ year, policy, synthetic }: PlanYear): void => {
      reads.get(year)
      save.run(policy.id, policy.version, Number(synthetic), year)
    },
  }
}
