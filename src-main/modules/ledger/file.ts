import { withoutDust } from '../../model/number.ts'
import { randomUUID } from 'node:crypto'
import { LEDGER_AMOUNTS, AMOUNT_FIELDS, type LedgerChange, type LedgerField, type LedgerRow } from '../../model/ledger.ts'
import type { Dictionary } from '../../model/indicator.ts'
import { isLastYearField } from '../../model/field.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import { problem, type Problem } from '../../model/problem.ts'
import type { HandedFile } from '../../contract/operation.ts'
import type { ImportMapping } from '../../model/import.ts'
import { readInWorker, ledgerColumnProblems, ledgerDictionary } from '../../documents/import/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { PlanStore } from '../../store/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { doubtsOf, ledgerOfYear, LEDGER_FIELD, nothingEntered } from './book.ts'
import type { OperationContext } from '../../desk/service.ts'
import { deliveriesOf, partOf, placeOf, type DeliveredRow, type Delivery, type Part } from '../imports/index.ts'
import { inPortions } from '../../shared/turns.ts'

/** A file of amounts that was read and compared with the ledger of a year, waiting to be applied; it holds for one plan and one revision. */
export interface PreparedLedger {
  id: string
  file: string
  handed: HandedFile
  year: number
  store: PlanStore
  revision: number
  dictionary: Dictionary
  sheets: string[]
  parts: Part[]
  changes: LedgerChange[]
  /** Communities of which the file says just what the ledger has. */
  unchanged: number
  problems: Problem[]
}

/** What a sheet says without asking the plan is refused there; here the community is one of the plan, so its name alone may be enough. */
const NOT_ASKED_FOR: readonly string[] = ['import.noPlaceColumn', 'import.placeMissing']
/** Last year's columns are read like any others, but are no part of a ledger. */
const isAskedFor = ({ code, place }: Problem): boolean => !NOT_ASKED_FOR.includes(code) && !isLastYearField(place.indicator)
/** Shares of the work, in thousandths: reading, then comparing. */
const WHOLE = 1000
const READING = 800

/**
 * Reads a file of amounts and compares it with the ledger. All its sheets with a table of communities are read.
 * @throws AppError file.* where it can't be read or is not kept, plan.yearUnknown, task.cancelled; everything else is a problem at its
 *   row and column
 */
export async function prepareLedger(
  desk: Desk,
  file: HandedFile & { mappings: readonly ImportMapping[] },
  year: number,
  { signal, progress }: OperationContext,
): Promise<PreparedLedger> {
  const { store } = desk
  const { revision } = store
  const facts = desk.factsOf(desk.yearOf(year).year)
  const dictionary = ledgerDictionary(year)
  const { fileName, mappings } = file
  const given = [{ fileName, mappings, content: desk.files.contentOf(file) }]
  const told = (done: number, name: string): void => progress(Math.floor(READING * done), WHOLE, name)
  const [outcome] = await desk.inThread(signal, (until) =>
    readInWorker(given, dictionary, [], { signal: until, progress: told, log: (text) => desk.options.logger.error(text) }),
  )
  if (outcome === undefined || 'problems' in outcome) throw new AppError(outcome?.problems ?? [])
  const parts = outcome.read.parts.map((part) => partOf(file.fileName, part))
  const follow = (done: number, total: number): void =>
    progress(READING + Math.floor(((WHOLE - READING) * done) / Math.max(1, total)), WHOLE, file.fileName)
  const { all, problems } = await deliveriesOf(parts, facts, { signal, progress: follow }, { adds: false })
  const own = parts.flatMap(({ read }) => [
    ...[...read.recognition.problems, ...read.problems].filter(isAskedFor),
    ...ledgerColumnProblems(read.recognition.columns, year, { file: file.fileName, sheet: read.recognition.sheet }),
  ])
  const rows = new Map(ledgerOfYear(desk, year).rows.map((each) => [each.key, each]))
  const compared = all.map((delivery) => compare(delivery, rows.get(delivery.key)))
  const changes = compared.flatMap((each) => each.changes)
  return {
    id: randomUUID(),
    file: fileName,
    handed: file,
    year,
    store,
    revision,
    dictionary,
    sheets: outcome.read.sheets,
    parts,
    changes,
    unchanged: compared.filter((each) => each.changes.length === 0 && each.problems.length === 0).length,
    problems: [...own, ...problems, ...compared.flatMap((each) => each.problems), ...doubtsAfter(changes, rows)],
  }
}

