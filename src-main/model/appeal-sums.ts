import { APPEAL_BOUNDS, APPEAL_COUNT_NAMES, BAND_NAMES, type AppealCounts, type ClosingBand } from './appeal.ts'
import { addedUp } from './places.ts'

/** Whether no part is above its whole. */
export const isSound = (row: AppealCounts): boolean =>
  APPEAL_BOUNDS.every(({ parts, whole }) => addedUp(parts.map((each) => row[each])) <= (row[whole] ?? 0))

/** Several counts together: sums of what is known; a count that nobody knows stays unknown. */
export const appealSum = (all: readonly AppealCounts[]): AppealCounts =>
  Object.fromEntries(
    APPEAL_COUNT_NAMES.map((name) => {
      const known = all.filter((each) => each[name] !== null)
      return [name, known.length === 0 ? null : addedUp(known.map((each) => each[name]))]
    }),
  ) as AppealCounts

/**
 * The band in which a share of the closed appeals is reached: the median with 0.5. The days of one band can't be told apart, so a band is
 * all that can be said.
 * @returns null where no days are known
 */
export function closingBand(counts: Pick<AppealCounts, ClosingBand>, share: number): ClosingBand | null {
  const known = addedUp(BAND_NAMES.map((each) => counts[each]))
  let below = 0
  for (const name of BAND_NAMES) {
    below += counts[name] ?? 0
    if (known > 0 && below >= known * share - 1e-9) return name
  }
  return null
}
