import { communityKey } from '../../documents/import/index.ts'
import { districtsOf } from '../../model/places.ts'
import type { PartRead } from '../../documents/import/index.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Deliveries } from './deliveries.ts'

/** The rows of a sheet, those without a district with the one that the user named for the file. */
export function inDistrict(read: PartRead, district: string): PartRead {
  if (district === '') return read
  return {
    ...read,
    rows: read.rows.map((row) => {
      if (row.district !== '') return row
      const placed = { ...row, district }
      return { ...placed, key: communityKey(placed) }
    }),
  }
}

/**
 * @returns for each file how many of its rows are about communities whose district neither the plan nor any sheet knows, or about one of
 *   several that only the district would tell apart
 */
export function rowsWithoutDistrict({ all, problems }: Deliveries): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (file: string): void => void counts.set(file, (counts.get(file) ?? 0) + 1)
  for (const { before, rows } of all) {
    const isKnown = (before?.district ?? '') !== '' || rows.some(({ row }) => row.district !== '')
    if (!isKnown) for (const { part } of rows) count(part.file)
  }
  for (const { code, place } of problems) if (code === 'import.nameNotUnique') count(place.file!)
  return counts
}

/** The districts that can be named: those of the plan and of the policy. */
export const districtChoices = (desk: Desk): string[] => {
  const { split, payers = [] } = desk.policy.allocation
  const paying = [split?.byDistrict ?? {}, ...payers.map((each) => each.byDistrict)].flatMap((each) => Object.keys(each))
  return [...new Set([...districtsOf(desk.facts), ...paying])].filter((each) => each !== '')
}
