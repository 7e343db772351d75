import { LEDGER_AMOUNTS, type LedgerEdit, type LedgerPreview } from '../../model/ledger.ts'
import { MOST_LISTED } from '../../model/import-desk.ts'
import type { Summary } from '../../words/summaries.ts'
import { ProblemList } from '../../documents/import/index.ts'
import { ledgerWorkbook } from '../../documents/template/index.ts'
import { appError } from '../../shared/app-error.ts'
import type { LedgerEntry } from '../../store/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { differences } from '../projects/index.ts'
import { answerOfPart, blankPlacesFirst } from '../imports/index.ts'
import { applyLedger, ledgerErrors, prepareLedger, type PreparedLedger } from './file.ts'
import { doubtsOf, ledgerOfYear, LEDGER_FIELD, nothingEntered } from './book.ts'
import type { Service } from '../../desk/service.ts'
import { fileAnswer } from '../../desk/file-answer.ts'

function summaryOf(year: number, edits: readonly LedgerEdit[], names: ReadonlyMap<string, string>): Summary {
  const [{ key, field, fen }] = edits as [LedgerEdit]
  const { zh, en } = LEDGER_AMOUNTS[field]
  const params = { year, field: zh, fieldEn: en }
  if (edits.length > 1) return { key: 'ledgerUpdateMany', params: { ...params, count: edits.length } }
  const named = { ...params, community: names.get(key)! }
  return fen === null ? { key: 'ledgerClear', params: named } : { key: 'ledgerUpdate', params: { ...named, amountFen: fen } }
}

function previewOf(prepared: PreparedLedger): LedgerPreview {
  const { id, file, year, dictionary, sheets, parts, changes, unchanged } = prepared
  const listed = new ProblemList()
  for (const each of prepared.problems) listed.add(each)
  return {
    id,
    file,
    year,
    dictionary,
    sheets,
    parts: parts.map(answerOfPart),
    unchanged,
    changed: changes.slice(0, MOST_LISTED),
    problems: listed.all({ file }),
    errors: ledgerErrors(prepared),
    counts: {
      rows: parts.reduce((sum, { read }) => sum + read.rows.length, 0),
      skipped: parts.reduce((sum, { read }) => sum + read.skipped.length, 0),
      changed: changes.length,
    },
  }
}

/** The file of amounts that was previewed last. */
const previewedIn = (desk: Desk): { file: PreparedLedger | null } => desk.kept('ledger', () => ({ file: null }))

export const ledger = (desk: Desk) =>
  ({
    'ledger.list': ({ year = desk.year.year }) => {
      const ledger = ledgerOfYear(desk, year)
      return { ...ledger, problems: [...ledger.problems, ...differences(desk, year)] }
    },
    'ledger.update': async ({ year = desk.year.year, edits }) => {
      const names = new Map(desk.factsOf(desk.yearOf(year).year).map((each) => [each.key, each.name]))
      const entries = new Map<string, LedgerEntry>(desk.store.read.ledger.list(year).map((each) => [each.key, each]))
      for (const { key, field, fen } of edits) {
        if (!names.has(key)) throw appError('plan.communityUnknown', { value: key }, { community: key })
        entries.set(key, { ...(entries.get(key) ?? nothingEntered(key)), [LEDGER_FIELD[field]]: fen })
      }
      const changed = new Set(edits.map((each) => each.key))
      await desk.store.command('ledger.update', summaryOf(year, edits, names), (plan) =>
        plan.ledger.save(
          year,
          [...entries.values()].filter((each) => changed.has(each.key)),
        ),
      )
      return { problems: doubtsOf(ledgerOfYear(desk, year).rows.filter((row) => changed.has(row.key))) }
    },
    'ledger.preview': async ({ year = desk.year.year, ...file }, context) => {
      const prepared = await prepareLedger(desk, file, year, context)
      previewedIn(desk).file = prepared
      return previewOf(prepared)
    },
    'ledger.apply': async ({ id }, context) => {
      const prepared = previewedIn(desk).file
      if (prepared?.id !== id) throw appError('import.stale')
      const changed = await desk.whileImporting(prepared.file, () => applyLedger(desk, prepared, context))
      previewedIn(desk).file = null
      desk.files.free([prepared.handed])
      return { changed }
    },
    'ledger.export': async ({ year = desk.year.year }) => {
      const { rows } = ledgerOfYear(desk, year)
      const title = `${year}年服务群众专项经费使用台账`
      const bytes = await ledgerWorkbook(blankPlacesFirst(rows), { title, year, synthetic: desk.yearOf(year).synthetic })
      return fileAnswer(title, 'xlsx', bytes)
    },
  }) satisfies Partial<Service>
