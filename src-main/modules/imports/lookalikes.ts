import type { ImportRow } from '../../model/import.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { comparableName, comparablePlace } from '../../documents/import/index.ts'

type Known = Pick<CommunityFacts, 'key' | 'code' | 'name' | 'district' | 'subdistrict'>

/**
 * Names of so many signs are told from others by more than one of them: 祁连路西 and 祁连路东 look alike, 新华 and 新民 don't; where a sign is
 * missing, the longer name counts: 大川 may be 大山川.
 */
const LONG = 3

/** @returns whether one sign is another, or one is missing */
function isOneApart(one: string, other: string): boolean {
  const [long, short] = [...one].length >= [...other].length ? [[...one], [...other]] : [[...other], [...one]]
  if (long.length < LONG || long.length - short.length > 1) return false
  const start = short.findIndex((sign, at) => sign !== long[at])
  if (start < 0) return true
  const rest = (signs: string[], from: number): string => signs.slice(from).join('')
  return rest(long, start + 1) === rest(short, long.length === short.length ? start + 1 : start)
}

/** What is in brackets behind a name: 甲社区（新）. */
const withoutBrackets = (name: string): string => name.normalize('NFKC').replace(/\([^()]*\)\s*$/, '')

/** What offices put behind the name of a community, which is no other community for it. */
const OFFICE = /(社区|村)(便民|综合|党群|公共|居民)*(服务中心|服务站|工作站|活动中心|办公室)$/
/** @returns the names that a row's name may be another writing of: without brackets, its subdistrict in front or an office behind */
function barer({ name, district, subdistrict }: ImportRow): string[] {
  const plain = withoutBrackets(name).trim()
  const short = plain.replace(OFFICE, '$1')
  const fronts = [subdistrict, comparablePlace(subdistrict, district), `${district}${subdistrict}`, district].filter(
    (front) => front !== '',
  )
  const rests = fronts
    .filter((front) => short.startsWith(front) && short.length > front.length + 1)
    .map((front) => short.slice(front.length))
  return [plain, short, ...rests].map(comparableName)
}

/**
 * Of communities that the plan doesn't have: which one of the plan it may be under another name, code or place. It is asked then, for a
 * community that comes twice is paid twice.
 * @param existing the communities of the plan
 */
export function lookalikes(existing: readonly Known[]): {
  /** @param taken keys of communities that other rows of the same sheet are certainly about */
  of(row: ImportRow, taken: ReadonlySet<string>): Known | null
  /** @returns the community of the plan that has this name, where the row's code is that of another one */
  namesake(row: ImportRow, found: Known): Known | null
} {
  const byName = Map.groupBy(existing, (each) => comparableName(each.name))
  const placeOf = (place: { district: string; subdistrict: string }): string => comparablePlace(place.subdistrict, place.district)
  const byPlace = Map.groupBy(existing, placeOf)
  const isInDistrict = (row: ImportRow, each: Known): boolean =>
    row.district === '' || each.district === '' || comparableName(row.district) === comparableName(each.district)
  return {
    of(row, taken) {
      const isFree = (each: Known): boolean => !taken.has(each.key) && isInDistrict(row, each)
      const name = comparableName(row.name)
      const named = [...new Set([name, ...barer(row)])].flatMap((each) => byName.get(each) ?? []).find(isFree)
      if (named !== undefined) return named
      return (byPlace.get(placeOf(row)) ?? []).find((each) => isFree(each) && isOneApart(comparableName(each.name), name)) ?? null
    },
    namesake(row, found) {
      const name = comparableName(row.name)
      if (name === comparableName(found.name)) return null
      return (byName.get(name) ?? []).find((each) => each.key !== found.key && isInDistrict(row, each)) ?? null
    },
  }
}
