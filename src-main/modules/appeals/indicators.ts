import { ALL_MONTHS, appealYear } from '../../engine/appeals/index.ts'
import { MONTHS } from '../../model/appeal.ts'
import { addedUp } from '../../model/places.ts'
import { applyEdits, type Edit } from '../../desk/edits.ts'
import type { Desk } from '../../desk/desk.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { appError } from '../../shared/app-error.ts'

/** The indicators of the standard dictionary that are sums of a year: what each source brought, and what was solved of all. */
const FROM_HOTLINE = 'appealsReceived'
const FOUND = 'appealsFound'
const SOLVED = 'appealsSolved'

/**
 * Takes the sums of a year into the indicators of that year, or of the next one, as one step. Only of communities of which all twelve
 * months are known; a source of which a month is missing stays as it is. Indicators that the dictionary does not have are left out.
 * @returns the year that has them, of how many communities something was taken, and how many lack a month
 * @throws appeals.noNextYear; appeals.noIndicator; appeals.noWholeYear; plan.frozen where that year is adopted
 */
export async function takeToIndicators(desk: Desk, into: 'this' | 'next'): Promise<OutputOf<'appeals.toIndicators'>> {
  const { year: from } = desk.year
  const year =
    into === 'this'
      ? from
      : (desk.store.read.years
          .list()
          .map((each) => each.year)
          .sort((a, b) => a - b)
          .find((each) => each > from) ?? null)
  if (year === null) throw appError('appeals.noNextYear', { year: from })
  const known = new Set(desk.wholeDictionary.indicators.map((each) => each.key))
  if (![FROM_HOTLINE, FOUND, SOLVED].some((each) => known.has(each))) throw appError('appeals.noIndicator')
  const counted = appealYear(desk.store.read.appeals.list(from))
  const before = new Map(desk.factsOf(year).map((each) => [each.key, each]))
  const lacking = new Set<string>()
  const edits = [...before.keys()].flatMap((key): Edit[] => {
    const rows = counted.rowsOf(key)
    const whole = (source: 'hotline' | 'found'): number | null => {
      const months = ALL_MONTHS.map((month) => counted.received(key, month, [source]))
      return months.includes(null) ? null : addedUp(months)
    }
    const [hotline, found] = [whole('hotline'), whole('found')]
    if (hotline === null || found === null) lacking.add(key)
    const solvedKnown = hotline !== null && found !== null && rows.every((row) => row.received === null || row.solved !== null)
    const solved = solvedKnown ? addedUp(rows.filter((row) => row.source !== 'handed').map((row) => row.solved)) : null
    return (
      [
        [FROM_HOTLINE, hotline],
        [FOUND, found],
        [SOLVED, solved],
      ] as const
    ).flatMap(([field, value]) => (value === null || !known.has(field) ? [] : [{ key, field, value }]))
  })
  if (edits.length === 0) throw appError('appeals.noWholeYear', { year: from, limit: MONTHS })
  const after = applyEdits(before, edits, desk.wholeDictionary.indicators)
  await desk.store.command('appeals.toIndicators', { key: 'appealIndicators', params: { year, from, count: after.size } }, (plan) =>
    plan.communities.save(year, [...after.values()]),
  )
  return { year, communities: after.size, lacking: lacking.size }
}
