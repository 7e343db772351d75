import type { Day } from '../../model/calendar.ts'
import { standingOf } from '../../model/project-standing.ts'
import { PROJECT_STEPS, type Project, type ProjectEvent, type ProjectKey, type Standing } from '../../model/project.ts'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'

/** A project as it is kept: with what follows from its steps. */
export type KeptProject = Project & Standing
/** A step with the project that it is of. */
export type KeptEvent = ProjectEvent & Pick<ProjectKey, 'key' | 'number'>

interface Row extends Omit<KeptProject, 'use' | 'refile' | 'dates'> {
  useAnswer: 'allowed' | 'forbidden' | null
  useReason: string | null
  refile: number
  dates: string
}

const COLUMNS = `year, community_key AS key, number, purpose, category, planned_fen AS plannedFen, cases, urgent, note,
  use_answer AS useAnswer, use_reason AS useReason, state, approved_fen AS approvedFen, contract_fen AS contractFen, paid_fen AS paidFen,
  settled_fen AS settledFen, committed_fen AS committedFen, changes, refile, dates`
const EVENT_COLUMNS = 'kind, date, amount_fen AS amountFen, body, document, code, reason'

type ReadDates = (text: string) => Standing['dates']
const readDates: ReadDates = (text) => JSON.parse(text) as Standing['dates']
/** The same, where many are read at once: of thousands of projects most have taken the same steps on the same days. */
function rememberingDates(): ReadDates {
  const known = new Map<string, Standing['dates']>()
  return (text) => {
    const dates = known.get(text) ?? readDates(text)
    known.set(text, dates)
    return dates
  }
}

const projectOf = ({ useAnswer, useReason, refile, dates, ...row }: Row, datesOf = readDates): KeptProject => ({
  ...row,
  use: useAnswer === null ? null : { answer: useAnswer, reason: useReason ?? '' },
  refile: refile === 1,
  dates: datesOf(dates),
})

const ALL_KINDS = JSON.stringify(PROJECT_STEPS)

interface Sum {
  key: string
  fen: number
}

export const projectReads = (connection: Connection) => {
  const list = connection.prepare<[number], Row>(`SELECT ${COLUMNS} FROM project WHERE year = ? ORDER BY community_key, number`)
  const ofCommunity = connection.prepare<[number, string], Row>(
    `SELECT ${COLUMNS} FROM project WHERE year = ? AND community_key = ? ORDER BY number`,
  )
  const find = connection.prepare<[number, string, string], Row>(
    `SELECT ${COLUMNS} FROM project WHERE year = ? AND community_key = ? AND number = ?`,
  )
  const events = connection.prepare<[number, string, string], ProjectEvent>(
    `SELECT ${EVENT_COLUMNS} FROM project_event WHERE year = ? AND community_key = ? AND number = ? ORDER BY position`,
  )
  const allEvents = connection.prepare<[number], KeptEvent>(
    `SELECT community_key AS key, number, ${EVENT_COLUMNS} FROM project_event WHERE year = ? ORDER BY community_key, number, position`,
  )
  const paid = connection.prepare<[number, Day, Day], Sum>(
    `SELECT community_key AS key, sum(amount_fen) AS fen FROM project_event
     WHERE year = ? AND kind = 'paid' AND date BETWEEN ? AND ? GROUP BY community_key`,
  )
  const paidByMonth = connection.prepare<[number, Day, Day], Sum & { month: number }>(
    `SELECT community_key AS key, CAST(substr(date, 6, 2) AS INTEGER) AS month, sum(amount_fen) AS fen FROM project_event
     WHERE year = ? AND kind = 'paid' AND date BETWEEN ? AND ? GROUP BY community_key, month`,
  )
  const committed = connection.prepare<[number], Sum>(
    'SELECT community_key AS key, sum(committed_fen) AS fen FROM project WHERE year = ? GROUP BY community_key',
  )
  // By kind, because the index begins with it.
  const lastDay = connection
    .prepare<[number, string], Day | null>(
      'SELECT max((SELECT max(date) FROM project_event WHERE year = ? AND kind = value)) FROM json_each(?)',
    )
    .pluck()
  return {
    /** @returns the year's projects by community and number, each with how it stands */
    list: (year: number): KeptProject[] => {
      const datesOf = rememberingDates()
      return list.all(year).map((row) => projectOf(row, datesOf))
    },
    ofCommunity: (year: number, key: string): KeptProject[] => ofCommunity.all(year, key).map((row) => projectOf(row)),
    /** @throws AppError project.unknown */
    get: (year: number, key: string, number: string): KeptProject => {
      const row = find.get(year, key, number)
      if (row === undefined) throw appError('project.unknown', { value: number }, { key })
      return projectOf(row)
    },
    has: (year: number, key: string, number: string): boolean => find.get(year, key, number) !== undefined,
    /** @returns the steps of a project in the order in which they were entered */
    events: (year: number, key: string, number: string): ProjectEvent[] => events.all(year, key, number),
    allEvents: (year: number): KeptEvent[] => allEvents.all(year),
    /** @returns what was paid for projects of the year within these days, by community */
    paid: (year: number, from: Day, to: Day): Sum[] => paid.all(year, from, to),
    /** The same by month as well, 1 to 12, of days of one calendar year. */
    paidByMonth: (year: number, from: Day, to: Day): Array<Sum & { month: number }> => paidByMonth.all(year, from, to),
    /** @returns what projects of the year hold back, by community, after all that was entered */
    committed: (year: number): Sum[] => committed.all(year),
    /** @returns the day of the last step; null: none */
    lastDay: (year: number): Day | null => lastDay.get(year, ALL_KINDS) ?? null,
  }
}

