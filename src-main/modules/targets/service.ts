import type { TargetCount } from '../../model/catalogue.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import { communityOf, type Community } from '../../model/plan.ts'
import { textIn, type Language } from '../../model/text.ts'
import type { Summary } from '../../words/summaries.ts'
import { gapScopeInWords, indicatorLabels } from '../../words/targets.ts'
import { targetSheet } from '../../documents/targets/index.ts'
import { countsWorkbook } from '../../documents/template/index.ts'
import { catalogueOf, resolvedYear, type ResolvedYear } from '../../desk/catalogue.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import type { Service } from '../../desk/service.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { withRegisterCounts } from '../../words/target-fields.ts'
import { countPreview } from '../imports/index.ts'
import { gapsOf, targetsAccount } from './account.ts'
import { countColumns, countedTargets, deliveredTargets, presentNow, typedCounts, type EnteredCount } from './counts.ts'
import { linesOf, stateOf, targetsIn } from './states.ts'

/** @throws the engine's named errors */
const yearOf = (desk: Desk): ResolvedYear => resolvedYear(desk, desk.year.year)
const arrangedBy =
  (desk: Desk) =>
  <Line extends Community>(lines: readonly Line[]): readonly Line[] =>
    inPlaceOrder(lines, desk.placeOrder)

/** @throws catalogue.itemUnknown */
function positionOf(desk: Desk, item: string): number {
  const found = targetsIn(yearOf(desk).compiled).find(({ target }) => target.id === item)
  if (found === undefined) throw appError('catalogue.itemUnknown', { value: item })
  return found.position
}

/** @throws plan.communityUnknown */
function targetsOf(desk: Desk, key: string): OutputOf<'targets.of'> {
  const year = yearOf(desk)
  const { columns, run, compiled } = year
  const row = columns.facts.findIndex((each) => each.key === key)
  if (row < 0) throw appError('plan.communityUnknown', { value: key }, { community: key })
  return {
    community: { ...communityOf(columns.facts[row]!), class: run.classes[row]! },
    targets: targetsIn(compiled).flatMap(({ position }) => stateOf(year, position, row) ?? []),
  }
}

async function save(desk: Desk, operation: string, summary: Summary, counts: readonly EnteredCount[]): Promise<void> {
  const { year } = desk.year
  await desk.store.command(operation, summary, (plan) => {
    for (const { key, item, present } of counts) if (present === null) plan.targetCounts.clear(year, key, item)
    plan.targetCounts.save(
      year,
      counts.filter((each): each is TargetCount => each.present !== null),
    )
  })
}

/** Those that are another than what is kept. */
function changedOf<Count extends EnteredCount>(desk: Desk, counts: readonly Count[]): Count[] {
  const before = presentNow(desk)
  return counts.filter(({ item, key, present }) => (before.get(`${item} ${key}`) ?? null) !== present)
}

/** What is counted of each community now, by the fields of the sheet. */
function countRows(desk: Desk) {
  const present = presentNow(desk)
  const targets = countedTargets(desk)
  return desk
    .arranged(desk.result)
    .communities.map((each) => ({
      ...communityOf(each),
      counts: Object.fromEntries(targets.map(({ id }, at) => [`target${at}`, present.get(`${id} ${each.key}`) ?? null])),
    }))
}

/** What indicators are called in lines about targets. */
const labelsOf = (desk: Desk, language: Language): ((key: string) => string) =>
  indicatorLabels(withRegisterCounts([...desk.dictionary.indicators, ...desk.policy.indicators]), language)

export const targets = (desk: Desk) =>
  ({
    'targets.account': () => {
      const { year } = desk.year
      return desk.derived(`targets account ${year}`, () => ({
        year,
        targets: targetsAccount(
          yearOf(desk),
          desk.policy.classes.map((each) => each.key),
          arrangedBy(desk),
        ),
      }))
    },
    'targets.lines': ({ item }) => [...arrangedBy(desk)(linesOf(yearOf(desk), positionOf(desk, item)))],
    'targets.of': ({ key }) => targetsOf(desk, key),
    'targets.gaps': (wanted) => gapsOf(yearOf(desk), wanted, arrangedBy(desk)),
    'targets.gapSheet': async ({ language, ...wanted }) => {
      const { year, synthetic } = desk.year
      const items = catalogueOf(desk, year).items.flatMap((each) => (each.kind === 'target' ? [each] : []))
      const scope = gapScopeInWords(wanted, items, language)
      const title = language === 'en' ? `Gaps ${year}: ${scope}` : `${scope}${year}年目标缺口清单`
      const targetOf = new Map(items.map((each) => [each.id, each]))
      const lines = gapsOf(yearOf(desk), wanted, arrangedBy(desk)).map((line) => ({ ...line, target: targetOf.get(line.resolved.item)! }))
      return fileAnswer(title, 'xlsx', await targetSheet(lines, { title, language, synthetic, labelOf: labelsOf(desk, language) }))
    },
    'targets.enter': async ({ cells }) => {
      const counts = changedOf(desk, typedCounts(desk, cells))
      if (counts.length > 0) await save(desk, 'targets.enter', { key: 'targetCount', params: { count: counts.length } }, counts)
      return { entered: counts.length }
    },
    'targets.template': async () => {
      const { year, synthetic } = desk.year
      if (countedTargets(desk).length === 0) throw appError('targets.nothingCounted')
      const title = `${year}年目标现有数登记表`
      const notes = new Map(countedTargets(desk).map((each, at) => [`target${at}`, textIn(each.reason ?? { zh: '', en: '' }, 'zh')]))
      const columns = countColumns(desk).map((each) => ({ ...each, note: notes.get(each.field) ?? '' }))
      return fileAnswer(title, 'xlsx', await countsWorkbook(countRows(desk), columns, { title, group: '现有数', synthetic }))
    },
    'targets.preview': async (file, context) => {
      const { delivered, compared } = await deliveredTargets(desk, file, context)
      return countPreview(file.fileName, delivered, compared, delivered.problems)
    },
    'targets.import': async (file, context) => {
      const { delivered, compared } = await deliveredTargets(desk, file, context)
      if (delivered.problems.length > 0) throw new AppError(delivered.problems)
      const changed = compared.filter((each) => each.before !== each.after).map(({ key, item, after }) => ({ key, item, present: after }))
      const params = { file: file.fileName, count: changed.length }
      if (changed.length > 0) await save(desk, 'targets.import', { key: 'targetImport', params }, changed)
      desk.files.free([file])
      return { entered: changed.length, unchanged: compared.length - changed.length }
    },
  }) satisfies Partial<Service>
