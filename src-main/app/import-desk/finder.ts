import type { ImportRow } from '../../contract/import.ts'
import type { CommunityFacts } from '../../contract/plan.ts'
import { comparableName } from '../../documents/import/places.ts'

type Named = Pick<CommunityFacts, 'key' | 'code' | 'name' | 'district' | 'subdistrict'>

/**
 * Finds the community that a row is about: by its key, else by name and place, where 社区, 居委会, full width and blanks make no
 * difference, a blank place fits any, and of two codes both have to be the same. Communities that the files add are found by later rows too.
 */
export function communityFinder(existing: readonly Named[]): { find(row: ImportRow): string[]; add(community: Named): void } {
  const keys = new Set<string>()
  const byName = new Map<string, Named[]>()
  const add = (community: Named): void => {
    keys.add(community.key)
    const name = comparableName(community.name)
    const namesakes = byName.get(name)
    if (namesakes === undefined) byName.set(name, [community])
    else namesakes.push(community)
  }
  for (const each of existing) add(each)
  const fits = (own: string, other: string): boolean => own === '' || other === '' || comparableName(own) === comparableName(other)
  return {
    add,
    /** @returns the keys of all communities that the row may be about */
    find(row) {
      if (keys.has(row.key)) return [row.key]
      const namesakes = byName.get(comparableName(row.name)) ?? []
      return namesakes.filter((each) => (row.code === '' || each.code === '') && fits(row.subdistrict, each.subdistrict) && fits(row.district, each.district))
        .map(({ key }) => key)
    },
  }
}
