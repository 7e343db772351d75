import {
  CHECK_COUNT_NAMES,
  CHECK_COUNTS,
  REGISTER_COUNT_NAMES,
  REGISTER_COUNTS,
  wholeOf,
  type CheckCount,
  type RegisterCount,
  type RegisterRow,
  type SpotCheck,
} from '../../model/registration.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import type { HandedFile } from '../../contract/operation.ts'
import { readCountFile, type CountColumn } from '../../desk/count-file.ts'
import { countIn } from '../../desk/count-in.ts'
import type { Desk } from '../../desk/desk.ts'
import type { OperationContext } from '../../desk/service.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { deliveredCounts, type ComparedCount, type DeliveredCounts } from '../imports/index.ts'

export type CountName = RegisterCount | CheckCount
/** Rows of a quarter as they are to be kept. */
export interface QuarterRows {
  register: RegisterRow[]
  checks: SpotCheck[]
  /** Each count that was said, beside what is kept. */
  compared: ComparedCount[]
  /** Whatever can't be, each at its place. */
  problems: Problem[]
}
/** How many counts are another than what is kept. */
export const changedIn = ({ compared }: QuarterRows): number => compared.filter((each) => each.before !== each.after).length

const isRegister = (name: CountName): name is RegisterCount => Object.hasOwn(REGISTER_COUNTS, name)
export const labelOfCount = (name: CountName) => (isRegister(name) ? REGISTER_COUNTS[name].label : CHECK_COUNTS[name].label)

const emptyRow = <Name extends string>(key: string, quarter: number, names: readonly Name[]) =>
  ({ key, quarter, ...Object.fromEntries(names.map((each) => [each, null])) }) as { key: string; quarter: number } & Record<Name, null>

/** What can't be in a register: more of a part than of its whole. */
function registerProblems(row: RegisterRow, place: Place): Problem[] {
  return REGISTER_COUNT_NAMES.flatMap((name) => {
    const of = wholeOf(name)
    if (of === undefined || row[name] === null) return []
    const [part, whole] = [row[name], row[of]]
    const said = { part: labelOfCount(name).zh, partEn: labelOfCount(name).en, whole: labelOfCount(of).zh, wholeEn: labelOfCount(of).en }
    if (whole === null) return [problem('registration.wholeMissing', said, place)]
    return part <= whole ? [] : [problem('registration.partAboveWhole', { ...said, value: part, limit: whole }, place)]
  })
}

/** What can't be found by a check: more missed or wrong than people who were found. */
function checkProblems({ found, missed, wrong }: SpotCheck, place: Place): Problem[] {
  if (found === null) return (missed ?? 0) + (wrong ?? 0) > 0 ? [problem('registration.foundMissing', {}, place)] : []
  if (missed !== null && missed > found) return [problem('registration.missedAboveFound', { value: missed, limit: found }, place)]
  const faults = (missed ?? 0) + (wrong ?? 0)
  return faults > found ? [problem('registration.faultsAboveFound', { value: faults, limit: found }, place)] : []
}

/** Counts put into the rows of a quarter, with what can't be of them. */
function intoRows(
  desk: Desk,
  quarter: number,
  counts: readonly { key: string; name: string; field: CountName; value: number | null; place: Place }[],
): QuarterRows {
  const { register: kept, spotChecks } = desk.store.read
  const { year } = desk.year
  const register = new Map(kept.list(year).flatMap((each) => (each.quarter === quarter ? [[each.key, each] as const] : [])))
  const checks = new Map(spotChecks.list(year).flatMap((each) => (each.quarter === quarter ? [[each.key, each] as const] : [])))
  const changed = { register: new Map<string, Place>(), checks: new Map<string, Place>() }
  const compared: QuarterRows['compared'] = []
  for (const { key, name, field, value, place } of counts) {
    const before = isRegister(field) ? register.get(key)?.[field] : checks.get(key)?.[field]
    compared.push({ key, name, label: labelOfCount(field), before: before ?? null, after: value, place })
    if (isRegister(field)) {
      register.set(key, { ...(register.get(key) ?? emptyRow(key, quarter, REGISTER_COUNT_NAMES)), [field]: value })
      changed.register.set(key, place)
    } else {
      checks.set(key, { ...(checks.get(key) ?? emptyRow(key, quarter, CHECK_COUNT_NAMES)), [field]: value })
      changed.checks.set(key, place)
    }
  }
  const problems = [
    ...[...changed.register].flatMap(([key, place]) => registerProblems(register.get(key)!, place)),
    ...[...changed.checks].flatMap(([key, place]) => checkProblems(checks.get(key)!, place)),
  ]
  return {
    register: [...changed.register.keys()].map((key) => register.get(key)!),
    checks: [...changed.checks.keys()].map((key) => checks.get(key)!),
    compared,
    problems,
  }
}

/** Typed or pasted counts of a quarter. @throws plan.communityUnknown, and everything that is no count or can't be, together */
export function typedRows(desk: Desk, quarter: number, cells: readonly { key: string; field: CountName; text: string }[]): QuarterRows {
  const names = new Map(desk.facts.map((each) => [each.key, each.name]))
  const problems: Problem[] = []
  const counts = cells.flatMap(({ key, field, text }) => {
    const name = names.get(key)
    if (name === undefined) throw appError('plan.communityUnknown', { value: key }, { community: key })
    const place: Place = { community: name, key, path: labelOfCount(field).zh }
    const read = countIn(text, place)
    if (typeof read !== 'object' || read === null) return [{ key, name, field, value: read, place }]
    problems.push(read)
    return []
  })
  if (problems.length > 0) throw new AppError(problems)
  const rows = intoRows(desk, quarter, counts)
  if (rows.problems.length > 0) throw new AppError(rows.problems)
  return rows
}

/** The columns of a sheet of a quarter. */
export const REGISTER_COLUMNS: readonly CountColumn[] = [
  ...REGISTER_COUNT_NAMES.map((field) => ({ field, label: REGISTER_COUNTS[field].label, unit: REGISTER_COUNTS[field].unit })),
  ...CHECK_COUNT_NAMES.map((field) => ({ field, label: CHECK_COUNTS[field].label })),
]

/** The counts of a delivered sheet, put into the rows of a quarter; `problems`: all of them. @throws where it can't be read or tells of persons */
export async function deliveredRows(
  desk: Desk,
  quarter: number,
  file: HandedFile,
  context: OperationContext,
): Promise<{ delivered: DeliveredCounts; rows: QuarterRows; problems: Problem[] }> {
  const parts = await readCountFile(desk, file, REGISTER_COLUMNS, context)
  const fields = REGISTER_COLUMNS.map((each) => each.field as CountName)
  const delivered = await deliveredCounts(file.fileName, parts, desk.facts, fields, context)
  const rows = intoRows(
    desk,
    quarter,
    delivered.counts.flatMap(({ key, name, values }) =>
      [...values].map(([field, { value, place }]) => ({ key, name, field: field as CountName, value, place })),
    ),
  )
  return { delivered, rows, problems: [...delivered.problems, ...rows.problems] }
}
