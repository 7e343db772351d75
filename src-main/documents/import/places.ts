import { mergeFinder, type Sheet } from './book.ts'
import { isBlankMark } from '../../model/written-number.ts'

/** @returns the text without blanks inside; what is written in full width stays so, names are kept as people write them. */
export const tidyName = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s+(?=[^\x20-\x7e])|(?<=[^\x20-\x7e])\s+/g, '')
    .replaceAll(/\s+/g, ' ')

/**
 * The name for comparing: half-width, without blanks and without the endings that some write and others leave out
 * (社区, 居委会, 社区居民委员会, 村 ... 委员会). 祁连路西社区居委会 and 祁连路西 are the same community of one subdistrict.
 */
export function comparableName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')
  const short = plain.replace(/(社区)?(居民委员会|居委会|党委|党总支|党支部)?$/, '')
  return short === '' ? plain : short
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
