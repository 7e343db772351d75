import type { Scenario } from '../../model/scenario.ts'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'

interface Row {
  id: number
  name: string
  note: string
  created: string
  locked: number
  policy: string | null
  base: string | null
  changes: string | null
  year: number
}

/** What a row says. What an older program kept as a whole policy is read as that policy in place of the policy of `year`. */
export const scenarioParts = ({
  policy,
  base,
  changes,
  year,
}: Pick<Row, 'policy' | 'base' | 'changes' | 'year'>): Pick<Scenario, 'base' | 'changes'> =>
  policy === null
    ? { base: JSON.parse(base!) as Scenario['base'], changes: JSON.parse(changes!) as Scenario['changes'] }
    : {
        base: { kind: 'year', year },
        changes: { policy: [{ path: '', new: JSON.parse(policy) as Record<string, never> }], values: [], overrides: [] },
      }

const scenarioOf = (row: Row): Scenario => ({
  id: row.id,
  name: row.name,
  note: row.note,
  created: row.created,
  locked: row.locked === 1,
  ...scenarioParts(row),
})

export const scenarioReads = (connection: Connection) => {
  const list = connection.prepare<[], Row>(`
    SELECT scenario.id, scenario.name, note, created, locked, policy, base, changes, current_year AS year FROM scenario,
      settings ORDER BY scenario.id`)
  const all = (): Scenario[] => list.all().map(scenarioOf)
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
  const add = connection.prepare(
    'INSERT INTO scenario (name, note, created, locked, base, changes) VALUES (@name, @note, @created, @locked, @base, @changes)',
  )
  const save = connection.prepare(
    'UPDATE scenario SET name = @name, note = @note, locked = @locked, policy = NULL, base = @base, changes = @changes WHERE id = @id',
  )
  const remove = connection.prepare('DELETE FROM scenario WHERE id = ?')
  const requireFree = (name: string, id: number | undefined): void => {
    const other = namesake.get(name)
    if (other !== undefined && other.id !== id) throw appError('plan.scenarioExists', { value: name })
  }
  const row = ({ locked, base, changes, ...rest }: Omit<Scenario, 'id'>) => ({
    ...rest,
    locked: Number(locked),
    base: JSON.stringify(base),
    changes: JSON.stringify(changes),
  })
  return {
    ...scenarioReads(connection),
    /**
     * @returns the number of the new scenario
     * @throws AppError plan.scenarioExists where another one has the name
     */
    add: (scenario: Omit<Scenario, 'id'>): number => {
      requireFree(scenario.name, undefined)
      return Number(add.run(row(scenario)).lastInsertRowid)
    },
    /** Keeps when it was created. @throws AppError plan.scenarioUnknown, plan.scenarioExists */
    save: ({ id, created: _, ...scenario }: Scenario): void => {
      requireFree(scenario.name, id)
      const { created: __, ...values } = row({ ...scenario, created: '' })
      if (save.run({ id, ...values }).changes === 0) throw appError('plan.scenarioUnknown', { value: id })
    },
    /** @throws AppError plan.scenarioUnknown */
    remove: (id: number): void => {
      if (remove.run(id).changes === 0) throw appError('plan.scenarioUnknown', { value: id })
    },
  }
}
