import { comparablePlace, communityKey, type PartRead } from '../../documents/import/index.ts'
import { districtsOf, subdistrictsOf } from '../../model/places.ts'
import { comparable } from '../../model/text.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Deliveries } from './deliveries.ts'

/** The rows of a sheet, those without a district or subdistrict with the one that is meant for the whole sheet. */
export function placedIn(read: PartRead, level: 'district' | 'subdistrict', place: string): PartRead {
  if (place === '') return read
  return {
    ...read,
    rows: read.rows.map((row) => {
      if (row[level] !== '') return row
      const placed = { ...row, [level]: place }
      return { ...placed, key: communityKey(placed) }
    }),
  }
}

/** Whether nothing in a sheet's columns tells where its communities are. */
export const saysNoPlace = ({ recognition }: PartRead): boolean =>
  !recognition.columns.some(({ field }) => field === 'code' || field === 'subdistrict')

/** Where a sheet without such columns names its subdistrict, and what it says there. */
export interface SubdistrictNamed {
  subdistrict: string
  text: string
}

const OWN_NAME =
  /^(?:.*[省市区县旗])?(?:\d{4}年?度?)?([\u4e00-\u9fff]{2,6}(?:街道|镇|乡))(?=$|办事处|人民政府|社区|各|基本|情况|统计|汇总|\d)/

/**
 * @param texts title, name of the sheet, name of the file, the nearest first
 * @param known subdistricts of the plan; where there are none, the name itself has to look like one
 * @returns the subdistrict that the first of them names; null where none does, or one names several
 */
export function subdistrictNamed(texts: readonly string[], known: readonly string[]): SubdistrictNamed | null {
  for (const text of texts) {
    const plain = comparable(text)
    const named = known.filter((each) => plain.includes(comparablePlace(each)))
    const longest = named.filter((each) => !named.some((other) => other !== each && comparablePlace(other).includes(comparablePlace(each))))
    if (longest.length > 1) return null
    const subdistrict = longest[0] ?? (known.length === 0 ? OWN_NAME.exec(plain)?.[1] : undefined)
    if (subdistrict !== undefined) return { subdistrict, text }
  }
  return null
}

/** @returns for each file how many rows of sheets that tell no place are about communities whose subdistrict nobody knows */
export function rowsWithoutSubdistrict({ all, problems }: Deliveries): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (file: string): void => void counts.set(file, (counts.get(file) ?? 0) + 1)
  for (const { before, rows } of all) {
    if (before !== null || rows.some(({ row }) => row.subdistrict !== '' || row.code !== '')) continue
    for (const { part } of rows) if (saysNoPlace(part.read)) count(part.file)
  }
  for (const { code, place } of problems) if (code === 'import.nameNotUnique') count(place.file!)
  return counts
}

/** The subdistricts that can be named: those of the plan. */
export const subdistrictChoices = (desk: Desk): string[] =>
  [...new Set(districtsOf(desk.facts).flatMap((district) => subdistrictsOf(desk.facts, district)))].filter((each) => each !== '')

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
