import type { OutputOf } from '../../contract/operations.ts'
import { Policy } from '../../contract/policy.ts'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'

export type Scenario = OutputOf<'scenarios.list'>[number]
interface Row { id: number; name: string; note: string; policy: string; created: string }

export const scenarioReads = (connection: Connection) => {
  const list = connection.prepare<[], Row>('SELECT id, name, note, policy, created FROM scenario ORDER BY id')
  const all = (): Scenario[] => list.all().map((row) => ({ ...row, policy: Policy.parse(JSON.parse(row.policy)) }))
  return {
    /** @returns all scenarios, oldest first */
    list: all,
    /** @throws AppError plan.scenarioUnknown */
    get: (id: number): Scenario => {
      const found = all().find((scenario) => scenario.id === id)
      if (found === undefined) throw appError('plan.scenarioUnknown', { value: id })
      return found
    },
  }
}

export const scenarioWrites = (connection: Connection) => {
  const namesake = connection.prepare<[string], { id: number }>('SELECT id FROM scenario WHERE name = ?')
  const add = connection.prepare('INSERT INTO scenario (name, note, policy, created) VALUES (?, ?, ?, ?)')
  const save = connection.prepare('UPDATE scenario SET name = ?, note = ?, policy = ? WHERE id = ?')
  const remove = connection.prepare('DELETE FROM scenario WHERE id = ?')
  const requireFree = (name: string, id: number | undefined): void => {
    const other = namesake.get(name)
    if (other !== undefined && other.id !== id) throw appError('plan.scenarioExists', { value: name })
  }
  return {
    ...scenarioReads(connection),
    /**
     * @param created ISO time
     * @returns the number of the new scenario
     * @throws AppError plan.scenarioExists where another one has the name
     */
    add: ({ name, note, policy, created }: Omit<Scenario, 'id'>): number => {
      requireFree(name, undefined)
      return Number(add.run(name, note, JSON.stringify(policy), created).lastInsertRowid)
    },
    /** Keeps when it was created. @throws AppError plan.scenarioUnknown, plan.scenarioExists */
    save: ({ id, name, note, policy }: Omit<Scenario, 'created'>): void => {
      requireFree(name, id)
      if (save.run(name, note, JSON.stringify(policy), id).changes === 0) throw appError('plan.scenarioUnknown', { value: id })
    },
    /** @throws AppError plan.scenarioUnknown */
    remove: (id: number): void => {
      if (remove.run(id).changes === 0) throw appError('plan.scenarioUnknown', { value: id })
    },
  }
}
