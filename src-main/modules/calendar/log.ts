import type { CalendarDay } from '../../model/calendar.ts'
import type { Text } from '../../model/text.ts'
import type { Pair, Row, RowsInLog } from '../../desk/row-in-log.ts'

const KINDS: Readonly<Record<CalendarDay['kind'], Text>> = {
  holiday: { zh: '放假', en: 'holiday' },
  working: { zh: '上班', en: 'working' },
}
const AS_WEEKDAY: Text = { zh: '按星期', en: 'as its weekday says' }

const daysOf = (row: Row | null): Map<string, CalendarDay> =>
  new Map(row === null ? [] : (JSON.parse(String(row['days'])) as CalendarDay[]).map((day) => [day.date, day]))

const said = (day: CalendarDay | undefined): Text => {
  if (day === undefined) return AS_WEEKDAY
  const { zh, en } = KINDS[day.kind]
  const name = day.name === '' ? '' : ` ${day.name}`
  return { zh: `${zh}${name}`, en: `${en}${name}` }
}

/** Day by day, those that are another than before. */
function dayPairs(before: Row | null, after: Row | null): Pair[] {
  const [was, is] = [daysOf(before), daysOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((date): Pair[] => {
    const [old, now] = [said(was.get(date)), said(is.get(date))]
    return old.zh === now.zh ? [] : [[date, old.zh, now.zh, { field: { zh: date, en: date }, before: old, after: now }]]
  })
}

export const calendarRows = {
  calendar_year: {
    subject: 'calendar',
    tell: ({ key, before, after }) => ({ key: String(key[0]), name: String(key[0]), year: Number(key[0]), pairs: dayPairs(before, after) }),
  },
} satisfies RowsInLog