interface Compared {
  changes: LedgerChange[]
  problems: Problem[]
}

/** What a file says of one community against what the ledger has. An empty cell says nothing. */
function compare({ key, rows }: Delivery, present: LedgerRow | undefined): Compared {
  if (present === undefined)
    return {
      changes: [],
      problems: rows.map((delivered) => problem('import.communityUnknown', { name: delivered.row.name }, placeOf(delivered))),
    }
  const found: Compared = { changes: [], problems: [] }
  for (const field of AMOUNT_FIELDS) {
    const amounts = rows.flatMap((delivered) => {
      const value = delivered.row.values[field]
      if (typeof value !== 'number') return []
      const fen = withoutDust(value * FEN_PER_YUAN)
      if (Number.isSafeInteger(fen)) return [{ delivered, fen }]
      found.problems.push(problem('import.amountExpected', { value }, placeOf(delivered, field)))
      return []
    })
    const [first] = amounts
    if (first === undefined) continue
    const other = amounts.find((each) => each.fen !== first.fen)
    const before = present[LEDGER_FIELD[field]]
    if (other !== undefined) found.problems.push(contradiction(field, first, other))
    else if (before !== first.fen) {
      const { row, part } = first.delivered
      found.changes.push({
        sheet: part.read.recognition.sheet,
        row: row.row,
        key,
        name: present.name,
        field,
        beforeFen: before,
        afterFen: first.fen,
      })
    }
  }
  return found
}

interface Amount {
  delivered: DeliveredRow
  fen: number
}

/** Two sheets of the file give the same amount differently. */
function contradiction(field: LedgerField, one: Amount, other: Amount): Problem {
  const { zh, en } = LEDGER_AMOUNTS[field]
  const { sheet } = other.delivered.part.read.recognition
  const params = { heading: zh, headingEn: en, value: one.fen / FEN_PER_YUAN, file: sheet, otherValue: other.fen / FEN_PER_YUAN }
  return problem('import.conflict', params, placeOf(one.delivered, field))
}

/** What would not add up once the changes are made. */
function doubtsAfter(changes: readonly LedgerChange[], rows: ReadonlyMap<string, LedgerRow>): Problem[] {
  const after = new Map<string, LedgerRow>()
  for (const { key, field, afterFen } of changes) after.set(key, { ...(after.get(key) ?? rows.get(key)!), [LEDGER_FIELD[field]]: afterFen })
  return doubtsOf([...after.values()])
}

export const ledgerErrors = ({ problems }: PreparedLedger): number => problems.filter(({ level }) => level === 'error').length

/**
 * Enters the amounts of a prepared file as one step: all of them or none.
 * @returns how many amounts were changed
 * @throws AppError import.stale, import.refused, task.cancelled
 */
export async function applyLedger(desk: Desk, prepared: PreparedLedger, { signal, progress }: OperationContext): Promise<number> {
  const { file, year, changes } = prepared
  if (prepared.store !== desk.store || prepared.revision !== desk.store.revision) throw appError('import.stale')
  const errors = ledgerErrors(prepared)
  if (errors > 0) throw appError('import.refused', { count: errors, file })
  const entries = new Map(desk.store.read.ledger.list(year).map((each) => [each.key, each]))
  for (const { key, field, afterFen } of changes)
    entries.set(key, { ...(entries.get(key) ?? nothingEntered(key)), [LEDGER_FIELD[field]]: afterFen })
  const changed = [...new Set(changes.map(({ key }) => key))].map((key) => entries.get(key)!)
  await desk.store.longCommand(
    'ledger.apply',
    { key: 'ledgerApply', params: { year, file, count: changes.length } },
    async (plan) => {
      // Another command may have been waiting before this one.
      if (plan.history.revision() !== prepared.revision) throw appError('import.stale')
      await inPortions(changed, (portion) => plan.ledger.save(year, portion), {
        signal,
        progress: (done, total) => progress(done, total, file),
      })
    },
    signal,
  )
  return changes.length
}
