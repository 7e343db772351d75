import { dayAfter, type Day } from './calendar.ts'

const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
/** As spreadsheets show their plain date format in other countries: month, day, year. */
const YEAR_LAST = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/
const PLAIN = /^(\d{4})(\d{2})(\d{2})$/

/** @returns a day as people and sheets write it (2026-03-05, 2026年3月5日, 2026.3.5, 20260305, 3/5/26); null where it is none */
export function dayIn(text: string): Day | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/(?<=\d)\d{2}:\d{2}(:\d{2})?$/, '')
  const first = YEAR_FIRST.exec(plain) ?? PLAIN.exec(plain)
  const last = YEAR_LAST.exec(plain)
  const [year, month, day] = first !== null ? first.slice(1) : last !== null ? [last[3]!.padStart(4, '20'), last[1], last[2]] : []
  if (year === undefined || month === undefined || day === undefined) return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1) return null
  // A day that the month does not have becomes one of the next month.
  return dayAfter(written, 0) === written ? written : null
}
