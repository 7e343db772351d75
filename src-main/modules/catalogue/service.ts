import type { CatalogueItem } from '../../model/catalogue.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import { communityOf } from '../../model/plan.ts'
import { textIn } from '../../model/text.ts'
import { workPlanInWords } from '../../words/papers.ts'
import { catalogueWorkbook, planSheet, readCatalogueSheet } from '../../documents/catalogue/index.ts'
import { CONSENT, NO, YES } from '../../engine/catalogue/index.ts'
import { catalogueOf, resolvedYear } from '../../desk/catalogue.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import type { Service } from '../../desk/service.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { checkItem, readCatalogue, referenceCatalogue } from '../../policy/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { bytesOf } from '../../shared/file-content.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { namesIn } from '../../words/summaries.ts'
import { burdenAccount, servicesAccount, workPlan } from './accounts.ts'
import { admissionOf, tasksOfDepartment } from './admission.ts'
import { enteredFigures } from './figures.ts'
import { resolvedLists } from './lists.ts'
import { checksOf, editedItems, freeId, itemOf, itemsOfRows, newItem, problemsOfItems, sourceOf } from './items.ts'

const itemsNow = (desk: Desk): readonly CatalogueItem[] => catalogueOf(desk, desk.year.year).items
const titlesOf = (items: readonly CatalogueItem[]) =>
  namesIn(
    'names',
    items.map((each) => each.title.zh),
  )

function get(desk: Desk): OutputOf<'catalogue.get'> {
  const { items, exceptions } = catalogueOf(desk, desk.year.year)
  const { compiled } = resolvedYear(desk, desk.year.year)
  const counts: OutputOf<'catalogue.get'>['counts'] = {}
  compiled.items.forEach((item, position) => {
    const count = { yes: 0, consent: 0, no: 0, unknown: 0 }
    for (const code of compiled.verdicts(position))
      count[code === YES ? 'yes' : code === CONSENT ? 'consent' : code === NO ? 'no' : 'unknown'] += 1
    counts[item.id] = count
  })
  const checks = checksOf(desk)
  return {
    items: [...items],
    exceptions: [...exceptions],
    classes: [...checks.classes],
    counts,
    problems: items.filter((each) => each.withdrawn !== true).flatMap((each) => checkItem(each, checks, { path: each.title.zh })),
  }
}

/** What rests on an item, in words; null: nothing. */
function useOf(desk: Desk, id: string): { where: string; whereEn: string } | null {
  const { adopted, catalogueExceptions, measureCounts, serviceOffers, catalogue: all } = desk.store.read
  const year = adopted
    .list()
    .map((each) => each.year)
    .find((each) => all.items(each).some((item) => item.id === id))
  if (year !== undefined) return { where: `${year}年定稿的方案`, whereEn: `the adopted plan of ${year}` }
  const now = desk.year.year
  if (catalogueExceptions.list(now).some((each) => each.item === id)) return { where: '个别决定', whereEn: 'decisions by hand' }
  if (measureCounts.list(now).some((each) => each.item === id)) return { where: '措施进度', whereEn: 'counts of measures' }
  if (serviceOffers.list(now).some((each) => each.item === id)) return { where: '代办服务', whereEn: 'services by proxy' }
  const isCounted = desk.store.read.targetCounts.list(now).some((each) => each.item === id)
  return isCounted ? { where: '目标现有数', whereEn: 'counts of targets' } : null
}

async function saved(desk: Desk, file: string, items: readonly CatalogueItem[]) {
  const present = new Map(itemsNow(desk).map((each) => [each.id, canonicalJson(each)]))
  const changed = items.filter((each) => present.get(each.id) !== canonicalJson(each))
  const added = changed.filter((each) => !present.has(each.id)).length
  const checks = checksOf(desk)
  const problems = changed.flatMap((each) => checkItem(each, checks, { path: each.title.zh }))
  if (changed.length > 0)
    await desk.store.command(
      'catalogue.import',
      { key: 'catalogueImport', params: { file, added, changed: changed.length - added } },
      (plan) => plan.catalogue.save(desk.year.year, changed),
    )
  return { added, changed: changed.length - added, unchanged: items.length - changed.length, problems }
}

