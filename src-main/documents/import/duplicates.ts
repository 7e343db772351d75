import { comparableName, comparablePlace } from './places.ts'

interface Named {
  code: string
  name: string
  district: string
  subdistrict: string
}

/**
 * @returns a function that is told every community in turn and answers with the row that had the same one before, or null: the same
 *   code, or the same name (see comparableName) in the same subdistrict. Equal names in places that are not known are not the same, and
 *   富巷社区 and 富巷居委会 of two codes are two communities: only one name written the same way with two codes is doubted.
 */
export function duplicateFinder(): (row: number, community: Named) => number | null {
  const rowByCode = new Map<string, number>()
  const byName = new Map<string, { row: number; community: Named }[]>()
  return (row, community) => {
    const name = [
      comparableName(community.district),
      comparablePlace(community.subdistrict, community.district),
      comparableName(community.name),
    ].join('/')
    const namesakes = byName.get(name) ?? []
    const isSame = (other: Named): boolean => community.code === '' || other.code === '' || community.name === other.name
    const twin =
      (community.code === '' ? undefined : rowByCode.get(community.code)) ?? namesakes.find((each) => isSame(each.community))?.row
    if (community.code !== '' && !rowByCode.has(community.code)) rowByCode.set(community.code, row)
    // A place that is not known is no place that two could share.
    if (community.subdistrict !== '') namesakes.push({ row, community })
    byName.set(name, namesakes)
    return twin ?? null
  }
}
