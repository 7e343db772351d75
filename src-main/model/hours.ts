import { withoutDust } from './number.ts'

/** Work is kept in whole minutes, entered and read in hours. */
const MINUTES_PER_HOUR = 60

/** @returns minutes as hours, exact but for what a double can't hold */
export const hoursOf = (minutes: number): number => withoutDust(minutes / MINUTES_PER_HOUR)

/** @returns hours as whole minutes */
export const minutesOf = (hours: number): number => Math.round(hours * MINUTES_PER_HOUR)

export type WorkUnit = 'hours' | 'minutes'

/** So many minutes are a whole number of hundredths of an hour. */
const HUNDREDTHS_FROM = 3

/** @returns what a table of work is told in so that it adds up as shown: hours where two decimals say each exactly, else minutes */
export function workUnitOf(all: Iterable<number>): WorkUnit {
  for (const minutes of all) if (minutes % HUNDREDTHS_FROM !== 0) return 'minutes'
  return 'hours'
}

/** @returns minutes in a unit */
export const workIn = (unit: WorkUnit, minutes: number): number => (unit === 'hours' ? hoursOf(minutes) : minutes)
