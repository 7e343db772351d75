import { codeAt } from './cell-value.ts'
import { headingPart } from './heading-text.ts'
import { columnNumber, type Merge, type Sheet } from './book.ts'
import { COMMUNITY } from './endings.ts'
import { comparable } from '../../model/text.ts'
import { isFigure, isNamedBefore, standsAsFigures } from './figures.ts'
import { groupRows } from './groups.ts'
import { otherTableFrom } from './other-table.ts'
import type { Recognition } from './recognise.ts'

/**
 * What a row below the header is: a community, nothing, or something that is left out. `total`: 小计 is 1, 合计 is 2, what is none is 0;
 * `sums`: it is meant to be the sum of rows, as an average is not.
 */
export type RowKind = { kind: 'data' } | { kind: 'blank' } | { kind: 'skipped'; text: string; total: 0 | 1 | 2; sums: boolean }

const TOTAL = /^(.*?)(小计|合计|总计|共计|累计|汇总|总数|总和|subtotal|total|grandtotal)(共?\d+个?(社区|村|居委会|单位)?)?$/
/** Names that no community has: all of a place, what kind of place it is, how many there are, a mean. */
const WHOLE =
  /^((全部|所有|各)(社区|村|居委会|村居)|全(国|省|市|区|县|街道|街|镇|乡|部)|市区|市辖区|县级市|城市|城镇|农村|其中(城市|城镇|农村)|.+\d+个(社区|村|居委会)|共\d+(个|条|户|家)?(社区|村|居委会|单位|记录)?|total.+|all.+|(19|20)\d\d年?)$/
const MEAN = /^(.*?)(平均|平均值|平均数|均值|满分|分值|权重|average|mean)$/
const NOTE = new RegExp(
  [
    '^[(（【]?(注|备注|说明|附注|填表说明|填报说明|备查)\\s*\\d*\\s*[:：.、）)】]',
    '^(填表|填报|制表|制单|审核|审批|复核|校对|负责|单位负责|分管|主管|经办|联系|街道|盖章|统计|数据来源|资料来源|来源)' +
      '(人|单位|日期|时间|电话|领导|负责人|方式|口径)?(（.*）|\\(.*\\))?\\s*[:：]',
    '(^|\\d)\\s*[(（]?续表[\\d一二三四五六七八九]*[)）]?$',
    '^(日期|时间|单位|电话)\\s*[:：]',
    '^(数据|统计)?(截止|截至)',
    '^(19|20)\\d\\d\\s*年\\s*\\d{1,2}\\s*月(\\s*\\d{1,2}\\s*日)?$',
  ].join('|'),
)

