import { comparablePlace, communityKey, type PartRead } from '../../documents/import/index.ts'
import { districtsOf, subdistrictsOf } from '../../model/places.ts'
import { comparable } from '../../model/text.ts'
import type { Place, Problem } from '../../model/problem.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Deliveries, Part } from './deliveries.ts'
import { quoted } from './years.ts'

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
    if (subdistrict !== undefined) return { subdistrict, text: quoted(text) }
  }
  return null
}

const countedByFile = (files: readonly string[]): Map<string, number> =>
  new Map([...Map.groupBy(files, (file) => file)].map(([file, own]) => [file, own.length]))
/** Rows about one of several communities that only the place would tell apart. */
const notUnique = (problems: readonly Problem[]): Place[] =>
  problems.flatMap(({ code, place }) => (code === 'import.nameNotUnique' ? [place] : []))

/**
 * @returns for each file how many rows of its sheets that tell no place are about communities whose subdistrict nobody knows, or about one
 *   of several that only the subdistrict would tell apart
 */
export function rowsWithoutSubdistrict({ all, problems }: Deliveries, parts: readonly Part[]): Map<string, number> {
  const silent = parts.filter(({ read }) => saysNoPlace(read))
  const isSilent = ({ file, sheet }: Place): boolean => silent.some((part) => part.file === file && part.read.recognition.sheet === sheet)
  const open = all.flatMap(({ before, rows }) =>
    before !== null || rows.some(({ row }) => row.subdistrict !== '' || row.code !== '')
      ? []
      : rows.flatMap(({ part }) => (silent.includes(part) ? [part.file] : [])),
  )
  return countedByFile([
    ...open,
    ...notUnique(problems)
      .filter(isSilent)
      .map(({ file }) => file!),
  ])
}

/** The subdistricts that can be named: those of the plan. */
export const subdistrictChoices = (desk: Desk): string[] =>
  [...new Set(districtsOf(desk.facts).flatMap((district) => subdistrictsOf(desk.facts, district)))].filter((each) => each !== '')

/**
 * @returns for each file how many of its rows are about communities whose district neither the plan nor any sheet knows, or about one of
 *   several that only the district would tell apart
 */
export function rowsWithoutDistrict({ all, problems }: Deliveries): Map<string, number> {
  const open = all.flatMap(({ before, rows }) =>
    (before?.district ?? '') !== '' || rows.some(({ row }) => row.district !== '') ? [] : rows.map(({ part }) => part.file),
  )
  return countedByFile([...open, ...notUnique(problems).map(({ file }) => file!)])
}

/** The districts that can be named: those of the plan, of the policy, and those that were set up before any community came. */
export const districtChoices = (desk: Desk): string[] => {
  const { split, payers = [] } = desk.policy.allocation
  const paying = [split?.byDistrict ?? {}, ...payers.map((each) => each.byDistrict)].flatMap((each) => Object.keys(each))
  return [...new Set([...districtsOf(desk.facts), ...paying, ...districtsOf(desk.placeOrder)])].filter((each) => each !== '')
}
