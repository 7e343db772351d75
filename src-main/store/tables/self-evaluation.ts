import { EvaluationAnswer, EvaluationItems, EvaluationTexts, type EvaluationItem } from '../../model/self-evaluation.ts'
import type { Connection } from '../sqlite.ts'
import { keptAs } from './kept.ts'

const ITEMS = 'items'
const TEXTS = 'texts'

export const selfEvaluationReads = (connection: Connection) => {
  const find = connection
    .prepare<[number, string, string], string>('SELECT value FROM self_evaluation WHERE year = ? AND district = ? AND part = ?')
    .pluck()
  const list = connection.prepare<[number, string], { part: string; value: string }>(
    `SELECT part, value FROM self_evaluation WHERE year = ? AND district = ? AND part NOT IN ('${ITEMS}', '${TEXTS}')`,
  )
  return {
    /** @returns what is judged in the year; null: nobody said */
    items: (year: number): EvaluationItem[] | null => {
      const own = find.get(year, '', ITEMS)
      return own === undefined ? null : keptAs(connection, EvaluationItems, own)
    },
    texts: (year: number, district: string): EvaluationTexts | null => {
      const own = find.get(year, district, TEXTS)
      return own === undefined ? null : keptAs(connection, EvaluationTexts, own)
    },
    /** @returns what is said of items in a place, by their numbers */
    answers: (year: number, district: string): Map<number, EvaluationAnswer> =>
      new Map(list.all(year, district).map(({ part, value }) => [Number(part), keptAs(connection, EvaluationAnswer, value)])),
  }
}

export const selfEvaluationWrites = (connection: Connection) => {
  const save = connection.prepare(
    `INSERT INTO self_evaluation (year, district, part, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (year, district, part) DO UPDATE SET value = excluded.value`,
  )
  const write = (year: number, district: string, part: string, value: unknown): void =>
    void save.run(year, district, part, JSON.stringify(value))
  return {
    ...selfEvaluationReads(connection),
    saveItems: (year: number, items: readonly EvaluationItem[]): void => write(year, '', ITEMS, items),
    saveTexts: (year: number, district: string, texts: EvaluationTexts): void => write(year, district, TEXTS, texts),
    saveAnswer: (year: number, district: string, item: number, answer: EvaluationAnswer): void =>
      write(year, district, String(item), answer),
  }
}
