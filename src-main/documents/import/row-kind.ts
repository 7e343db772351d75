import { columnNumber, type Sheet } from './book.ts'
import { comparable } from './heading-text.ts'
import type { Recognition } from './recognise.ts'

/** What a row below the header is: a community, nothing, or something that is left out. `level` of a total: 小计 is 1, 合计 is 2. */
export type RowKind = { kind: 'data' } | { kind: 'blank' } | { kind: 'skipped'; text: string; total: 0 | 1 | 2 }

const TOTAL = /^(.*?)(小计|合计|总计|共计|累计|subtotal|total|grandtotal)$/
const NOTE = new RegExp([
  '^[(（【]?(注|备注|说明|附注|填表说明|填报说明|备查)\\s*\\d*\\s*[:：.、）)】]',
  '^(填表|填报|制表|制单|审核|审批|复核|校对|负责|单位负责|分管|主管|经办|联系|街道|盖章|统计|数据来源|资料来源|来源)(人|单位|日期|时间|电话|领导|负责人|方式|口径)?(（.*）|\\(.*\\))?\\s*[:：]',
  '^(日期|时间|单位|电话)\\s*[:：]',
  '^(19|20)\\d\\d\\s*年\\s*\\d{1,2}\\s*月(\\s*\\d{1,2}\\s*日)?$',
].join('|'))

/** @returns a test of rows for a recognised sheet; see RowKind. */
export function rowKinds(sheet: Sheet, recognition: Recognition): (row: number) => RowKind {
  const fieldColumns = recognition.columns.filter(({ field }) => field !== null)
  const columnOf = (field: string): number => columnNumber(fieldColumns.find((column) => column.field === field)?.column ?? '')
  const nameColumn = columnOf('name')
  const placeColumns = ['district', 'subdistrict', 'name', 'code'].map(columnOf).filter((column) => column > 0)
  const measured = fieldColumns.filter(({ field }) => !['district', 'subdistrict', 'name', 'code'].includes(field!)).map(({ column }) => columnNumber(column))
  const firstMeasured = Math.min(...measured, sheet.columns + 1)
  const headings = new Map(recognition.columns.map(({ column, heading }) => [columnNumber(column), comparable(heading)]))
  const wide = new Set(sheet.merges.filter((merge) => merge.lastColumn - merge.firstColumn + 1 > Math.max(2, sheet.columns / 2)).map((merge) => merge.firstRow))

  const shown = (row: number, column: number): string => (column > 0 ? sheet.shown(row, column).trim() : '')
  const isBlank = (row: number, column: number): boolean => sheet.cell(row, column).kind === 'blank'

  /** Texts before the first figure, where totals are named: '合 计', '朝阳街道小计'. */
  const totalOf = (row: number): { text: string; level: 1 | 2 } | null => {
    const name = comparable(shown(row, nameColumn))
    for (let column = 1; column < firstMeasured || placeColumns.includes(column); column++) {
      const word = comparable(shown(row, column))
      const [, , kind] = TOTAL.exec(word) ?? []
      const isNamed = column !== nameColumn && name !== '' && !TOTAL.test(name) && !/^\d+个?(社区|村)?$/.test(name)
      if (kind !== undefined && !isNamed) return { text: shown(row, column), level: kind === '小计' || kind === 'subtotal' ? 1 : 2 }
    }
    return null
  }
  const isRepeatedHeader = (row: number): boolean => {
    const filled = fieldColumns.map(({ column }) => columnNumber(column)).filter((column) => !isBlank(row, column))
    const repeated = filled.filter((column) => {
      const word = comparable(shown(row, column))
      return word !== '' && headings.get(column)?.includes(word) === true
    })
    return filled.length > 1 && repeated.length === filled.length
  }
  const isNumbering = (row: number): boolean => {
    if (row !== recognition.headerRows[1] + 1) return false
    const words = Array.from({ length: sheet.columns }, (_, index) => shown(row, index + 1)).filter((word) => word !== '')
    return words.length > 2 && words.every((word) => /^[(（]?([甲乙丙丁戊己庚辛]|\d{1,2}|[A-Z]|栏次|=.*|\d+[=+].*)[)）]?$/.test(word))
      && words.filter((word) => /\d/.test(word)).length >= words.length / 2
  }
  return (row) => {
    const text = Array.from({ length: sheet.columns }, (_, index) => shown(row, index + 1)).filter((word) => word !== '').slice(0, 3).join(' ')
    const first = Array.from({ length: Math.min(sheet.columns, 50) }, (_, index) => shown(row, index + 1)).find((word) => word !== '') ?? ''
    const hasFigures = measured.some((column) => sheet.cell(row, column).kind === 'number')
    const total = totalOf(row)
    if (total !== null) return { kind: 'skipped', text: total.text, total: total.level }
    if (wide.has(row) && !hasFigures) return { kind: 'skipped', text: first, total: 0 }
    if (!hasFigures && NOTE.test(first.normalize('NFKC').replaceAll(/^\s+/g, ''))) return { kind: 'skipped', text: first, total: 0 }
    if (isRepeatedHeader(row) || isNumbering(row)) return { kind: 'skipped', text, total: 0 }
    if (fieldColumns.every(({ column }) => isBlank(row, columnNumber(column)))) return text === '' ? { kind: 'blank' } : { kind: 'skipped', text, total: 0 }
    return { kind: 'data' }
  }
}
