import type { Sheet } from './book.ts'
import { comparablePlace } from './places.ts'
import type { KindOfRow } from './total-rows.ts'

/** A row that names a subdistrict: above its communities, or below them as their total. */
export interface SubdistrictRow {
  row: number
  text: string
  subdistrict: string
}
/** The subdistrict of each row of a community that stands below, or above, a row that names one. */
export interface BySubdistrictRows {
  of: ReadonlyMap<number, string>
  rows: readonly SubdistrictRow[]
}

/** 一、城北区朝阳街道 is 朝阳街道, 市北街道 is itself: what is left after a district's name has two signs of its own. */
const SUBDISTRICT_NAME = /^(?:[\p{Script=Han}]+[市区县旗](?=[\p{Script=Han}]{3}))?([\p{Script=Han}]{1,8}(?:街道|镇|乡))$/u
const TOTAL_WORD = /(小计|合计|总计|共计|汇总)$/
/** 全镇, 各街道 and the like are none. */
const NOT_ONE = /^(全|各|本|其他|所有)/
const TEXTS_LOOKED_AT = 3

/**
 * Where a sheet has no column of subdistricts they may stand in rows of their own: as titles above the communities of each, or as their
 * totals below. Which of the two, the first one tells. Totals that name no subdistrict end what stands above them.
 * @param top the first row of the header; a title above it belongs to the first communities where further ones follow
 * @param kinds of all rows below the header
 */
export function subdistrictRows(sheet: Sheet, top: number, kinds: readonly KindOfRow[]): BySubdistrictRows {
  const firstCommunity = kinds.find(({ kind }) => kind === 'data')?.row ?? 0
  const named = (row: number): SubdistrictRow[] => namedIn(sheet, row)
  const left = kinds.filter(({ kind }) => kind === 'skipped')
  const rows = left.flatMap(({ row }) => named(row))
  const title = sheet.rows
    .filter((row) => row < top)
    .flatMap(named)
    .at(-1)
  const isHeaded = rows.some(({ row, text }) => row < firstCommunity && !TOTAL_WORD.test(text)) || title !== undefined
  if (rows.length === 0 || firstCommunity === 0) return { of: new Map(), rows: [] }
  const all = title === undefined ? rows : [title, ...rows]
  return isHeaded ? belowTitles(kinds, all) : aboveTotals(kinds, all)
}

function belowTitles(kinds: readonly KindOfRow[], named: readonly SubdistrictRow[]): BySubdistrictRows {
  const titles = named.filter(({ text }) => !TOTAL_WORD.test(text))
  const byRow = new Map(titles.map((each) => [each.row, each]))
  const of = new Map<number, string>()
  const firstRow = kinds[0]?.row ?? 0
  let current = titles.findLast(({ row }) => row < firstRow)?.subdistrict ?? ''
  for (const each of kinds) {
    const title = byRow.get(each.row)
    if (title !== undefined) current = title.subdistrict
    else if (each.kind === 'skipped' && each.total > 0) current = ''
    else if (each.kind === 'data' && current !== '') of.set(each.row, current)
  }
  return { of, rows: titles }
}

function aboveTotals(kinds: readonly KindOfRow[], named: readonly SubdistrictRow[]): BySubdistrictRows {
  const byRow = new Map(named.map((each) => [each.row, each]))
  const of = new Map<number, string>()
  let waiting: number[] = []
  for (const each of kinds) {
    if (each.kind === 'data') waiting.push(each.row)
    if (each.kind !== 'skipped' || each.total === 0) continue
    const total = byRow.get(each.row)
    for (const row of total === undefined ? [] : waiting) of.set(row, total!.subdistrict)
    waiting = []
  }
  return { of, rows: named }
}

function namedIn(sheet: Sheet, row: number): SubdistrictRow[] {
  const texts: string[] = []
  for (let column = 1; column <= sheet.columns && texts.length < TEXTS_LOOKED_AT; column++) {
    const text = sheet.shown(row, column).trim()
    if (text !== '') texts.push(text)
  }
  for (const text of texts) {
    const [, subdistrict] = SUBDISTRICT_NAME.exec(comparablePlace(comparablePlace(text).replace(TOTAL_WORD, ''))) ?? []
    if (subdistrict !== undefined && !NOT_ONE.test(subdistrict)) return [{ row, text, subdistrict }]
  }
  return []
}
