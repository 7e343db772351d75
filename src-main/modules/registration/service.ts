import { inPlaceOrder } from '../../model/place-order.ts'
import { communityOf } from '../../model/plan.ts'
import { countsWorkbook } from '../../documents/template/index.ts'
import { resolvedYear } from '../../desk/catalogue.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import type { Service } from '../../desk/service.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { AppError } from '../../shared/app-error.ts'
import { countPreview } from '../imports/index.ts'
import { namedRows, registrationAccount, smallestSample } from './account.ts'
import { changedIn, deliveredRows, REGISTER_COLUMNS, typedRows, type CountName, type QuarterRows } from './counts.ts'

type QuarterRow = OutputOf<'registration.get'>['rows'][number]

/** The last quarter of which anything is entered; the first where nothing is. */
function lastQuarter(desk: Desk): number {
  const { register, spotChecks } = desk.store.read
  const { year } = desk.year
  return Math.max(1, ...[...register.list(year), ...spotChecks.list(year)].map((each) => each.quarter))
}

function quarterOf(desk: Desk, quarter: number): QuarterRow[] {
  const { year } = desk.year
  const resolved = resolvedYear(desk, year)
  const { columns, run } = resolved
  const { register, spotChecks } = desk.store.read
  const own = <Row extends { key: string; quarter: number }>(rows: readonly Row[]): Map<string, Row> =>
    new Map(rows.filter((each) => each.quarter === quarter).map((each) => [each.key, each]))
  const [registers, checks, named] = [own(register.list(year)), own(spotChecks.list(year)), namedRows(resolved)]
  const rows = columns.facts.map((facts, row): QuarterRow => ({
    ...communityOf(facts),
    class: run.classes[row]!,
    named: named[row]!,
    register: registers.get(facts.key) ?? null,
    check: checks.get(facts.key) ?? null,
  }))
  return [...inPlaceOrder(rows, desk.placeOrder)]
}

async function save(desk: Desk, operation: string, summary: Parameters<Desk['store']['command']>[1], rows: QuarterRows): Promise<void> {
  const { year } = desk.year
  await desk.store.command(operation, summary, (plan) => {
    plan.register.save(year, rows.register)
    plan.spotChecks.save(year, rows.checks)
  })
}

export const registration = (desk: Desk) =>
  ({
    'registration.get': ({ quarter = lastQuarter(desk) }) => ({ year: desk.year.year, quarter, rows: quarterOf(desk, quarter) }),
    'registration.account': () => {
      const { year } = desk.year
      return desk.derived(`registration account ${year}`, () => {
        const { register, spotChecks } = desk.store.read
        const counted = { register: register.list(year), checks: spotChecks.list(year) }
        return { year, ...registrationAccount(resolvedYear(desk, year), counted, (lines) => inPlaceOrder(lines, desk.placeOrder)) }
      })
    },
    'registration.sample': (wanted) => smallestSample(wanted),
    'registration.enter': async ({ quarter, cells }) => {
      const rows = typedRows(desk, quarter, cells)
      const count = changedIn(rows)
      if (count > 0) await save(desk, 'registration.enter', { key: 'registrationEnter', params: { quarter, count } }, rows)
      return { entered: count }
    },
    'registration.template': async ({ quarter }) => {
      const { year, synthetic } = desk.year
      const title = `${year}年第${quarter}季度以房管人登记抽查表`
      const rows = quarterOf(desk, quarter)
        .filter((each) => each.named || each.register !== null || each.check !== null)
        .map((each) => ({
          ...communityOf(each),
          counts: Object.fromEntries(
            REGISTER_COLUMNS.map(({ field }) => [
              field,
              ({ ...each.check, ...each.register } as Partial<Record<CountName, number | null>>)[field as CountName] ?? null,
            ]),
          ),
        }))
      return fileAnswer(title, 'xlsx', await countsWorkbook(rows, REGISTER_COLUMNS, { title, group: '台账和抽查', synthetic }))
    },
    'registration.preview': async ({ quarter, ...file }, context) => {
      const { delivered, rows, problems } = await deliveredRows(desk, quarter, file, context)
      return countPreview(file.fileName, delivered, rows.compared, problems)
    },
    'registration.import': async ({ quarter, ...file }, context) => {
      const { rows, problems } = await deliveredRows(desk, quarter, file, context)
      if (problems.length > 0) throw new AppError(problems)
      const entered = changedIn(rows)
      const params = { file: file.fileName, quarter, count: entered }
      if (entered > 0) await save(desk, 'registration.import', { key: 'registrationImport', params }, rows)
      desk.files.free([file])
      return { entered, unchanged: rows.compared.length - entered }
    },
  }) satisfies Partial<Service>
