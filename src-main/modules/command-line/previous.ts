import type { Dictionary } from '../../model/indicator.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { PLACE_FIELDS, PREVIOUS_AMOUNT, PREVIOUS_CLASS } from '../../model/field.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { readSheet, type SheetRead } from '../../desk/read-rows.ts'

/** Last year: one amount for all (fen), or a file: the JSON of an earlier plan, or a sheet with a column of amounts. */
export type Previous = { kind: 'amount'; fen: number } | { kind: 'file'; bytes: Uint8Array; fileName: string }

interface LastYear {
  code: string
  name: string
  district: string
  subdistrict: string
  fen: number | null
  class: string | null
}

/** Headings under which a table of last year, our own allocation table among them, carries the amount and the class. */
const AMOUNT_HEADINGS = [
  '本年金额',
  '本年',
  '金额',
  '分配金额',
  '拨付金额',
  '经费',
  '分配经费',
  '年度经费',
  '服务群众专项经费',
  'this year',
  'amount',
]
const CLASS_HEADINGS = ['类别', '社区类别', '分类', 'class']

const plain = (heading: string): string =>
  (heading.split('/').at(-1) ?? '')
    .replace(/[（(].*$/, '')
    .trim()
    .toLowerCase()

/** @returns the rows of a plan's JSON as `plan --json` prints it, or null when the bytes are no such document */
function fromJson(bytes: Uint8Array): LastYear[] | null {
  try {
    const document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as { communities?: unknown }
    if (!Array.isArray(document.communities)) return null
    return document.communities.map(
      (each: { code: string; name: string; district: string; subdistrict: string; class: string | null; amountFen: number | null }) => ({
        code: each.code,
        name: each.name,
        district: each.district,
        subdistrict: each.subdistrict,
        fen: each.amountFen,
        class: each.class,
      }),
    )
  } catch {
    return null
  }
}

interface AmountSheet {
  read: SheetRead
  amount: string
}

/**
 * The sheet that carries last year's amounts. A column named as an amount wins over one that is itself headed 'last year': in last
 * year's own table that would be the year before.
 */
async function sheetWithAmounts(bytes: Uint8Array, fileName: string, dictionary: Dictionary): Promise<AmountSheet> {
  const first = await readSheet(bytes, fileName, dictionary)
  let secondChoice: AmountSheet | undefined
  for (const { name } of first.book.sheets) {
    const read =
      name === first.recognition.sheet ? first : await readSheet(bytes, fileName, dictionary, { sheet: name }).catch(() => undefined)
    const columns = read?.recognition.columns ?? []
    const named = columns.find((column) => AMOUNT_HEADINGS.includes(plain(column.heading)))
    if (named !== undefined) return { read: read!, amount: named.column }
    const ledger = columns.find((column) => column.field === PREVIOUS_AMOUNT)
    if (ledger !== undefined) secondChoice ??= { read: read!, amount: ledger.column }
  }
  if (secondChoice !== undefined) return secondChoice
  throw appError('import.columnMissing', { columns: AMOUNT_HEADINGS.join('、') }, { file: fileName, sheet: first.recognition.sheet })
}

async function fromSheet(bytes: Uint8Array, fileName: string, dictionary: Dictionary): Promise<LastYear[]> {
  const {
    read: {
      recognition: { sheet, headerRows, columns },
    },
    amount,
  } = await sheetWithAmounts(bytes, fileName, dictionary)
  // Only place and ledger columns matter here; everything else in last year's table is left aside.
  const fields = Object.fromEntries(
    columns.map((column) => [column.column, PLACE_FIELDS.find((field) => field === column.field) ?? (null as string | null)]),
  )
  fields[amount] = PREVIOUS_AMOUNT
  const ownClass =
    columns.find((column) => CLASS_HEADINGS.includes(plain(column.heading))) ?? columns.find((column) => column.field === PREVIOUS_CLASS)
  if (ownClass !== undefined) fields[ownClass.column] = PREVIOUS_CLASS
  const { rows } = await readSheet(bytes, fileName, dictionary, { sheet, headerRows, fields })
  const errors = rows.problems.filter((each) => each.level === 'error')
  if (errors.length > 0) throw new AppError(errors)
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
