import { fieldValue, isPlaceField, nothingKnown, PREVIOUS_AMOUNT, PREVIOUS_CLASS, withFieldValue } from '../../model/field.ts'
import type { DeskAdded, DeskChange, ImportConflict } from '../../model/import-desk.ts'
import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import { plainClass } from '../../model/value.ts'
import { checkRelations } from '../../engine/indicators/index.ts'
import type { Decide } from './decisions.ts'
import { placeOf, type DeliveredRow, type Delivery } from './deliveries.ts'
import { asDelivered } from './finder.ts'

/** A cell as one sheet gives it. Amounts are fen. */
export interface Source extends DeliveredRow {
  value: IndicatorValue
}

/** What all deliveries together come to. Cells in conflict stay as they are in the plan until it is decided which is taken. */
export interface Settled {
  added: DeskAdded[]
  changed: DeskChange[]
  unchanged: number
  conflicts: ImportConflict[]
  /** The added and the changed communities as they would be, and how many of them are changed ones. */
  facts: CommunityFacts[]
  changedCommunities: number
  /** Relations between indicators that are broken only together with the plan or with another sheet. */
  problems: Problem[]
}

export const nothingSettled = (): Settled => ({
  added: [],
  changed: [],
  unchanged: 0,
  conflicts: [],
  facts: [],
  changedCommunities: 0,
  problems: [],
})

/** A spreadsheet holds 15 digits of a number (Excel specifications and limits): what differs behind them came through one unchanged. */
const DUST = 1.5e-14
/** What a sheet may say anew of a community it names; its code says which one it is. */
const PLACE = ['name', 'district', 'subdistrict'] as const

/** Whether two values of a field are the same as far as a sheet can tell. */
function isSame(field: string, one: IndicatorValue, other: IndicatorValue): boolean {
  if (one === other) return true
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= DUST * Math.abs(one)
  if (typeof one !== 'string' || typeof other !== 'string') return false
  if (isPlaceField(field)) return asDelivered(one) === asDelivered(other)
  return field === PREVIOUS_CLASS && plainClass(one) === plainClass(other)
}

/** What is delivered of each field, by whom. An empty cell says that nothing was delivered. */
function sourcesOf({ before, rows }: Delivery): Map<string, Source[]> {
  const sources = new Map<string, Source[]>()
  const add = (field: string, delivered: DeliveredRow, value: IndicatorValue | undefined): void => {
    if (value === null || value === undefined) return
    const known = sources.get(field)
    if (known === undefined) sources.set(field, [{ ...delivered, value }])
    else known.push({ ...delivered, value })
  }
  for (const delivered of rows) {
    const { row } = delivered
    // Only a row that is matched by its code may rename a community or move it; a name that merely looks alike may not.
    const mayName = before === null ? delivered === rows[0] || row.code !== '' : row.code !== '' && row.code === before.code
    // What the plan does not have takes nothing away.
    for (const field of PLACE) if (mayName || before?.[field] === '') add(field, delivered, row[field] || null)
    for (const field of Object.keys(row.values)) add(field, delivered, row.values[field])
    add(PREVIOUS_AMOUNT, delivered, row.previousFen)
    add(PREVIOUS_CLASS, delivered, row.previousClass)
  }
  return sources
}

const sheetOf = ({ part }: DeliveredRow): { file: string; sheet: string } => ({ file: part.file, sheet: part.read.recognition.sheet })

/** Settles one community, and adds what comes of it. @param indicators those that are asked for */
export function settle(delivery: Delivery, indicators: Indicator[], decide: Decide, settled: Settled): void {
  const { key, before, rows } = delivery
  const first = rows[0]!
  const { code, name, district, subdistrict } = first.row
  let after: CommunityFacts = before ?? { key, code, name, district, subdistrict, ...nothingKnown() }
  const taken = new Map<string, Source>()
  for (const [field, sources] of sourcesOf(delivery)) {
    const old = before === null ? null : fieldValue(before, field)
    const isConflict = sources.some(({ value }) => !isSame(field, value, sources[0]!.value))
    const source = isConflict ? decide(key, field, sources) : sources[0]!
    if (source === null) settled.conflicts.push(conflictOf(delivery, field, old, sources))
    else {
      taken.set(field, source)
      if (!isSame(field, old, source.value)) after = withFieldValue(after, field, source.value)
    }
  }
  settled.problems.push(...relationProblems(after, indicators, taken))
  if (before === null) {
    settled.facts.push(after)
    settled.added.push({
      row: first.row.row,
      key,
      name: after.name,
      district: after.district,
      subdistrict: after.subdistrict,
      ...sheetOf(first),
    })
    return
  }
  const changes = [...taken].flatMap(([field, source]): DeskChange[] => {
    const [old, fresh] = [fieldValue(before, field), fieldValue(after, field)]
    return old === fresh ? [] : [{ row: source.row.row, key, name: after.name, field, before: old, after: fresh, ...sheetOf(source) }]
  })
  if (changes.length === 0) {
    settled.unchanged += 1
    return
  }
  settled.facts.push(after)
  settled.changedCommunities += 1
  settled.changed.push(...changes)
}

const conflictOf = ({ key, before, rows }: Delivery, field: string, old: IndicatorValue, sources: readonly Source[]): ImportConflict => ({
  key,
  name: before?.name ?? rows[0]!.row.name,
  field,
  before: old,
  sources: sources.map((source) => ({
    ...sheetOf(source),
    row: source.row.row,
    column: source.part.columns.get(field) ?? '',
    value: source.value,
  })),
})

/** Two figures of one row are compared when the row is read, where both headings are at hand; here those that only meet now. */
function relationProblems(after: CommunityFacts, indicators: Indicator[], taken: ReadonlyMap<string, Source>): Problem[] {
  return checkRelations(after.values, indicators, (indicator, other) => {
    const own = taken.get(indicator.key)
    const limit = taken.get(other)
    if (own !== undefined && own.row === limit?.row) return null
    if (own !== undefined) return { ...placeOf(own, indicator.key), indicator: indicator.key }
    return limit === undefined ? null : { ...placeOf(limit, other), indicator: other }
  })
}
