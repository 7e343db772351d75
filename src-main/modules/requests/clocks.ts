import type { Day, WorkingDays } from '../../model/calendar.ts'
import type { AdmissionRequest, Clock, Periods } from '../../model/request.ts'

/**
 * How far ahead it was asked: due is the last day on which that was in time.
 * @returns the period, left are the working days to spare, below zero those that are wanting
 */
export function aheadClock({ asked, wantedFrom }: AdmissionRequest, { ahead }: Periods, days: WorkingDays): Clock {
  const due = days.add(wantedFrom, -ahead)
  const left = days.between(asked, due.date)
  return { due: due.date, left: left.days, overdue: asked > due.date, uncertain: due.uncertain || left.uncertain }
}

/** @returns how long there is to decide; of a decided request, how much of the period was left then */
export function decidingClock({ asked, decision }: AdmissionRequest, { within }: Periods, days: WorkingDays, today: Day): Clock {
  const due = days.add(asked, within)
  const at = decision?.date ?? today
  const left = days.between(at, due.date)
  return { due: due.date, left: left.days, overdue: at > due.date, uncertain: due.uncertain || left.uncertain }
}