export const projectWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO project (year, community_key, number, purpose, category, planned_fen, cases, urgent, note, use_answer, use_reason,
      state, approved_fen, contract_fen, paid_fen, settled_fen, committed_fen, changes, refile, dates)
    VALUES (@year, @key, @number, @purpose, @category, @plannedFen, @cases, @urgent, @note, @useAnswer, @useReason,
      @state, @approvedFen, @contractFen, @paidFen, @settledFen, @committedFen, @changes, @refile, @dates)
    ON CONFLICT (year, community_key, number) DO UPDATE SET purpose = excluded.purpose, category = excluded.category,
      planned_fen = excluded.planned_fen, cases = excluded.cases, urgent = excluded.urgent, note = excluded.note,
      use_answer = excluded.use_answer, use_reason = excluded.use_reason, state = excluded.state, approved_fen = excluded.approved_fen,
      contract_fen = excluded.contract_fen, paid_fen = excluded.paid_fen, settled_fen = excluded.settled_fen,
      committed_fen = excluded.committed_fen, changes = excluded.changes, refile = excluded.refile, dates = excluded.dates`)
  const saveEvent = connection.prepare(`
    INSERT INTO project_event (year, community_key, number, position, kind, date, amount_fen, body, document, code, reason)
    VALUES (@year, @key, @number, @position, @kind, @date, @amountFen, @body, @document, @code, @reason)
    ON CONFLICT (year, community_key, number, position) DO UPDATE SET kind = excluded.kind, date = excluded.date,
      amount_fen = excluded.amount_fen, body = excluded.body, document = excluded.document, code = excluded.code, reason = excluded.reason`)
  const cutEvents = connection.prepare('DELETE FROM project_event WHERE year = ? AND community_key = ? AND number = ? AND position >= ?')
  const remove = connection.prepare('DELETE FROM project WHERE year = ? AND community_key = ? AND number = ?')
  return {
    ...projectReads(connection),
    /** Makes a project and its steps equal to these; how it stands follows. */
    save: (project: Project, steps: readonly ProjectEvent[]): void => {
      const { year, key, number, use } = project
      const standing = standingOf(steps)
      save.run({
        ...project,
        ...standing,
        useAnswer: use?.answer ?? null,
        useReason: use?.reason ?? null,
        refile: standing.refile ? 1 : 0,
        dates: JSON.stringify(standing.dates),
      })
      steps.forEach((each, position) => saveEvent.run({ ...each, year, key, number, position }))
      cutEvents.run(year, key, number, steps.length)
    },
    remove: ({ year, key, number }: ProjectKey): void => {
      cutEvents.run(year, key, number, 0)
      remove.run(year, key, number)
    },
  }
}

export const closedRegisterReads = (connection: Connection) => {
  const list = connection.prepare<[], { year: number; closed: Day }>('SELECT year, closed FROM closed_register ORDER BY year')
  return { /** @returns the years whose register is closed, and since when */ list: (): Array<{ year: number; closed: Day }> => list.all() }
}
export const closedRegisterWrites = (connection: Connection) => {
  const close = connection.prepare('INSERT INTO closed_register (year, closed) VALUES (?, ?)')
  const open = connection.prepare('DELETE FROM closed_register WHERE year = ?')
  return {
    ...closedRegisterReads(connection),
    close: (year: number, day: Day): void => void close.run(year, day),
    open: (year: number): void => void open.run(year),
  }
}
