import type { Day } from '../../model/calendar.ts'
import { DELIVERED_RULES, ProjectRules } from '../../model/project.ts'
import { DELIVERED_INSTALMENTS, Instalments, type Instalment, type Receipt } from '../../model/receipt.ts'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'
import { keptAs } from './kept.ts'

const COLUMNS = 'year, community_key AS key, id, payer, date, amount_fen AS amountFen, document'

export const receiptReads = (connection: Connection) => {
  const list = connection.prepare<[number], Receipt>(`SELECT ${COLUMNS} FROM receipt WHERE year = ? ORDER BY community_key, date, id`)
  const find = connection.prepare<[number, string, number], Receipt>(
    `SELECT ${COLUMNS} FROM receipt WHERE year = ? AND community_key = ? AND id = ?`,
  )
  const sums = connection.prepare<[number, Day, Day], { key: string; payer: string; fen: number }>(
    `SELECT community_key AS key, payer, sum(amount_fen) AS fen FROM receipt WHERE year = ? AND date BETWEEN ? AND ?
     GROUP BY community_key, payer`,
  )
  const byMonth = connection.prepare<[number, Day, Day], { key: string; month: number; fen: number }>(
    `SELECT community_key AS key, CAST(substr(date, 6, 2) AS INTEGER) AS month, sum(amount_fen) AS fen FROM receipt
     WHERE year = ? AND date BETWEEN ? AND ? GROUP BY community_key, month`,
  )
  const sumOf = connection
    .prepare<[number, string, Day, Day], number>(
      'SELECT coalesce(sum(amount_fen), 0) FROM receipt WHERE year = ? AND community_key = ? AND date BETWEEN ? AND ?',
    )
    .pluck()
  return {
    /** @returns what came in for the year, by community and day */
    list: (year: number): Receipt[] => list.all(year),
    /** @throws AppError receipt.unknown */
    get: (year: number, key: string, id: number): Receipt => {
      const row = find.get(year, key, id)
      if (row === undefined) throw appError('receipt.unknown', { value: id }, { key })
      return row
    },
    /** @returns what came in for the year within these days, by community and payer */
    sums: (year: number, from: Day, to: Day): Array<{ key: string; payer: string; fen: number }> => sums.all(year, from, to),
    /** @returns the same by community and month, 1 to 12, of days of one calendar year */
    byMonth: (year: number, from: Day, to: Day): Array<{ key: string; month: number; fen: number }> => byMonth.all(year, from, to),
    /** @returns what came in for one community and the year within these days */
    sumOf: (year: number, key: string, from: Day, to: Day): number => sumOf.get(year, key, from, to)!,
  }
}

export const receiptWrites = (connection: Connection) => {
  const next = connection
    .prepare<[number, string], number>('SELECT coalesce(max(id), 0) + 1 FROM receipt WHERE year = ? AND community_key = ?')
    .pluck()
  const save = connection.prepare(`
    INSERT INTO receipt (year, community_key, id, payer, date, amount_fen, document)
    VALUES (@year, @key, @id, @payer, @date, @amountFen, @document)
    ON CONFLICT (year, community_key, id) DO UPDATE SET payer = excluded.payer, date = excluded.date, amount_fen = excluded.amount_fen,
      document = excluded.document`)
  const remove = connection.prepare('DELETE FROM receipt WHERE year = ? AND community_key = ? AND id = ?')
  return {
    ...receiptReads(connection),
    /** @returns the number of the new receipt within its community and year */
    add: (receipt: Omit<Receipt, 'id'>): number => {
      const id = next.get(receipt.year, receipt.key)!
      save.run({ ...receipt, id })
      return id
    },
    /** Makes receipts equal to these. */
    save: (receipts: readonly Receipt[]): void => {
      for (const each of receipts) save.run(each)
    },
    remove: (year: number, key: string, id: number): void => void remove.run(year, key, id),
  }
}

/** What the department asks of projects, and in which instalments is paid: as delivered until it is changed. */
export const spendingSettingReads = (connection: Connection) => {
  const find = connection.prepare<[string], string>('SELECT value FROM spending_setting WHERE name = ?').pluck()
  return {
    rules: (): ProjectRules => {
      const own = find.get('rules')
      return own === undefined ? DELIVERED_RULES : keptAs(connection, ProjectRules, own)
    },
    instalments: (): Instalment[] => {
      const own = find.get('instalments')
      return own === undefined ? DELIVERED_INSTALMENTS : keptAs(connection, Instalments, own)
    },
  }
}
export const spendingSettingWrites = (connection: Connection) => {
  const save = connection.prepare(
    'INSERT INTO spending_setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  return {
    ...spendingSettingReads(connection),
    saveRules: (rules: ProjectRules): void => void save.run('rules', JSON.stringify(rules)),
    saveInstalments: (instalments: readonly Instalment[]): void => void save.run('instalments', JSON.stringify(instalments)),
  }
}
