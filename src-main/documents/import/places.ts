import { mergeFinder, type Sheet } from './book.ts'
import { isBlankMark } from '../../model/written-number.ts'

/** @returns the text without blanks inside; what is written in full width stays so, names are kept as people write them. */
export const tidyName = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s+(?=[^\x20-\x7e])|(?<=[^\x20-\x7e])\s+/g, '')
    .replaceAll(/\s+/g, ' ')

/** A number before a name, as lists have it: 1. 一、 (三) 3) */
const NUMBERED = /^([(]?\d{1,3}[).、．]|[(]?[一二三四五六七八九十]{1,3}[)、.．])\s*(?=\p{L})/u
const plain = (name: string): string => name.normalize('NFKC').toLowerCase().trim().replace(NUMBERED, '')
const withoutSigns = (name: string): string => name.replaceAll(/[\s\p{P}]/gu, '')

/**
 * The name for comparing: half-width, without blanks, a number in front, and the endings that some write and others leave out (社区,
 * 居委会, 社区居民委员会; 村委会, 村民委员会 after 村). 祁连路西社区居委会 and 祁连路西 are the same community of one subdistrict, and so are 甲沟村 and
 * 甲沟村民委员会.
 */
export function comparableName(name: string): string {
  const signs = withoutSigns(plain(name))
  const short = signs.replace(/村?(村民委员会|村委会)$/, '村').replace(/(社区)?(居民委员会|居委会|党委|党总支|党支部)?$/, '')
  return short === '' ? signs : short
}

/**
 * A subdistrict's name for comparing: as above, and without what offices add to it: 朝阳街道办事处, 朝阳街办, 城北区朝阳街道, 一、朝阳街道 and
 * 朝阳街道（2个社区） are 朝阳街道.
 * @param district in which it is; its name may stand in front
 */
export function comparablePlace(name: string, district = ''): string {
  const signs = withoutSigns(plain(name).replace(/\(?共?\d+个(社区|村|居委会)?\)?$/, ''))
  const short = signs.replace(/(街道办事处|街道办|街办|办事处)$/, '街道').replace(/([镇乡])人民政府$/, '$1')
  const front = withoutSigns(plain(district))
  return front !== '' && short.length > front.length && short.startsWith(front) ? short.slice(front.length) : short
}

/** A community's key: its code, or 'district/subdistrict/name' where it has none. */
export const communityKey = (community: { code: string; district: string; subdistrict: string; name: string }): string =>
  community.code !== '' ? community.code : [community.district, community.subdistrict, community.name].join('/')

/** Follows the district and subdistrict down the rows of a sheet. Rows must be asked for in order. */
export interface PlaceReader {
  read(row: number): { district: string; subdistrict: string }
  /** A subtotal (1) ends its subdistrict, a total (2) also the district: nothing is carried on below it. */
  endBlock(total: 0 | 1 | 2): void
}

/**
 * Where a place stands only once for many rows it is carried down: in joined cells always; below an unjoined one only when the sheet
 * is evidently written in blocks, that is, no place is ever repeated in the row below itself. A new district ends the subdistrict.
 * @param columns of district and subdistrict, from 1; 0 when the sheet has none.
 * @param rows the rows of communities, ascending.
 */
export function placeReader(sheet: Sheet, columns: { district: number; subdistrict: number }, rows: number[]): PlaceReader {
  const mergeAt = mergeFinder(sheet)
  const own = (row: number, column: number): string => {
    const text = column === 0 ? '' : tidyName(sheet.shown(row, column))
    return isBlankMark(text) ? '' : text
  }
  const joined = (row: number, column: number): string => {
    const merge = column === 0 ? undefined : mergeAt(row, column)
    return merge === undefined ? '' : own(merge.firstRow, merge.firstColumn)
  }
  const inBlocks = (column: number): boolean =>
    column > 0 && rows.every((row, place) => place === 0 || own(row, column) === '' || own(row, column) !== own(rows[place - 1]!, column))
  const carries = { district: inBlocks(columns.district), subdistrict: inBlocks(columns.subdistrict) }
  let last = { district: '', subdistrict: '' }
  return {
    read(row) {
      const ownDistrict = own(row, columns.district) || joined(row, columns.district)
      if (ownDistrict !== '' && ownDistrict !== last.district) last = { district: ownDistrict, subdistrict: '' }
      const ownSubdistrict = own(row, columns.subdistrict) || joined(row, columns.subdistrict)
      const place = {
        district: ownDistrict || (carries.district ? last.district : ''),
        subdistrict: ownSubdistrict || (carries.subdistrict ? last.subdistrict : ''),
      }
      last = place
      return place
    },
    endBlock(total) {
      if (total > 0) last = { district: total === 1 ? last.district : '', subdistrict: '' }
    },
  }
}
