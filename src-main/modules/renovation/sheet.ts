import type { HandedFile } from '../../contract/operation.ts'
import { countsWorkbook } from '../../documents/template/index.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import { communityOf } from '../../model/plan.ts'
import { LotPart, MoneyPart, PERCENT_PARTS, type RenovationSettings } from '../../model/renovation.ts'
import { LOT_PARTS, MONEY_PARTS } from '../../words/renovation.ts'
import { readCountFile, type CountColumn } from '../../desk/count-file.ts'
import type { Desk } from '../../desk/desk.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import type { OperationContext } from '../../desk/service.ts'
import { AppError } from '../../shared/app-error.ts'
import { countPreview, deliveredCounts, type ComparedCount } from '../imports/index.ts'
import type { CountPreview } from '../../model/count-preview.ts'
import type { Problem } from '../../model/problem.ts'
import { renovationSettings } from './book.ts'
import { intoRows, type RenovationRows, type Said } from './entry.ts'

const WHAT = { count: 'count', unitFen: 'money', aidShare: 'share', aidFen: 'money' } as const satisfies Record<LotPart, string>
const YUAN = { zh: '元', en: 'yuan' }

/** A column of the sheet, and what it says. */
export interface RenovationColumn extends CountColumn {
  kind?: string
  part: LotPart | MoneyPart
  what: 'count' | 'money' | 'share'
}

/** The columns of a sheet of courtyards: of each kind, then of the money. */
export function sheetColumns({ kinds }: RenovationSettings): RenovationColumn[] {
  const lots = kinds.flatMap(({ key, name }, at) =>
    LotPart.options.map((part): RenovationColumn => {
      const { zh, en } = LOT_PARTS[part]
      const what = WHAT[part]
      const label = { zh: `${name.zh}${zh}`, en: `${name.en || name.zh}: ${en}` }
      return { field: `kind${at}${part}`, label, kind: key, part, what, ...(what === 'money' ? { unit: YUAN } : {}) }
    }),
  )
  const money = MoneyPart.options.map((part): RenovationColumn => {
    const what = part === 'share' ? 'share' : 'money'
    return { field: part, label: MONEY_PARTS[part], part, what, ...(what === 'money' ? { unit: YUAN } : {}) }
  })
  return [...lots, ...money]
}

/** A number of a sheet as it is kept: fen, hundredths of a percent, or courtyards. */
export const keptValue = (what: RenovationColumn['what'], value: number): number =>
  what === 'money' ? Math.round(value * FEN_PER_YUAN) : what === 'share' ? Math.round(value * PERCENT_PARTS) : value
const writtenValue = (what: RenovationColumn['what'], value: number): number =>
  what === 'money' ? value / FEN_PER_YUAN : what === 'share' ? value / PERCENT_PARTS : value

/** What is entered, as a sheet to be changed and taken back. */
export function renovationSheet(desk: Desk): { title: string; bytes: Promise<Uint8Array> } {
  const { year, synthetic } = desk.year
  const title = `${year}年楼院改造登记表`
  const columns = sheetColumns(renovationSettings(desk, year))
  const lots = new Map(desk.store.read.renovationLots.list(year).map((each) => [`${each.kind} ${each.key}`, each]))
  const money = new Map(desk.store.read.renovationMoney.list(year).map((each) => [each.key, each]))
  const rows = inPlaceOrder(desk.facts, desk.placeOrder).map((each) => ({
    ...communityOf(each),
    counts: Object.fromEntries(
      columns.map(({ field, kind, part, what }) => {
        const row = (kind === undefined ? money.get(each.key) : lots.get(`${kind} ${each.key}`)) as
          Record<string, number | null> | undefined
        const value = row?.[part] ?? null
        return [field, value === null ? null : writtenValue(what, value)]
      }),
    ),
  }))
  return { title, bytes: countsWorkbook(rows, columns, { title, group: '楼院改造', synthetic }) }
}

/** What a delivered sheet says, each at its cell, and what is wrong with it. @throws AppError where it can't be read at all */
async function readSaid(desk: Desk, file: HandedFile, context: OperationContext) {
  const columns = sheetColumns(renovationSettings(desk, desk.year.year))
  const parts = await readCountFile(desk, file, columns, context)
  const fields = columns.map((each) => each.field)
  const delivered = await deliveredCounts(file.fileName, parts, desk.facts, fields, context)
  const byField = new Map(columns.map((each) => [each.field, each]))
  const cells = delivered.counts.flatMap(({ key, name, values }) =>
    [...values].map(([field, { value, place }]) => ({ key, name, column: byField.get(field)!, value, place })),
  )
  const said = cells.map(({ key, column: { kind, part, what }, value, place }): Said => {
    const own = { key, value: keptValue(what, value), place }
    return kind === undefined ? { ...own, part: part as MoneyPart } : { ...own, kind, part: part as LotPart }
  })
  return { delivered, cells, said }
}

/** The rows of a delivered sheet. @throws AppError with everything that is wrong in it, each at its cell */
export async function deliveredRows(desk: Desk, file: HandedFile, context: OperationContext): Promise<RenovationRows> {
  const { delivered, said } = await readSaid(desk, file, context)
  if (delivered.problems.length > 0) throw new AppError(delivered.problems)
  return intoRows(desk, said)
}

/** What a delivered sheet would change, money in 元 and shares in percent as they stand in it, and everything that is wrong. */
export async function sheetPreview(desk: Desk, file: HandedFile, context: OperationContext): Promise<CountPreview> {
  const { delivered, cells, said } = await readSaid(desk, file, context)
  const { year } = desk.year
  const lots = new Map(desk.store.read.renovationLots.list(year).map((each) => [`${each.kind} ${each.key}`, each]))
  const money = new Map(desk.store.read.renovationMoney.list(year).map((each) => [each.key, each]))
  const shown = (what: RenovationColumn['what'], value: number): number =>
    what === 'share' ? (PERCENT * value) / PERCENT_PARTS : writtenValue(what, value)
  const compared = cells.map(({ key, name, column: { label, kind, part, what }, place }, at): ComparedCount => {
    const row = (kind === undefined ? money.get(key) : lots.get(`${kind} ${key}`)) as Record<string, number | null> | undefined
    const before = row?.[part] ?? null
    return { key, name, label, before: before === null ? null : shown(what, before), after: shown(what, said[at]!.value!), place }
  })
  return countPreview(file.fileName, delivered, compared, [...delivered.problems, ...problemsIn(() => intoRows(desk, said))])
}
const PERCENT = 100

/** What work refuses. */
function problemsIn(work: () => unknown): readonly Problem[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof AppError) return error.problems
    throw error
  }
}
