import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { GapScope } from '../../../src-main/model/target.ts'

const TEXTS = ['item', 'class', 'district', 'subdistrict'] as const
const FLAGS = ['register', 'all'] as const

/** @returns the scope of a list as the address of its paper has it */
export const queryOfScope = (scope: GapScope): LocationQueryRaw => ({
  ...Object.fromEntries(TEXTS.flatMap((name) => (scope[name] === undefined ? [] : [[name, scope[name]]]))),
  ...Object.fromEntries(FLAGS.flatMap((name) => (scope[name] === undefined ? [] : [[name, String(scope[name])]]))),
  ...(scope.communities !== undefined && { community: scope.communities }),
})

/** @returns the scope that the address of a paper has */
export function scopeOfQuery(query: LocationQuery): GapScope {
  const said = (name: string): string[] => [query[name]].flat().flatMap((each) => (typeof each === 'string' && each !== '' ? [each] : []))
  const known = <Name extends string>(names: readonly Name[]): Name[] => names.filter((each) => said(each).length > 0)
  const communities = said('community')
  return {
    ...Object.fromEntries(known(TEXTS).map((name) => [name, said(name)[0]])),
    ...Object.fromEntries(known(FLAGS).map((name) => [name, said(name)[0] === 'true'])),
    ...(communities.length > 0 && { communities }),
  }
}
