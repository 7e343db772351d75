import type { Adopted, PlanResult } from '../../model/plan.ts'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'

interface Row {
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
      input_hash AS inputHash, communities, amount_fen AS amountFen
    FROM adopted ORDER BY id DESC`)
  const result = connection.prepare<[number], string>('SELECT result FROM adopted WHERE id = ?').pluck()
  return {
    /** @returns adopted plans, newest first, without their tables */
    list: (): Adopted[] =>
      list
        .all()
        .map(({ policyId, policyVersion, policyHash, ...row }) => ({
          ...row,
          policy: { id: policyId, version: policyVersion, hash: policyHash },
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
  return {
    ...adoptedReads(connection),
    /**
     * Keeps a result for good; only undo takes it back. Its policy is in the plan under the same hash.
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
  }
}
