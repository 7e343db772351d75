import { MONTHS, NO_APPEAL_COUNTS, type AppealCount, type AppealSource } from '../../model/appeal.ts'
import { shareOut } from '../../engine/index.ts'
import { addedUp } from '../../model/places.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { chance, SAMPLE_YEAR } from './sample-years.ts'

/** From the first of these years to the last there are counts; all of them made up, but for those that are named below. */
const FIRST = SAMPLE_YEAR - 1
const LAST = SAMPLE_YEAR + 1
/** Told of 2024 in one district: 240 appeals solved, 150 violations, 100 disputes, found by those who were posted to the communities. */
const DISTRICT = { year: 2024, name: '城北区', found: { welfare: 240, violations: 150, disputes: 100 } }
/** Told of one subdistrict in August 2024: over 300 found and solved in the month, and fewer hotline tickets. */
const SUBDISTRICT = { year: 2024, month: 8, name: '清真巷街道', found: 312, hotlineShare: 0.4 }
/** Ours: how the year is spread over its months (heating and snow in winter, noise in summer), and how fast is closed. */
const SEASON = [9, 8, 8, 7, 7, 8, 9, 9, 7, 8, 10, 10]
const CLOSED = { days0: 22, days3: 34, days7: 25, days15: 12, days30: 5, daysMore: 2 }
const IN_TIME = ['days0', 'days3', 'days7'] as const
const SUBJECTS: Readonly<Record<Exclude<AppealSource, 'handed'>, readonly string[]>> = {
  hotline: ['property', 'facilities', 'environment', 'other'],
  found: ['environment', 'facilities', 'safety'],
}

const numberOf = ({ values }: CommunityFacts, indicator: string): number => (typeof values[indicator] === 'number' ? values[indicator] : 0)

/** A row of which so many were solved, spread over the days as all are. */
function rowOf(of: Pick<AppealCount, 'key' | 'month' | 'source' | 'subject'>, received: number, solved: number): AppealCount {
  const parts = shareOut(solved, Object.values(CLOSED))
  const days = Object.fromEntries(Object.keys(CLOSED).map((name, at) => [name, parts[at]!])) as Record<keyof typeof CLOSED, number>
  const inTime = addedUp(IN_TIME.map((each) => days[each]))
  const repeats = Math.round(received * 0.08 * chance(`${of.key} repeats ${of.month}`))
  return { ...NO_APPEAL_COUNTS, ...of, received, solved, ...days, inTime, repeats, outOfScope: received > 12 ? 1 : 0 }
}

/** What is told of the district, shared out among its communities by what they find, in the months from March on. */
function toldOfDistrict(communities: readonly CommunityFacts[], year: number): AppealCount[] {
  const own = communities.filter((each) => each.district === DISTRICT.name)
  if (year !== DISTRICT.year || own.length === 0) return []
  return Object.entries(DISTRICT.found).flatMap(([subject, whole]) =>
    shareOut(
      whole,
      own.map((each) => numberOf(each, 'appealsFound')),
    ).flatMap((count, at): AppealCount[] => {
      const { key } = own[at]!
      const month = 3 + Math.floor(chance(`${key} ${subject}`) * 9)
      return count === 0 ? [] : [rowOf({ key, month, source: 'found', subject }, count, count)]
    }),
  )
}

/**
 * The appeals of the sample city: the year's indicators spread over the months, so that they add up to them, with what is told of one
 * district and of one subdistrict.
 */
export function sampleAppeals(communities: readonly CommunityFacts[], year: number): AppealCount[] {
  if (year < FIRST || year > LAST) return []
  const told = toldOfDistrict(communities, year)
  const isTold = ({ subdistrict }: CommunityFacts): boolean => year === SUBDISTRICT.year && subdistrict === SUBDISTRICT.name
  const inSubdistrict = communities.filter(isTold)
  const august = shareOut(
    SUBDISTRICT.found,
    inSubdistrict.map((each) => numberOf(each, 'appealsFound')),
  )
  const rows = communities.flatMap((facts) => {
    const { key } = facts
    const already = addedUp(told.filter((each) => each.key === key).map((each) => each.received))
    const wholes = { hotline: numberOf(facts, 'appealsReceived'), found: Math.max(0, numberOf(facts, 'appealsFound') - already) }
    const openIn = Math.max(0, addedUp(Object.values(wholes)) - Math.max(0, numberOf(facts, 'appealsSolved') - already))
    return (['hotline', 'found'] as const).flatMap((source) => {
      const months = shareOut(
        wholes[source],
        SEASON.map((each, at) => Math.round(each * (60 + 80 * chance(`${key} ${source} ${year} ${at}`)))),
      )
      const open = shareOut(source === 'hotline' ? Math.min(openIn, wholes.hotline) : Math.max(0, openIn - wholes.hotline), months)
      return Array.from({ length: MONTHS }, (_, at): AppealCount => {
        const subjects = SUBJECTS[source]
        const subject = subjects[Math.floor(chance(`${key} ${source} ${at} subject`) * subjects.length)]!
        const of = { key, month: at + 1, source, subject }
        if (!isTold(facts) || at + 1 !== SUBDISTRICT.month) return rowOf(of, months[at]!, Math.max(0, months[at]! - open[at]!))
        const found = august[inSubdistrict.indexOf(facts)]!
        const hotline = Math.floor(months[at]! * SUBDISTRICT.hotlineShare)
        return source === 'found' ? rowOf(of, found, found) : rowOf(of, hotline, hotline)
      })
    })
  })
  return [...rows, ...told]
}
