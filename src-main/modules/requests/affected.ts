import type { CommunityResult } from '../../model/plan.ts'
import type { Affected, AdmissionRequest, Scope } from '../../model/request.ts'

/** A request by class can't tell whether it reaches a community whose class is not known. */
export interface ReachedBy {
  communities: CommunityResult[]
  undecided: number
  without: number
}

/** @returns the communities of the year that a scope names, in their order */
export function reachedBy(scope: Scope, communities: readonly CommunityResult[]): ReachedBy {
  const chosen = (passes: (each: CommunityResult) => boolean): CommunityResult[] => communities.filter(passes)
  switch (scope.by) {
    case 'all':
      return { communities: [...communities], undecided: 0, without: 0 }
    case 'classes':
      return {
        communities: chosen((each) => each.class !== null && scope.classes.includes(each.class)),
        undecided: chosen((each) => each.class === null).length,
        without: 0,
      }
    case 'subdistricts': {
      const named = new Set(scope.subdistricts.map(({ district, subdistrict }) => JSON.stringify([district, subdistrict])))
      return {
        communities: chosen(({ district, subdistrict }) => named.has(JSON.stringify([district, subdistrict]))),
        undecided: 0,
        without: 0,
      }
    }
    case 'communities': {
      const named = new Set(scope.keys)
      const found = chosen((each) => named.has(each.key))
      return { communities: found, undecided: 0, without: named.size - found.length }
    }
  }
}

/** @returns how many communities a request reaches, and the hours and money of a year for all of them together */
export function affectedBy({ scope, minutes, moneyFen }: AdmissionRequest, communities: readonly CommunityResult[]): Affected {
  const { communities: reached, undecided, without } = reachedBy(scope, communities)
  return { communities: reached.length, minutes: reached.length * minutes, moneyFen: reached.length * moneyFen, undecided, without }
}
