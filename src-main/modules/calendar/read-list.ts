import { dayAfter, type CalendarDay, type CalendarYear, type Day, yearOfDay } from '../../model/calendar.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { cutTo } from '../../model/text.ts'

/** A day in one of the ways in which lists and notices write it; at the end of a period year and month may be left out. */
const FIRST = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/
const UNTIL = /^\s*[（(][^）)]*[）)]?\s*(?=至|到)|^\s*/
const LAST = /^(?:至|到|~|～|—|–)\s*(?:(\d{4})[-/.年])?(?:(\d{1,2})[-/.月])?(\d{1,2})日?/
/** What is no day at all is a heading; one with a year may name the document that the year rests on. */
const LIKE_A_DAY = /\d\s*[-/.年月]\s*\d/
const HEADING = /^(\d{4})\s*年?\s*[（(](.+)[）)]$/
const WORKING = /上班|调休上班|补班|工作日|working|\bwork\b/i
const HOLIDAY = /放假|休假|节假日|休息|holiday|\boff\b/i
const WEEKDAY = /(?:周|星期)[一二三四五六日]|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/i
/** What may stand around a name. */
const AROUND = /^[\s,，;；、:：()（）|]+|[\s,，;；、:：()（）|]+$/g
/** A period longer than this is a slip. */
const LONGEST_PERIOD = 31

const dayOf = (year: string, month: string, day: string): Day | null => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // A day that the month does not have becomes one of the next month.
  return dayAfter(text, 0) === text ? text : null
}

interface Period {
  from: Day
  to: Day
  rest: string
}

function periodIn(line: string): Period | null {
  const first = FIRST.exec(line)
  if (first === null) return null
  const [found, year, month, day] = first as unknown as [string, string, string, string]
  const after = line.slice(first.index + found.length).replace(UNTIL, '')
  const last = LAST.exec(after)
  const from = dayOf(year, month, day)
  const to = last === null ? from : dayOf(last[1] ?? year, last[2] ?? month, last[3]!)
  if (from === null || to === null || to < from || to > dayAfter(from, LONGEST_PERIOD)) return null
  return { from, to, rest: `${line.slice(0, first.index)} ${after.slice(last?.[0].length ?? 0)}` }
}

const daysOf = ({ from, to }: Period): Day[] => {
  const days = [from]
  while (days.at(-1)! < to) days.push(dayAfter(days.at(-1)!, 1))
  return days
}

/**
 * Reads a list of holidays and working weekends, one day or period a line: the day first, then whether one works, then the name.
 * @returns the years that are named, each with its days in order; a day that is said twice counts as said last
 */
export function readList(lines: readonly string[]): { years: CalendarYear[]; problems: Problem[] } {
  const days = new Map<Day, CalendarDay>()
  const documents = new Map<number, string>()
  const problems: Problem[] = []
  for (const [at, line] of lines.entries()) {
    const heading = HEADING.exec(line.trim())
    if (heading !== null) documents.set(Number(heading[1]), cutTo(heading[2]!, 100))
    if (heading !== null || !LIKE_A_DAY.test(line)) continue
    const shown = { line: at + 1, value: cutTo(line.trim(), 60) }
    const period = periodIn(line.normalize('NFKC'))
    if (period === null) {
      problems.push(problem('calendar.dayUnreadable', shown))
      continue
    }
    const isWorking = WORKING.test(period.rest)
    if (!isWorking && !HOLIDAY.test(period.rest)) {
      problems.push(problem('calendar.kindUnreadable', shown))
      continue
    }
    const name = cutTo(
      period.rest
        .replace(isWorking ? WORKING : HOLIDAY, ' ')
        .replace(WEEKDAY, '')
        .replace(AROUND, ''),
      40,
    )
    for (const date of daysOf(period)) days.set(date, { date, kind: isWorking ? 'working' : 'holiday', name: name.trim() })
  }
  const inOrder = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
  const years = [...Map.groupBy(inOrder, ({ date }) => yearOfDay(date))].map(([year, own]) => ({
    year,
    document: documents.get(year) ?? '',
    days: own,
  }))
  return { years, problems }
}
