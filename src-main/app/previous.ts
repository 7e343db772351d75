import type { Dictionary } from '../contract/indicator.ts'
import type { CommunityFacts } from '../contract/plan.ts'
import { appError } from '../shared/app-error.ts'
import { readSheet } from './read-rows.ts'

/** Last year: one amount for all (fen), or a file: the JSON of an earlier plan, or a sheet with a column of amounts. */
export type Previous = { kind: 'amount'; fen: number } | { kind: 'file'; bytes: Uint8Array; fileName: string }

interface LastYear { code: string; name: string; district: string; subdistrict: string; fen: number | null; class: string | null }

/** Headings under which a table of last year, our own allocation table among them, carries the amount. */
const AMOUNT_HEADINGS = ['本年金额', '本年', '金额', '分配金额', '经费', '服务群众专项经费', 'This year', 'Amount']
const CLASS_HEADINGS = ['类别', '社区类别', '分类', 'Class']

const plain = (heading: string): string => (heading.split('/').at(-1) ?? '').replace(/[（(].*$/, '').trim()

/** @returns the rows of a plan's JSON as `plan --json` prints it, or null when the bytes are no such document */
function fromJson(bytes: Uint8Array): LastYear[] | null {
  try {
    const document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as { communities?: unknown }
    if (!Array.isArray(document.communities)) return null
    return document.communities.map((each: { code: string; name: string; district: string; subdistrict: string; class: string | null; amountFen: number | null }) =>
      ({ code: each.code, name: each.name, district: each.district, subdistrict: each.subdistrict, fen: each.amountFen, class: each.class }))
  } catch {
    return null
  }
}

async function fromSheet(bytes: Uint8Array, fileName: string, dictionary: Dictionary): Promise<LastYear[]> {
  const first = await readSheet(bytes, fileName, dictionary)
  const { columns } = first.recognition
  const named = (field: string, headings: string[]): string | undefined =>
    (columns.find((column) => headings.includes(plain(column.heading))) ?? columns.find((column) => column.field === field))?.column
  const amount = named('previousAmount', AMOUNT_HEADINGS)
  if (amount === undefined) throw appError('import.columnMissing', { columns: AMOUNT_HEADINGS.join('、') }, { file: fileName, sheet: first.recognition.sheet })
  const ownClass = named('previousClass', CLASS_HEADINGS)
  // Only place and ledger columns matter here; everything else in last year's table is left aside.
  const fields = Object.fromEntries(columns.map((column) => [column.column, ['code', 'name', 'district', 'subdistrict'].includes(column.field ?? '') ? column.field : null]))
  fields[amount] = 'previousAmount'
  if (ownClass !== undefined) fields[ownClass] = 'previousClass'
  const { rows } = await readSheet(bytes, fileName, dictionary, { sheet: first.recognition.sheet, headerRows: first.recognition.headerRows, fields })
  const errors = rows.problems.filter((each) => each.level === 'error')
  if (errors.length > 0) throw appError('import.refused', { count: errors.length, file: fileName }, { file: fileName })
  return rows.rows.map((row) => ({ ...row, fen: row.previousFen ?? null, class: row.previousClass ?? null }))
}

/**
 * Reads last year's amounts.
 * @throws import.columnMissing when a sheet has no column of amounts; the errors of reading a sheet
 */
export async function previousOf(previous: Previous, dictionary: Dictionary): Promise<LastYear[] | number> {
  if (previous.kind === 'amount') return previous.fen
  return fromJson(previous.bytes) ?? fromSheet(previous.bytes, previous.fileName, dictionary)
}

/**
 * @returns the facts with last year's amounts; a community that last year's list does not have had none
 * @throws import.noRows when last year's list has none of the communities: it is surely the wrong file
 */
export function withPrevious(facts: CommunityFacts[], previous: LastYear[] | number): CommunityFacts[] {
  if (typeof previous === 'number') return facts.map((each) => ({ ...each, previousFen: previous }))
  const byCode = new Map(previous.filter((each) => each.code !== '').map((each) => [each.code, each]))
  const byPlace = new Map(previous.map((each) => [`${each.district}/${each.subdistrict}/${each.name}`, each]))
  const matched = facts.map((each) => {
    const found = byCode.get(each.code) ?? byPlace.get(`${each.district}/${each.subdistrict}/${each.name}`)
    return { ...each, previousFen: found?.fen ?? null, previousClass: found?.class ?? null }
  })
  if (facts.length > 0 && matched.every((each) => each.previousFen === null)) throw appError('import.noRows')
  return matched
}
