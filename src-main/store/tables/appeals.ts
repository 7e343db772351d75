import {
  APPEAL_COUNT_NAMES,
  DELIVERED_SUBJECTS,
  type AppealCount,
  type AppealCountName,
  type AppealSource,
  type AppealSubject,
} from '../../model/appeal.ts'
import type { Connection } from '../sqlite.ts'

/** @returns the column of a count */
export const appealColumn = (name: AppealCountName): string => name.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
const COLUMNS = APPEAL_COUNT_NAMES.map(appealColumn)

export const appealReads = (connection: Connection) => {
  const counts = APPEAL_COUNT_NAMES.map((each) => `${appealColumn(each)} AS ${each}`).join(', ')
  const select = `SELECT community_key AS key, month, source, subject, ${counts} FROM appeal_count WHERE year = ?`
  const order = 'ORDER BY community_key, month, source, subject'
  const list = connection.prepare<[number], AppealCount>(`${select} ${order}`)
  const ofMonth = connection.prepare<[number, number], AppealCount>(`${select} AND month = ? ${order}`)
  return {
    /** @returns the appeals of a year, by community, month, source and subject */
    list: (year: number): AppealCount[] => list.all(year),
    /** @returns those of a month of a year */
    ofMonth: (year: number, month: number): AppealCount[] => ofMonth.all(year, month),
  }
}

export const appealWrites = (connection: Connection) => {
  const names = APPEAL_COUNT_NAMES.map((each) => `@${each}`).join(', ')
  const updated = COLUMNS.map((each) => `${each} = excluded.${each}`).join(', ')
  const save = connection.prepare(`
    INSERT INTO appeal_count (year, community_key, month, source, subject, ${COLUMNS.join(', ')})
    VALUES (@year, @key, @month, @source, @subject, ${names})
    ON CONFLICT (year, community_key, month, source, subject) DO UPDATE SET ${updated}`)
  const clear = connection.prepare(
    'DELETE FROM appeal_count WHERE year = ? AND community_key = ? AND month = ? AND source = ? AND subject = ?',
  )
  const clearMonth = connection.prepare('DELETE FROM appeal_count WHERE year = ? AND community_key = ? AND month = ? AND source = ?')
  const clearAll = connection.prepare('DELETE FROM appeal_count WHERE year = ? AND community_key = ?')
  return {
    ...appealReads(connection),
    /** Makes rows equal to these; one of which nothing is known is taken out. */
    save: (year: number, rows: readonly AppealCount[]): void => {
      for (const each of rows) {
        if (APPEAL_COUNT_NAMES.every((name) => each[name] === null)) clear.run(year, each.key, each.month, each.source, each.subject)
        else save.run({ year, ...each })
      }
    },
    /** Takes all subjects of a community, month and source out. */
    clearMonth: (year: number, key: string, month: number, source: AppealSource): void => void clearMonth.run(year, key, month, source),
    /** Takes everything of a community out. */
    clear: (year: number, key: string): void => void clearAll.run(year, key),
  }
}

type SubjectRow = { id: string; zh: string; en: string; closed: number }

export const appealSubjectReads = (connection: Connection) => {
  const list = connection.prepare<[], SubjectRow>('SELECT id, zh, en, closed FROM appeal_subject ORDER BY position')
  return {
    /** @returns the department's own subjects, or those delivered while it has none */
    list: (): AppealSubject[] => {
      const own = list.all().map(({ id, zh, en, closed }) => ({ id, label: { zh, en }, closed: closed === 1 }))
      return own.length === 0 ? [...DELIVERED_SUBJECTS] : own
    },
    /** @returns whether the department has a list of its own */
    isOwn: (): boolean => list.all().length > 0,
  }
}

export const appealSubjectWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO appeal_subject (id, position, zh, en, closed) VALUES (@id, @position, @zh, @en, @closed)
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, zh = excluded.zh, en = excluded.en, closed = excluded.closed`)
  const remove = connection.prepare('DELETE FROM appeal_subject WHERE id = ?')
  const reads = appealSubjectReads(connection)
  return {
    ...reads,
    /** Makes the list equal to this, in this order. */
    save: (subjects: readonly AppealSubject[]): void => {
      const kept = new Set(subjects.map((each) => each.id))
      for (const { id } of reads.list()) if (!kept.has(id)) remove.run(id)
      for (const [position, { id, label, closed }] of subjects.entries())
        save.run({ id, position, zh: label.zh, en: label.en, closed: Number(closed) })
    },
  }
}
