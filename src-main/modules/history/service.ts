import type { HistoryChange } from '../../model/history.ts'
import { textIn, type Text } from '../../model/text.ts'
import type { ParsedInputOf } from '../../contract/operations.ts'
import type { Desk } from '../../desk/desk.ts'
import { renovationSettings } from '../renovation/index.ts'
import { checkOf } from '../../desk/history-check.ts'
import type { LogReader } from '../../desk/row-in-log.ts'
import { baseNow } from '../../desk/standpoint.ts'
import { changesOfCell } from './cell-history.ts'
import { moneyHistory } from './money-history.ts'
import { createdInWords } from './created.ts'
import { changesInWords } from './row-words.ts'
import type { OperationContext, Service } from '../../desk/service.ts'

/** The step that made the plan. */
const FIRST_STEP = 1

/** A community without a code has another key since it was renamed or moved: all its keys. */
function keysOf(desk: Desk, key: string): string[] {
  const keys = new Set([key])
  for (const { kind, from, to } of desk.store.read.unitChanges.list().reverse()) {
    if ((kind === 'rename' || kind === 'move') && to.some((side) => keys.has(side.key))) for (const side of from) keys.add(side.key)
  }
  return [...keys]
}

const inUtc = (time: string | undefined): string | undefined => (time === undefined ? undefined : new Date(time).toISOString())

/** Names of communities as they are in their year, else as the log last had them. */
function namer(desk: Desk): (key: string, year: number | null) => string {
  const { communities, history } = desk.store.read
  const known = new Map<string, string>()
  return (key, year) => {
    const name =
      known.get(`${year} ${key}`) ?? (year === null ? undefined : communities.find(year, key)?.name) ?? history.lastName(key) ?? key
    known.set(`${year} ${key}`, name)
    return name
  }
}

/** Titles of items as their year's catalogue has them. */
function itemNamer(desk: Desk): LogReader['itemOf'] {
  const known = new Map<number, Map<string, Required<Text>>>()
  return (id, year) => {
    const titles =
      known.get(year) ??
      new Map(desk.store.read.catalogue.items(year).map((each) => [each.id, { zh: each.title.zh, en: textIn(each.title, 'en') }]))
    known.set(year, titles)
    return titles.get(id) ?? { zh: id, en: id }
  }
}

/** Versions of policies by their titles. */
function policyNamer(desk: Desk): LogReader['policyOf'] {
  const known = new Map<string, Required<Text>>()
  return (id, version) => {
    const plain = `${id} ${version}`
    const title = known.has(plain) ? undefined : desk.store.read.policies.find(id, version)?.policy.title
    const named =
      known.get(plain) ??
      (title === undefined ? { zh: plain, en: plain } : { zh: `${title.zh} ${version}`, en: `${textIn(title, 'en')} ${version}` })
    known.set(plain, named)
    return named
  }
}

const readerOf = (desk: Desk): LogReader => ({
  policyOf: policyNamer(desk),
  nameOf: namer(desk),
  dictionary: desk.wholeDictionary,
  currentYear: desk.year.year,
  itemOf: itemNamer(desk),
  kindOf: (kind, year) => renovationSettings(desk, year).kinds.find(({ key }) => key === kind)?.name ?? { zh: kind, en: kind },
  baseOf: (base) => baseNow(desk, base),
})

function changesOf(
  desk: Desk,
  { step, offset, limit, detailed }: ParsedInputOf<'history.changes'>,
): { rows: HistoryChange[]; more: boolean } {
  if (step === FIRST_STEP && !detailed) {
    const rows = createdInWords(desk.store.read.history.eachChange(step), policyNamer(desk))
    return { rows: rows.slice(offset, offset + limit), more: rows.length > offset + limit }
  }
  const reader = readerOf(desk)
  const rows: HistoryChange[] = []
  let seen = 0
  for (const change of desk.store.read.history.eachChange(step)) {
    for (const row of changesInWords(change, desk.parts.rows, reader)) {
      seen += 1
      if (seen > offset + limit) return { rows, more: true }
      if (seen > offset) rows.push(row)
    }
  }
  return { rows, more: false }
}

const watched = ({ signal, progress }: OperationContext) => ({
  signal,
  progress: (done: number, total: number): void => progress(done, total, ''),
})

export const history = (desk: Desk) =>
  ({
    'history.list': ({ community, from, to, ...filter }) =>
      desk.store.read.history.list({
        ...filter,
        from: inUtc(from),
        to: inUtc(to),
        communities:
          community === undefined
            ? undefined
            : { keys: keysOf(desk, community), years: desk.store.read.years.list().map((each) => each.year) },
      }),
    'history.changes': (input) => changesOf(desk, input),
    'history.cell': ({ key, field }) => changesOfCell(desk, keysOf(desk, key), field, desk.year.year, readerOf(desk)),
    'history.money': ({ key, since }, { signal }) =>
      moneyHistory(desk, { keys: keysOf(desk, key), year: desk.year.year, since: inUtc(since)! }, signal),
    'history.facets': () => desk.store.read.history.facets(),
    'history.verify': async (_, context) => checkOf(await desk.store.verifyHistory(watched(context)), desk.store.read.history.revision()),
    'history.undo': (_, context) => desk.store.undo(watched(context)),
    'history.redo': (_, context) => desk.store.redo(watched(context)),
  }) satisfies Partial<Service>