/** A sentence, or the second line of a note: 2.楼院按验收数统计。 Names of communities have no full stop. */
const SENTENCE = /[。；！？]/
/** What is to be filled in by hand: 镇长： */
const SIGNED = /[:：]$/
/** A word that says what follows it: Source: ..., 其中： */
const WORD_FIRST = /^[\p{L} ]{1,24}[:：]/u
/** A group of rows: 一、城市社区. It stands alone in its row. */
const NUMBERED_GROUP = /^([(（][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、)/
const NUMBERED_LINE = /^[(（]?\d{1,2}[)）.、．]/

/** What stands in a row that numbers the columns: 甲 乙 1 2, (3), 4=2+3, 栏次. */
const COLUMN_NUMBER = /^[(（]?([甲乙丙丁戊己庚辛]|\d{1,2}|[A-Z]|栏次|=.*|\d+[=+].*)[)）]?$/

const PLACES = new Set<string | null>(['district', 'subdistrict', 'name', 'code'])
/** Whether nothing but its place says what a row is: no indicator is known, or somebody had to point at the names. */
export function namesAreUnknown({ columns }: Recognition): boolean {
  const nameHow = columns.find(({ field }) => field === 'name')?.how
  return nameHow === 'guessed' || nameHow === 'chosen' || columns.every(({ field }) => field === null || PLACES.has(field))
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

/** @returns a test of rows for a recognised sheet; see RowKind. */
export function rowKinds(sheet: Sheet, recognition: Recognition): (row: number) => RowKind {
  const fieldColumns = recognition.columns.filter(({ field }) => field !== null)
  const columnOf = (field: string): number => columnNumber(fieldColumns.find((column) => column.field === field)?.column ?? '')
  const nameColumn = columnOf('name')
  const codeColumn = columnOf('code')
  const fieldNumbers = fieldColumns.map(({ column }) => columnNumber(column))
  const placeColumns = [...PLACES].map((field) => columnOf(field!)).filter((column) => column > 0)
  const known = fieldNumbers.filter((column) => !placeColumns.includes(column))
  const bottom = recognition.headerRows[1]
  const unknown = recognition.columns.map(({ column }) => columnNumber(column)).filter((column) => !placeColumns.includes(column))
  const allColumns = [...placeColumns, ...unknown]
  const isAllUnknown = known.length === 0
  const isUnknown = namesAreUnknown(recognition)
  const figures = [...known, ...unknown].filter((column) => standsAsFigures(sheet, bottom, column))
  const measured = isAllUnknown ? unknown.filter((column) => standsAsFigures(sheet, bottom, column)) : known
  const firstMeasured = Math.min(...measured, sheet.columns + 1)
  const wordColumns = [...range(1, firstMeasured), ...placeColumns.filter((column) => column >= firstMeasured)]
  const headings = new Map(recognition.columns.map(({ column, heading }) => [columnNumber(column), comparable(heading)]))
  const isWide = (merge: Merge): boolean =>
    merge.lastColumn - merge.firstColumn + 1 > Math.min(sheet.columns - 1, Math.max(2, sheet.columns / 2))
  const wide = new Set(sheet.merges.filter(isWide).map((merge) => merge.firstRow))

  const shown = (row: number, column: number): string => (column > 0 ? sheet.shown(row, column).trim() : '')
  const isBlank = (row: number, column: number): boolean => sheet.cell(row, column).kind === 'blank'

  const isCalledCommunity = (row: number): boolean => COMMUNITY.test(shown(row, nameColumn))
  const groups = isUnknown ? groupRows(sheet, bottom, figures, (row) => !isCalledCommunity(row)) : new Set<number>()
  const otherTable = isUnknown ? otherTableFrom(sheet, bottom, figures) : Infinity
  /** Texts before the first figure, where totals are named: '合 计', '朝阳街道小计'. */
  const totalOf = (row: number): { text: string; total: 1 | 2; sums: boolean } | null => {
    const name = comparable(shown(row, nameColumn))
    for (const column of wordColumns) {
      const word = comparable(shown(row, column))
      const [, , kind] = TOTAL.exec(word) ?? []
      const isMean = MEAN.test(word)
      const isWhole = column === nameColumn && WHOLE.test(word)
      const isNamed = column !== nameColumn && name !== '' && !TOTAL.test(name) && !/^共?\d+个?(社区|村)?$/.test(name)
      if ((kind === undefined && !isMean && !isWhole) || isNamed) continue
      return { text: shown(row, column), total: kind === '小计' || kind === 'subtotal' ? 1 : 2, sums: !isMean }
    }
    return null
  }
  const isRepeatedHeader = (row: number): boolean => {
    let repeated = 0
    for (const column of allColumns) {
      if (isBlank(row, column)) continue
      if (sheet.cell(row, column).kind !== 'text') return false
      // As it stands, and without unit and remarks in brackets, as headings are: 街道（镇）.
      const words = [shown(row, column), headingPart(shown(row, column)).text].map(comparable)
      if (!words.some((word) => word !== '' && headings.get(column)?.includes(word) === true)) return false
      repeated += 1
    }
    return repeated > 1
  }
  const isNumbering = (row: number): boolean => {
    if (row !== recognition.headerRows[1] + 1) return false
    const words = textsOf(row, Infinity)
    return words.length > 2 && words.some((word) => /\d/.test(word)) && words.every((word) => COLUMN_NUMBER.test(word))
  }
  const textsOf = (row: number, most: number): string[] => {
    const texts: string[] = []
    for (let column = 1; column <= sheet.columns && texts.length < most; column++) {
      const word = shown(row, column)
      if (word !== '') texts.push(word)
    }
    return texts
  }
  const summaryOf = (row: number): string => textsOf(row, 3).join(' ')
  let lastNote = 0
  // Where communities are numbered so, a lone one is a community without figures.
  const namesAreNumbered = sheet.rows.some(
    (row) =>
      row > recognition.headerRows[1] &&
      NUMBERED_GROUP.test(shown(row, nameColumn)) &&
      measured.some((column) => sheet.cell(row, column).kind === 'number'),
  )
  /** By its first words; or a lone text that is a sentence, or goes on numbering below another note. */
  const isNote = (row: number, first: string): boolean => {
    if (NOTE.test(first.normalize('NFKC')) || SIGNED.test(shown(row, nameColumn) || first)) return true
    if (textsOf(row, 2).length > 1) return false
    return (
      SENTENCE.test(first) ||
      WORD_FIRST.test(first) ||
      (NUMBERED_GROUP.test(first) && !namesAreNumbered) ||
      (lastNote === row - 1 && NUMBERED_LINE.test(first))
    )
  }
  return (row) => {
    const [first = ''] = textsOf(row, 1)
    const hasFigures = measured.some((column) => isFigure(sheet, row, column))
    // Who has a code is a community, whatever its name.
    const total = codeAt(sheet, row, codeColumn) === '' ? totalOf(row) : null
    if (total !== null) return { kind: 'skipped', ...total }
    const note = (text: string): RowKind => ({ kind: 'skipped', text, total: 0, sums: false })
    if (!hasFigures && (wide.has(row) || isNote(row, first))) {
      lastNote = row
      return note(first)
    }
    if (isRepeatedHeader(row) || isNumbering(row)) return note(summaryOf(row))
    if (isUnknown && hasFigures && isBlank(row, nameColumn) && isNamedBefore(sheet, row, nameColumn))
      return { kind: 'skipped', text: first, total: 1, sums: false }
    if (first !== '' && (groups.has(row) || (row >= otherTable && !isCalledCommunity(row)))) return note(summaryOf(row))
    if (fieldNumbers.some((column) => !isBlank(row, column))) return { kind: 'data' }
    return first === '' ? { kind: 'blank' } : note(summaryOf(row))
  }
}
