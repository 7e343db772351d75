import type { CommunityFacts } from '../../model/plan.ts'
import type { RenovationLot } from '../../model/renovation.ts'
import { chance, SAMPLE_YEAR } from './sample-years.ts'

/** 祁连路西社区: eight unmanaged courtyards, three to five years sooner with 30 万元 a year instead of 20. What is told of others is made up. */
const QILIAN = '祁连路西社区'
const QILIAN_COUNT = 8
/** What an old courtyard cost in a programme of that city in 2016, of which others are supposed to have paid a third. */
const OLD_UNIT_FEN = 44_100_000
const OLD_AID = 3_333
const MOST = 12

/** One of eight communities with unmanaged courtyards has entered its backlog. */
const isEntered = ({ key }: CommunityFacts): boolean => chance(`${key} backlog`) < 1 / 8

function countOf({ name, values }: CommunityFacts, year: number): number {
  // With 30 万元 a year one courtyard is done each year.
  if (name === QILIAN) return Math.max(0, QILIAN_COUNT - (year - SAMPLE_YEAR))
  const [unmanaged, renovated] = [values['unmanagedCourtyards'], values['renovatedCourtyards']]
  const open = (typeof unmanaged === 'number' ? unmanaged : 0) - (typeof renovated === 'number' ? renovated : 0)
  return Math.min(MOST, Math.max(0, open))
}

/** The backlog of the sample city: 祁连路西 and a few communities that are made up. */
export function sampleRenovation(communities: readonly CommunityFacts[], year: number): RenovationLot[] {
  if (year < SAMPLE_YEAR) return []
  const nothing = { unitFen: null, aidShare: null, aidFen: null }
  return communities.flatMap((each): RenovationLot[] => {
    const { key } = each
    const isOwn = each.name === QILIAN
    if (!isOwn && !isEntered(each)) return []
    const count = countOf(each, year)
    const old = isOwn ? 0 : Math.floor(chance(`${key} old backlog`) * 3)
    return [
      ...(count === 0 ? [] : [{ key, kind: 'unmanaged', count, ...nothing }]),
      ...(old === 0 ? [] : [{ key, kind: 'old', count: old, unitFen: OLD_UNIT_FEN, aidShare: OLD_AID, aidFen: null }]),
    ]
  })
}
