import type { Day, WorkingDays } from '../../model/calendar.ts'
import type { DutyState, Duty, ProjectRules, Standing } from '../../model/project.ts'

type Periods = Pick<ProjectRules, 'filingDays' | 'beforeDays' | 'duringDays' | 'afterDays'>

/** From which day a duty runs, and when it was fulfilled. A change has to be filed anew, and an earlier filing does not count for it. */
function spanOf(duty: Duty, { dates, refile }: Standing): { from: Day | undefined; done: Day | undefined } {
  switch (duty) {
    case 'filing':
      if (refile) return { from: dates.changed, done: undefined }
      return dates.changed !== undefined && dates.filed !== undefined && dates.filed >= dates.changed
        ? { from: dates.changed, done: dates.filed }
        : { from: dates.decided, done: dates.filed }
    case 'before':
      return { from: dates.decided, done: dates.publishedBefore }
    case 'during':
      return { from: dates.started, done: dates.publishedDuring }
    case 'after':
      return { from: dates.settled, done: dates.published }
  }
}

const PERIOD = { filing: 'filingDays', before: 'beforeDays', during: 'duringDays', after: 'afterDays' } as const

/**
 * What is due of filing and publication, and since when. A stopped project owes nothing more than it owed when it was stopped.
 * @param today the day up to which something that is not done is late
 */
export function dutiesOf(standing: Standing, periods: Periods, days: WorkingDays, today: Day): DutyState[] {
  return (['filing', 'before', 'during', 'after'] as const).flatMap((duty) => {
    const { from, done } = spanOf(duty, standing)
    if (from === undefined || (done === undefined && standing.state === 'stopped')) return []
    const due = days.add(from, periods[PERIOD[duty]])
    const until = done ?? today
    const late = until > due.date ? days.between(due.date, until) : { days: 0, uncertain: false }
    return [{ duty, due: due.date, done: done ?? null, daysLate: late.days, uncertain: due.uncertain || late.uncertain }]
  })
}
