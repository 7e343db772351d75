import type { AdmissionRequest, Decision, Periods, RequestedTask, Scope } from '../../model/request.ts'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'

type Row = Omit<AdmissionRequest, 'scope' | 'decision'> & { scope: string; decision: string | null }

const COLUMNS = `id, title, department, duration, minutes, times_a_year AS timesAYear, money_fen AS moneyFen, scope, basis, note, asked,
  wanted_from AS wantedFrom, decision`

const requestOf = ({ scope, decision, ...row }: Row): AdmissionRequest => ({
  ...row,
  scope: JSON.parse(scope) as Scope,
  decision: decision === null ? null : (JSON.parse(decision) as Decision),
})

export const admissionRequestReads = (connection: Connection) => {
  const list = connection.prepare<[], Row>(`SELECT ${COLUMNS} FROM admission_request ORDER BY asked DESC, id DESC`)
  const find = connection.prepare<[number], Row>(`SELECT ${COLUMNS} FROM admission_request WHERE id = ?`)
  return {
    /** @returns all requests, the one asked last first */
    list: (): AdmissionRequest[] => list.all().map(requestOf),
    /** @throws AppError admission.unknown */
    get: (id: number): AdmissionRequest => {
      const row = find.get(id)
      if (row === undefined) throw appError('admission.unknown', { value: id })
      return requestOf(row)
    },
  }
}

export const admissionRequestWrites = (connection: Connection) => {
  const add = connection.prepare(
    `INSERT INTO admission_request
       (title, department, duration, minutes, times_a_year, money_fen, scope, basis, note, asked, wanted_from)
     VALUES (@title, @department, @duration, @minutes, @timesAYear, @moneyFen, @scope, @basis, @note, @asked, @wantedFrom)`,
  )
  const save = connection.prepare(
    `UPDATE admission_request SET title = @title, department = @department, duration = @duration, minutes = @minutes,
       times_a_year = @timesAYear, money_fen = @moneyFen, scope = @scope, basis = @basis, note = @note, asked = @asked,
       wanted_from = @wantedFrom
     WHERE id = @id`,
  )
  const decide = connection.prepare('UPDATE admission_request SET decision = ? WHERE id = ?')
  const remove = connection.prepare('DELETE FROM admission_request WHERE id = ?')
  const bound = (task: RequestedTask) => ({ ...task, scope: JSON.stringify(task.scope) })
  return {
    ...admissionRequestReads(connection),
    /** @returns the number of the new request */
    add: (task: RequestedTask): number => Number(add.run(bound(task)).lastInsertRowid),
    save: (id: number, task: RequestedTask): void => {
      save.run({ ...bound(task), id })
    },
    /** @param decision null: it is taken back */
    decide: (id: number, decision: Decision | null): void => {
      decide.run(decision === null ? null : JSON.stringify(decision), id)
    },
    remove: (id: number): void => {
      remove.run(id)
    },
  }
}

export const admissionPeriodReads = (connection: Connection) => {
  const list = connection.prepare<[], { name: keyof Periods; days: number }>('SELECT name, days FROM admission_period')
  return {
    /** @returns the periods that are not as delivered */
    get: (): Partial<Periods> => Object.fromEntries(list.all().map(({ name, days }) => [name, days])),
  }
}

export const admissionPeriodWrites = (connection: Connection) => {
  const save = connection.prepare(
    'INSERT INTO admission_period (name, days) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET days = excluded.days',
  )
  return {
    ...admissionPeriodReads(connection),
    save: ({ ahead, within }: Periods): void => {
      save.run('ahead', ahead)
      save.run('within', within)
    },
  }
}
