import type { Community } from '../model/plan.ts'
import { appError } from '../shared/app-error.ts'

/**
 * A community by its code or key, or by name.
 * @throws plan.communityUnknown; import.nameNotUnique with the places where there are several of the name
 */
export function communityNamed<T extends Community>(all: readonly T[], wanted: string): T {
  const coded = all.find((each) => each.code === wanted || each.key === wanted)
  if (coded !== undefined) return coded
  const named = all.filter((each) => each.name === wanted)
  if (named.length > 1)
    throw appError('import.nameNotUnique', {
      count: named.length,
      value: wanted,
      places: named.map((each) => [each.district, each.subdistrict, each.code].filter(Boolean).join(' ')).join('、'),
    })
  if (named[0] === undefined) throw appError('plan.communityUnknown', { value: wanted }, { community: wanted })
  return named[0]
}
