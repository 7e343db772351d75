import type { CommunityFacts } from '../../model/plan.ts'
import type { RegisterRow, SpotCheck } from '../../model/registration.ts'
import { chance, SAMPLE_YEAR } from './sample-years.ts'

/** 山川社区: two buildings let, over ten homestays, all in the hotel system, over fifty day-rental rooms, all filed; what else is told is made up. */
const SHANCHUAN = '630105001002'
/** On the edge of the city live the tenants; elsewhere nobody keeps a register. */
const isOnTheEdge = ({ values }: CommunityFacts): boolean => values['location'] === 'edge'
/** From this year on there is a register. */
const FIRST = SAMPLE_YEAR

const numberOf = ({ values }: CommunityFacts, indicator: string): number => (typeof values[indicator] === 'number' ? values[indicator] : 0)

function registerOf(facts: CommunityFacts, year: number): RegisterRow {
  const { key } = facts
  const part = (whole: number, what: string, least: number): number =>
    key === SHANCHUAN ? whole : Math.round(whole * (least + (1 - least) * chance(`${key} ${what} ${year}`)))
  const tenants = numberOf(facts, 'registeredTenants')
  const dwellings = Math.round(tenants / (2 + chance(`${key} dwelling`)))
  const landlords = Math.round(dwellings * 0.8)
  const [lodgings, dayRooms] = [numberOf(facts, 'homestays'), numberOf(facts, 'dayRentalRooms')]
  return {
    key,
    quarter: 2,
    rentalDwellings: dwellings,
    letBuildings: numberOf(facts, 'rentalBuildings'),
    lodgings,
    lodgingsInSystem: part(lodgings, 'system', 0.6),
    dayRooms,
    dayRoomsFiled: part(dayRooms, 'filed', 0.5),
    landlords,
    landlordsReporting: Math.round(landlords * (0.7 + 0.3 * chance(`${key} reporting ${year}`))),
    tenants,
  }
}

/** A third was checked with enough dwellings, a third with a few, a third not at all. */
function checkOf({ key }: CommunityFacts, year: number): SpotCheck[] {
  const kind = Math.floor(chance(`${key} checked`) * 3)
  if (kind === 0 && key !== SHANCHUAN) return []
  const found =
    key === SHANCHUAN ? 240 : kind === 1 ? 12 + Math.floor(chance(`${key} few`) * 30) : 150 + Math.floor(chance(`${key} many`) * 200)
  const share = (what: string, most: number): number => Math.round(found * most * chance(`${key} ${what} ${year}`))
  return [
    {
      key,
      quarter: 2,
      dwellings: Math.ceil(found / 2.4),
      found,
      missed: share('missed', 0.06),
      stale: share('stale', 0.16),
      wrong: share('wrong', 0.03),
    },
  ]
}

/** The housing register of the sample city with its spot checks, for the communities on its edge. */
export function sampleRegister(communities: readonly CommunityFacts[], year: number): { register: RegisterRow[]; checks: SpotCheck[] } {
  const own = year < FIRST ? [] : communities.filter(isOnTheEdge)
  return { register: own.map((each) => registerOf(each, year)), checks: own.flatMap((each) => checkOf(each, year)) }
}