/** The items of a delivered sheet or file, whichever its bytes are. */
async function itemsIn(desk: Desk, bytes: Uint8Array, fileName: string): Promise<CatalogueItem[]> {
  const isFile = bytes.find((byte) => byte > 0x20 && byte < 0x80) === '{'.charCodeAt(0)
  if (!isFile) return itemsOfRows(desk, fileName, await readCatalogueSheet(bytes, fileName, sourceOf(desk)))
  const items = readCatalogue(bytes)
  const problems = problemsOfItems(desk, items, (position) => ({ file: fileName, path: `/items/${position}` }))
  if (problems.some((each) => each.level === 'error')) throw new AppError(problems)
  return items
}

/** @throws plan.communityUnknown */
const nameOf = (desk: Desk, key: string): string => {
  const found = desk.facts.find((each) => each.key === key)
  if (found === undefined) throw appError('plan.communityUnknown', { value: key }, { community: key })
  return found.name
}

export const catalogue = (desk: Desk) =>
  ({
    'catalogue.get': () => desk.derived('catalogue now', () => get(desk)),
    'catalogue.of': ({ key, kind }) => {
      const { year } = desk.year
      const { columns, run, compiled } = resolvedYear(desk, year)
      const row = columns.facts.findIndex((each) => each.key === key)
      if (row < 0) throw appError('plan.communityUnknown', { value: key }, { community: key })
      const has = (each: { key: string }): boolean => each.key === key
      return {
        community: { ...communityOf(columns.facts[row]!), class: run.classes[row]! },
        items: compiled.items.flatMap((item, position) =>
          kind === undefined || item.kind === kind ? [compiled.resolve(position, row)] : [],
        ),
        counts: desk.store.read.measureCounts.list(year).filter(has),
        offers: desk.store.read.serviceOffers.list(year).filter(has),
      }
    },
    'catalogue.resolve': ({ kind }) => {
      const { year } = desk.year
      const { communities } = resolvedLists(resolvedYear(desk, year), kind)
      return { year, communities: [...inPlaceOrder(communities, desk.placeOrder)] }
    },
    'catalogue.add': async ({ kind, id = freeId(desk, kind), title, department }) => {
      const item = newItem(desk, kind, id, title, department)
      await desk.store.command('catalogue.add', { key: 'catalogueSave', params: titlesOf([item]) }, (plan) =>
        plan.catalogue.save(desk.year.year, [item]),
      )
      return { id: item.id }
    },
    'catalogue.edit': async ({ edits }) => {
      const items = editedItems(desk, edits)
      await desk.store.command('catalogue.edit', { key: 'catalogueSave', params: titlesOf(items) }, (plan) =>
        plan.catalogue.save(desk.year.year, items),
      )
      return {}
    },
    'catalogue.withdraw': async ({ ids, withdrawn }) => {
      const items = ids.map((id): CatalogueItem => {
        const { withdrawn: _, ...item } = itemOf(desk, id)
        return withdrawn ? { ...item, withdrawn } : item
      })
      const key = withdrawn ? ('catalogueWithdraw' as const) : ('catalogueRestore' as const)
      await desk.store.command('catalogue.withdraw', { key, params: titlesOf(items) }, (plan) => plan.catalogue.save(desk.year.year, items))
      return {}
    },
    'catalogue.remove': async ({ id }) => {
      const item = itemOf(desk, id)
      const use = useOf(desk, id)
      if (use !== null) throw appError('catalogue.used', { name: item.title.zh, nameEn: textIn(item.title, 'en'), ...use })
      await desk.store.command('catalogue.remove', { key: 'catalogueRemove', params: titlesOf([item]) }, (plan) =>
        plan.catalogue.remove(desk.year.year, id),
      )
      return {}
    },
    'catalogue.reference': async () => {
      const present = new Set(itemsNow(desk).map((each) => each.id))
      const items = referenceCatalogue(desk.options.resourcesFolder).filter((each) => !present.has(each.id))
      if (items.length > 0)
        await desk.store.command('catalogue.reference', { key: 'catalogueReference', params: { count: items.length } }, (plan) =>
          plan.catalogue.save(desk.year.year, items),
        )
      return { added: items.length }
    },
    'catalogue.import': async (file) => {
      const items = await itemsIn(desk, bytesOf(desk.files.contentOf(file), file.fileName), file.fileName)
      const done = await saved(desk, file.fileName, items)
      desk.files.free([file])
      return done
    },
    'catalogue.export': async ({ form, language, kind }) => {
      const { year } = desk.year
      const items = itemsNow(desk).filter((each) => kind === undefined || each.kind === kind)
      const name = language === 'en' ? `Catalogue ${year}` : `${year}年治理目录`
      if (form === 'xlsx') {
        const bytes = await catalogueWorkbook(items, sourceOf(desk), language)
        return fileAnswer(name, 'xlsx', bytes)
      }
      const file = JSON.stringify({ format: 'quanheng-catalogue', formatVersion: 1, items }, null, 2)
      return fileAnswer(name, 'json', `${file}\n`)
    },
    'catalogue.decide': async (exception) => {
      const [community, item] = [nameOf(desk, exception.key), itemOf(desk, exception.item)]
      const said = { name: item.title.zh, nameEn: textIn(item.title, 'en') }
      if (item.withdrawn === true) throw appError('catalogue.withdrawn', said)
      await desk.store.command('catalogue.decide', { key: 'catalogueDecide', params: { community, ...said } }, (plan) =>
        plan.catalogueExceptions.set(desk.year.year, exception),
      )
      return {}
    },
    'catalogue.undecide': async ({ key, item: id }) => {
      const [community, item] = [nameOf(desk, key), itemOf(desk, id)]
      const params = { community, name: item.title.zh, nameEn: textIn(item.title, 'en') }
      await desk.store.command('catalogue.undecide', { key: 'catalogueUndecide', params }, (plan) =>
        plan.catalogueExceptions.clear(desk.year.year, key, id),
      )
      return {}
    },
    'catalogue.enter': async ({ cells }) => {
      const { counts, offers } = enteredFigures(desk, cells)
      const key = offers.length > 0 ? ('catalogueOffer' as const) : ('catalogueCount' as const)
      await desk.store.command('catalogue.enter', { key, params: { count: cells.length } }, (plan) => {
        plan.measureCounts.save(desk.year.year, counts)
        plan.serviceOffers.save(desk.year.year, offers)
      })
      return { entered: cells.length }
    },
    'catalogue.unoffer': async ({ key, item: id }) => {
      const [community, item] = [nameOf(desk, key), itemOf(desk, id)]
      const params = { community, name: item.title.zh, nameEn: textIn(item.title, 'en') }
      await desk.store.command('catalogue.unoffer', { key: 'catalogueUnoffer', params }, (plan) =>
        plan.serviceOffers.clear(desk.year.year, key, id),
      )
      return {}
    },
    'catalogue.ask': ({ lines }) => admissionOf(desk, lines),
    'catalogue.department': ({ department }) => tasksOfDepartment(desk, department),
    'catalogue.burden': () => desk.derived('burden account', () => burdenAccount(desk)),
    'catalogue.services': () => desk.derived('services account', () => servicesAccount(desk)),
    'catalogue.plan': (wanted) => workPlan(desk, wanted),
    'catalogue.planSheet': async ({ language, ...wanted }) => {
      const byId = new Map(itemsNow(desk).map((each) => [each.id, each]))
      const { lines: found, duties } = workPlan(desk, wanted)
      const lines = found.map(({ id, ...line }) => ({ ...line, item: byId.get(id)! }))
      const scope = workPlanInWords(wanted, language)
      const { year } = desk.year
      const title = language === 'en' ? `Work plan ${year}: ${scope}` : `${scope}${year}年工作计划`
      const bytes = await planSheet({ lines, duties }, title, language)
      return fileAnswer(title, 'xlsx', bytes)
    },
  }) satisfies Partial<Service>
