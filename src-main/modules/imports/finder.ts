import type { ImportRow } from '../../model/import.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { comparableName, comparablePlace, communityKey, tidyName } from '../../documents/import/index.ts'

type Named = Pick<CommunityFacts, 'key' | 'code' | 'name' | 'district' | 'subdistrict'>

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** A name or place as it is when it comes back from a sheet. */
export const asDelivered = (text: string): string => tidyName(text.replaceAll(CONTROL, ''))

const keyAsDelivered = ({ code, name, district, subdistrict }: Named): string =>
  communityKey({ code, name: asDelivered(name), district: asDelivered(district), subdistrict: asDelivered(subdistrict) })

/** `exact`: by its key or its whole place; then there is one. */
export interface Found {
  keys: string[]
  exact: boolean
}

/**
 * Finds the community that a row is about: by its key, else by name and place, where 社区, 居委会, 街道办事处, full width and blanks make no
 * difference, a blank place fits any, and of two codes both have to be the same. Communities that the files add are found by
 * later rows too.
 */
export function communityFinder(existing: readonly Named[]): { find(row: ImportRow): Found; add(community: Named): void } {
  const keys = new Map<string, string>()
  const byName = new Map<string, Named[]>()
  const add = (community: Named): void => {
    keys.set(community.key, community.key)
    if (community.code === '') keys.set(keyAsDelivered(community), community.key)
    const name = comparableName(community.name)
    const namesakes = byName.get(name)
    if (namesakes === undefined) byName.set(name, [community])
    else namesakes.push(community)
  }
  for (const each of existing) add(each)
  const fits = (own: string, other: string): boolean => own === '' || other === '' || comparableName(own) === comparableName(other)
  const isPlacedIn = (row: ImportRow, { district, subdistrict }: Named): boolean =>
    row.subdistrict === '' ||
    subdistrict === '' ||
    comparablePlace(row.subdistrict, row.district || district) === comparablePlace(subdistrict, district)
  return {
    add,
    /** @returns the keys of all communities that the row may be about */
    find(row) {
      const exact = keys.get(row.key)
      if (exact !== undefined) return { keys: [exact], exact: true }
      const namesakes = (byName.get(comparableName(row.name)) ?? []).filter(
        (each) => (row.code === '' || each.code === '') && isPlacedIn(row, each) && fits(row.district, each.district),
      )
      return { keys: namesakes.map(({ key }) => key), exact: false }
    },
  }
}
