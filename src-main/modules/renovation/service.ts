import { DELIVERED_RENOVATION } from '../../model/renovation.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import { communityOf } from '../../model/plan.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { renovationWorkbook } from '../../documents/renovation/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import { refusePersonal } from '../../desk/personal.ts'
import type { Service } from '../../desk/service.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Summary } from '../../words/summaries.ts'
import { renovationAccount } from './account.ts'
import { paidNow, renovationBasisOf, renovationSettings } from './book.ts'
import { renovationGoal, renovationOf } from './detail.ts'
import { refuseWrongSettings, typedRows, type RenovationRows } from './entry.ts'
import { deliveredRows, renovationSheet, sheetPreview } from './sheet.ts'

const isDelivered = (desk: Desk): boolean => canonicalJson(renovationSettings(desk, desk.year.year)) === canonicalJson(DELIVERED_RENOVATION)

const accountNow = (desk: Desk): OutputOf<'renovation.account'> => {
  const { year } = desk.year
  return desk.derived(`renovation account ${year}`, () => ({
    year,
    delivered: isDelivered(desk),
    ...renovationAccount(renovationBasisOf(desk, year), paidNow(desk), (lines) => inPlaceOrder(lines, desk.placeOrder)),
  }))
}

function enteredNow(desk: Desk): OutputOf<'renovation.get'> {
  const { year } = desk.year
  const { facts: all, classes } = paidNow(desk)
  const lots = Map.groupBy(desk.store.read.renovationLots.list(year), ({ key }) => key)
  const money = new Map(desk.store.read.renovationMoney.list(year).map((each) => [each.key, each]))
  const rows = all.map((facts, row) => ({
    ...communityOf(facts),
    class: classes[row]!,
    lots: lots.get(facts.key) ?? [],
    money: money.get(facts.key) ?? null,
  }))
  return {
    year,
    settings: renovationSettings(desk, year),
    delivered: isDelivered(desk),
    communities: [...inPlaceOrder(rows, desk.placeOrder)],
  }
}

async function save(desk: Desk, operation: string, summary: Summary, { lots, money }: RenovationRows): Promise<void> {
  const { year } = desk.year
  await desk.store.command(operation, summary, (plan) => {
    plan.renovationLots.save(year, lots)
    plan.renovationMoney.save(year, money)
  })
}

/** Those that differ from what is kept. */
function changedRows(desk: Desk, { lots, money }: RenovationRows): RenovationRows {
  const { renovationLots, renovationMoney } = desk.store.read
  const { year } = desk.year
  const kept = new Set([...renovationLots.list(year), ...renovationMoney.list(year)].map((each) => canonicalJson(each)))
  return { lots: lots.filter((each) => !kept.has(canonicalJson(each))), money: money.filter((each) => !kept.has(canonicalJson(each))) }
}

export const renovation = (desk: Desk) =>
  ({
    'renovation.get': () => enteredNow(desk),
    'renovation.account': () => accountNow(desk),
    'renovation.of': ({ key, by }) => renovationOf(desk, key, by),
    'renovation.goal': ({ by }) => {
      const { communities, ...rest } = renovationGoal(renovationBasisOf(desk, desk.year.year), paidNow(desk), by)
      return { ...rest, communities: [...inPlaceOrder(communities, desk.placeOrder)] }
    },
    'renovation.settings': async (settings) => {
      refusePersonal(Object.fromEntries(settings.kinds.map(({ key, name }) => [key, `${name.zh} ${name.en}`])))
      refuseWrongSettings(desk, settings)
      const params = { count: settings.kinds.length }
      await desk.store.command('renovation.settings', { key: 'renovationSettings', params }, (plan) =>
        plan.renovationPlans.save(desk.year.year, settings),
      )
      return {}
    },
    'renovation.enter': async ({ cells }) => {
      const rows = typedRows(desk, cells)
      await save(desk, 'renovation.enter', { key: 'renovationEnter', params: { count: cells.length } }, rows)
      return { entered: cells.length }
    },
    'renovation.template': async () => {
      const { title, bytes } = renovationSheet(desk)
      return fileAnswer(title, 'xlsx', await bytes)
    },
    'renovation.preview': (file, context) => sheetPreview(desk, file, context),
    'renovation.import': async (file, context) => {
      const rows = await deliveredRows(desk, file, context)
      const changed = changedRows(desk, rows)
      const entered = changed.lots.length + changed.money.length
      const params = { file: file.fileName, count: entered }
      if (entered > 0) await save(desk, 'renovation.import', { key: 'renovationImport', params }, changed)
      desk.files.free([file])
      return { entered, unchanged: rows.lots.length + rows.money.length - entered }
    },
    'renovation.export': async ({ language }) => {
      const { year, synthetic } = desk.year
      const account = accountNow(desk)
      const bytes = await renovationWorkbook({ ...account, language, synthetic })
      return fileAnswer(language === 'en' ? `Renovation of courtyards ${year}` : `${year}年楼院改造计划`, 'xlsx', bytes)
    },
  }) satisfies Partial<Service>
