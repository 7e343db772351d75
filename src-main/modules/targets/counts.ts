import type { TargetCount } from '../../model/catalogue.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import { textIn } from '../../model/text.ts'
import type { HandedFile } from '../../contract/operation.ts'
import { catalogueOf } from '../../desk/catalogue.ts'
import { readCountFile, type CountColumn } from '../../desk/count-file.ts'
import { countIn } from '../../desk/count-in.ts'
import type { Desk } from '../../desk/desk.ts'
import type { OperationContext } from '../../desk/service.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { deliveredCounts, type ComparedCount, type DeliveredCounts } from '../imports/index.ts'

/** A count that is entered; null: it is taken back. */
export type EnteredCount = Omit<TargetCount, 'present'> & { present: number | null }

/** The targets whose present is counted by hand. */
export const countedTargets = (desk: Desk) =>
  catalogueOf(desk, desk.year.year).items.flatMap((each) =>
    each.kind === 'target' && each.present.kind === 'entered' && each.withdrawn !== true ? [each] : [],
  )

/**
 * Typed or pasted counts.
 * @throws catalogue.itemUnknown, targets.notCounted, plan.communityUnknown, and everything that is no count, together, each at its place
 */
export function typedCounts(desk: Desk, cells: readonly { key: string; item: string; text: string }[]): EnteredCount[] {
  const names = new Map(desk.facts.map((each) => [each.key, each.name]))
  const { items } = catalogueOf(desk, desk.year.year)
  const counted = new Map(countedTargets(desk).map((each) => [each.id, each]))
  const problems: Problem[] = []
  const counts = new Map<string, EnteredCount>()
  for (const { key, item, text } of cells) {
    const name = names.get(key)
    if (name === undefined) throw appError('plan.communityUnknown', { value: key }, { community: key })
    const target = items.find((each) => each.id === item)
    if (target === undefined) throw appError('catalogue.itemUnknown', { value: item })
    const said = { name: target.title.zh, nameEn: textIn(target.title, 'en') }
    if (target.withdrawn === true) throw appError('catalogue.withdrawn', said)
    if (!counted.has(item)) throw appError('targets.notCounted', said)
    const place: Place = { community: name, key, path: target.title.zh }
    const read = countIn(text, place)
    if (typeof read === 'object' && read !== null) problems.push(read)
    else counts.set(`${item} ${key}`, { key, item, present: read })
  }
  if (problems.length > 0) throw new AppError(problems)
  return [...counts.values()]
}

/** The columns of a sheet of counts: a target each, by its name in either language. */
export const countColumns = (desk: Desk): CountColumn[] =>
  countedTargets(desk).map(({ title }, position) => ({ field: `target${position}`, label: title }))

/** What a sheet says of targets, beside what is kept. */
export interface DeliveredTargets {
  delivered: DeliveredCounts
  compared: (ComparedCount & { item: string })[]
}

/** The counts of a delivered sheet. @throws targets.nothingCounted, and where it can't be read or tells of persons */
export async function deliveredTargets(desk: Desk, file: HandedFile, context: OperationContext): Promise<DeliveredTargets> {
  const columns = countColumns(desk)
  if (columns.length === 0) throw new AppError([problem('targets.nothingCounted')])
  const targets = new Map(countedTargets(desk).map((each, position) => [`target${position}`, each]))
  const parts = await readCountFile(desk, file, columns, context)
  const delivered = await deliveredCounts(file.fileName, parts, desk.facts, [...targets.keys()], context)
  const now = presentNow(desk)
  const compared = delivered.counts.flatMap(({ key, name, values }) =>
    [...values].map(([field, { value, place }]) => {
      const { id, title } = targets.get(field)!
      return { key, name, item: id, label: title, before: now.get(`${id} ${key}`) ?? null, after: value, place }
    }),
  )
  return { delivered, compared }
}

/** What is counted of targets now, by item and community. */
export const presentNow = (desk: Desk): Map<string, number> =>
  new Map(desk.store.read.targetCounts.list(desk.year.year).map((each) => [`${each.item} ${each.key}`, each.present]))
