import { comparableName, comparablePlace } from './places.ts'

interface Named {
  code: string
  name: string
  district: string
  subdistrict: string
}

/**
 * @returns a function that is told every community in turn and answers with the row that had the same one before, or null: the same
 *   code, or the same name (see comparableName) in the same subdistrict. Equal names in places that are not known are not the same.
 */
export function duplicateFinder(): (row: number, community: Named) => number | null {
  const rowByCode = new Map<string, number>()
  const rowByName = new Map<string, number>()
  return (row, community) => {
    const name = [
      comparableName(community.district),
      comparablePlace(community.subdistrict, community.district),
      comparableName(community.name),
    ].join('/')
    const twin = (community.code === '' ? undefined : rowByCode.get(community.code)) ?? rowByName.get(name)
    if (community.code !== '' && !rowByCode.has(community.code)) rowByCode.set(community.code, row)
    // A place that is not known is no place that two could share.
    if (community.subdistrict !== '' && !rowByName.has(name)) rowByName.set(name, row)
    return twin ?? null
  }
}
