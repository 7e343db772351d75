import type { Adopted, PlanResult } from '../../model/plan.ts'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'

interface Row {
  takenBackAt: string | null
  reason: string | null
  id: number
  year: number
  title: string
  adopted: string
  policyId: string
  policyVersion: string
  policyHash: string
  inputHash: string
  communities: number
  amountFen: number
}

export const adoptedReads = (connection: Connection) => {
  const list = connection.prepare<[], Row>(`
    SELECT id, year, title, adopted_at AS adopted, policy_id AS policyId, policy_version AS policyVersion, policy_hash AS policyHash,
      input_hash AS inputHash, communities, amount_fen AS amountFen, at AS takenBackAt, reason
    FROM adopted LEFT JOIN taken_back ON adopted_id = id ORDER BY id DESC`)
  const result = connection.prepare<[number], string>('SELECT result FROM adopted WHERE id = ?').pluck()
  return {
    /** @returns adopted plans, newest first, without their tables; also those whose adoption was taken back */
    list: (): Adopted[] =>
      list
        .all()
        .map(({ policyId, policyVersion, policyHash, takenBackAt, reason, ...row }) => ({
          ...row,
          policy: { id: policyId, version: policyVersion, hash: policyHash },
          takenBack: takenBackAt === null ? null : { at: takenBackAt, reason: reason! },
        })),
    /** @returns the plan as it was adopted. @throws AppError plan.adoptedUnknown */
    result: (id: number): PlanResult => {
      const found = result.get(id)
      if (found === undefined) throw appError('plan.adoptedUnknown', { value: id })
      return JSON.parse(found) as PlanResult
    },
  }
}

export const adoptedWrites = (connection: Connection) => {
  const add = connection.prepare(`
    INSERT INTO adopted (
      year, title, adopted_at, policy_id, policy_version, policy_hash, input_hash, engine_version, communities, amount_fen, result)
    VALUES (@year, @title, @at, @id, @version, @policyHash, @inputHash, @engine, @communities, @amountFen, @document)`)
  const takeBack = connection.prepare('INSERT INTO taken_back (adopted_id, at, reason) VALUES (?, ?, ?)')
  return {
    ...adoptedReads(connection),
    /**
     * Keeps a result for good, and freezes its year until the adoption is taken back. Its policy is in the plan under the same hash.
     * @param at ISO time
     * @returns the number of the adopted plan
     */
    add: (title: string, at: string, result: PlanResult): number =>
      Number(
        add.run({
          year: result.year,
          title,
          at,
          id: result.policy.id,
          version: result.policy.version,
          policyHash: result.policy.hash,
          inputHash: result.input.hash,
          engine: result.engine,
          communities: result.totals.communities,
          amountFen: result.totals.amountFen,
          document: JSON.stringify(result),
        }).lastInsertRowid,
      ),
    /** The adopted plan stays to be read; its year can be edited again. @param at ISO time */
    takeBack: (id: number, at: string, reason: string): void => {
      takeBack.run(id, at, reason)
    },
  }
}
