import { describe, expect, it } from 'vitest'
import { dayAfter, workingDays } from '../../../src-main/model/calendar.ts'
import { deliveredCalendars } from '../../../src-main/modules/calendar/delivered.ts'
import { RESOURCES } from '../../support/project.ts'

const delivered = deliveredCalendars(RESOURCES)
const { add, between } = workingDays(delivered)

describe('working days as a hand calendar gives them', () => {
  it.each([
    // 2025: off from Wednesday 1 to Wednesday 8 October; Sunday 28 September and Saturday 11 October are worked.
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2025-09-26', 6, '2025-10-11'],
    ['2025-09-26', 7, '2025-10-13'],
    // 2026: off from Sunday 15 to Monday 23 February; the Saturdays 14 and 28 are worked.
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-13', 6, '2026-02-28'],
    ['2026-02-13', 7, '2026-03-02'],
    // 2024: off from Saturday 10 to Saturday 17 February; the Sundays 4 and 18 are worked, and so is the eve.
    ['2024-02-02', 6, '2024-02-09'],
    ['2024-02-02', 7, '2024-02-18'],
    // 2023: off from Friday 29 September to Friday 6 October; that weekend is worked.
    ['2023-09-28', 1, '2023-10-07'],
    ['2023-09-28', 3, '2023-10-09'],
  ])('%s and %i days: %s', (from, days, reached) => {
    expect(add(from, days)).toEqual({ date: reached, uncertain: false })
    expect(between(from, reached)).toEqual({ days, uncertain: false })
    expect(between(reached, from)).toEqual({ days: -days, uncertain: false })
  })

  it('count backwards to the last day from which there are so many', () => {
    expect(add('2025-10-13', -7)).toEqual({ date: '2025-09-27', uncertain: false })
    for (let day = '2025-01-20'; day < '2025-02-20'; day = dayAfter(day, 1)) expect(between(add(day, -10).date, day).days, day).toBe(10)
  })

  it('are uncertain, with weekends assumed, as soon as a year without a calendar is crossed', () => {
    expect(add('2026-12-30', 1)).toEqual({ date: '2026-12-31', uncertain: false })
    expect(add('2026-12-30', 3)).toEqual({ date: '2027-01-04', uncertain: true })
    expect(between('2022-12-30', '2023-01-03')).toEqual({ days: 1, uncertain: true })
    expect(between('2026-12-31', '2026-12-31')).toEqual({ days: 0, uncertain: false })
  })
})

it('the delivered calendars are the notices of four years, and no weekday is a working weekend', () => {
  const counted = delivered.map(({ year, document, days }) => [
    year,
    document,
    days.filter(({ kind }) => kind === 'holiday').length,
    days.filter(({ kind }) => kind === 'working').length,
  ])
  // 2023 has 31 December 2022 as a third day of New Year, which is a Saturday of another year.
  expect(counted).toEqual([
    [2023, '国办发明电〔2022〕16号', 26, 7],
    [2024, '国办发明电〔2023〕7号', 28, 8],
    [2025, '国办发明电〔2024〕12号', 28, 5],
    [2026, '国办发明电〔2025〕7号', 33, 6],
  ])
  for (const { days } of delivered)
    for (const { date, kind } of days) if (kind === 'working') expect([0, 6], date).toContain(new Date(`${date}T00:00Z`).getUTCDay())
})
