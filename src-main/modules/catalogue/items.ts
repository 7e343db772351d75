import { CatalogueItem, type ItemKind } from '../../model/catalogue.ts'
import { personalIn } from '../../model/personal.ts'
import type { Place, Problem } from '../../model/problem.ts'
import { problem } from '../../model/problem.ts'
import { textIn } from '../../model/text.ts'
import type { CatalogueRow } from '../../documents/catalogue/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { catalogueOf } from '../../desk/catalogue.ts'
import { checkItem, idsTwice } from '../../policy/index.ts'
import { today } from '../calendar/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { schemaProblems } from '../../shared/schema-problems.ts'
import type { CatalogueField, CatalogueSource } from '../../words/catalogue-field.ts'
import { withRegisterCounts } from '../../words/target-fields.ts'
import { catalogueFields, draftOf } from '../../words/catalogue-fields.ts'

type Draft = Record<string, unknown>

/** What fields are written and read with: the policy's classes, and the indicators with the policy's own. */
export const sourceOf = (desk: Desk): CatalogueSource => ({
  classes: desk.policy.classes.map((each) => each.key),
  indicators: withRegisterCounts([...desk.dictionary.indicators, ...desk.policy.indicators]),
})

/** What an item is checked against. */
export function checksOf(desk: Desk): Parameters<typeof checkItem>[1] {
  const { indicators, classes } = sourceOf(desk)
  const known = new Set(indicators.map((each) => each.key))
  const all = desk.wholeDictionary.indicators.map((each) => each.key)
  return { indicators, classes, retired: new Set(all.filter((key) => !known.has(key))) }
}

/** @throws catalogue.itemUnknown */
export function itemOf(desk: Desk, id: string): CatalogueItem {
  const found = catalogueOf(desk, desk.year.year).items.find((each) => each.id === id)
  if (found === undefined) throw appError('catalogue.itemUnknown', { value: id })
  return found
}

const placed = (place: Place, field: CatalogueField): Place => ({ ...place, column: field.heading.zh })

/** Reads texts into a draft. @returns what can't be read, each at its cell */
function readInto(draft: Draft, texts: ReadonlyMap<CatalogueField, string>, source: CatalogueSource, place: Place): Problem[] {
  return [...texts].flatMap(([field, text]) => {
    if (field.kinds !== undefined && !field.kinds.includes(draft.kind as ItemKind)) return []
    const refusal = field.read(text, draft, source)
    return refusal === undefined ? [] : [problem(refusal.code, refusal.params, placed(place, field))]
  })
}

/** A draft as an item. @returns null with the problems where it is none */
function itemOfDraft(draft: Draft, place: Place): { item: CatalogueItem | null; problems: Problem[] } {
  const parsed = CatalogueItem.safeParse(draft)
  if (parsed.success) return { item: parsed.data, problems: [] }
  const wrongId = parsed.error.issues.some((each) => each.path[0] === 'id')
  const problems = wrongId
    ? [problem('catalogue.idWrong', { value: typeof draft.id === 'string' ? draft.id : '' }, place)]
    : schemaProblems('catalogue.shape', parsed.error, draft).map((each) => ({ ...each, place: { ...place, path: each.place.path ?? '/' } }))
  return { item: null, problems }
}

/** What may not be said anew: a day due that is past, and texts that tell of a person. */
function refusedNow(desk: Desk, item: CatalogueItem, before: CatalogueItem | undefined, place: Place): Problem[] {
  const said = { name: item.title.zh, nameEn: textIn(item.title, 'en') }
  const due = item.kind === 'target' ? item.due : undefined
  const wasDue = before?.kind === 'target' ? before.due : undefined
  const isPast = due !== undefined && due !== wasDue && due < today(desk)
  const texts = Object.values(item).flatMap((part: unknown) =>
    typeof part === 'object' && part !== null && 'zh' in part ? Object.values(part as Record<string, string>) : [],
  )
  const personal = texts.map(personalIn).find((each) => each !== null)
  return [
    ...(isPast ? [problem('catalogue.duePast', { ...said, value: due, today: today(desk) }, place)] : []),
    ...(personal === undefined || personal === null
      ? []
      : [problem(`text.${personal.kind}`, { field: item.title.zh, value: personal.shown }, place)]),
  ]
}

const throwErrors = (problems: readonly Problem[]): void => {
  if (problems.some((each) => each.level === 'error')) throw new AppError([...problems])
}

/**
 * Edits of cells, applied to copies of the items they are about.
 * @throws catalogue.itemUnknown, and everything that can't be read or may not stand, together
 */
export function editedItems(desk: Desk, edits: readonly { id: string; field: string; text: string }[]): CatalogueItem[] {
  const source = sourceOf(desk)
  const fields = catalogueFields(source)
  const editable = new Set(fields.map(({ key }) => key).filter((key) => key !== 'id' && key !== 'kind'))
  const checks = checksOf(desk)
  const problems: Problem[] = []
  const items = [...Map.groupBy(edits, (each) => each.id)].flatMap(([id, own]): CatalogueItem[] => {
    const before = itemOf(desk, id)
    const place = { path: before.title.zh }
    const draft: Draft = structuredClone(before)
    if (own.some(({ field }) => !editable.has(field)))
      throw appError('catalogue.kindFixed', { name: before.title.zh, nameEn: textIn(before.title, 'en') })
    const said = new Map(own.map(({ field, text }) => [field, text]))
    // In the order of the fields: answers of classes are said against those of the others.
    const texts = new Map(fields.filter(({ key }) => said.has(key)).map((field) => [field, said.get(field.key)!]))
    problems.push(...readInto(draft, texts, source, place))
    const made = itemOfDraft(draft, place)
    problems.push(...made.problems)
    if (made.item !== null) problems.push(...checkItem(made.item, checks, place), ...refusedNow(desk, made.item, before, place))
    return made.item === null ? [] : [made.item]
  })
  throwErrors(problems)
  return items
}

/**
 * The rows of a delivered sheet as items; what a sheet does not say of an item stays as it is.
 * @throws AppError with everything that is wrong, each at its cell
 */
export function itemsOfRows(desk: Desk, file: string, rows: readonly CatalogueRow[]): CatalogueItem[] {
  const source = sourceOf(desk)
  const present = new Map(catalogueOf(desk, desk.year.year).items.map((each) => [each.id, each]))
  const problems: Problem[] = []
  const placeOf = ({ sheet, row }: CatalogueRow): Place => ({ file, sheet, row })
  const read = rows.flatMap((row): { row: CatalogueRow; item: CatalogueItem }[] => {
    const said = (key: string): string | undefined => [...row.texts].find(([field]) => field.key === key)?.[1]
    const before = present.get(said('id') ?? '')
    const kinds: Draft = {}
    const kindField = [...row.texts.keys()].find((each) => each.key === 'kind')
    const refusal = kindField === undefined ? undefined : kindField.read(said('kind') ?? '', kinds, source)
    if (refusal !== undefined && before === undefined) {
      problems.push(problem(refusal.code, refusal.params, placed(placeOf(row), kindField!)))
      return []
    }
    const kind = (kinds.kind as ItemKind | undefined) ?? before?.kind
    if (kind === undefined) {
      problems.push(problem('catalogue.fieldMissing', { what: '种类', whatEn: 'Kind' }, placeOf(row)))
      return []
    }
    const draft: Draft = before?.kind === kind ? structuredClone(before) : draftOf(kind)
    const own = readInto(draft, row.texts, source, placeOf(row))
    const made = own.length > 0 ? { item: null, problems: [] } : itemOfDraft(draft, placeOf(row))
    problems.push(...own, ...made.problems)
    return made.item === null ? [] : [{ row, item: made.item }]
  })
  const items = read.map((each) => each.item)
  problems.push(...problemsOfItems(desk, items, (position) => placeOf(read[position]!.row)))
  throwErrors(problems)
  return items
}

/** What is wrong in delivered items together and against the catalogue: ids twice, kinds that changed, and each by itself. */
export function problemsOfItems(desk: Desk, items: readonly CatalogueItem[], placeOf: (position: number) => Place): Problem[] {
  const present = new Map(catalogueOf(desk, desk.year.year).items.map((each) => [each.id, each]))
  const checks = checksOf(desk)
  return [
    ...idsTwice(items, placeOf),
    ...items.flatMap((item, position) => [
      ...checkItem(item, checks, placeOf(position)),
      ...refusedNow(desk, item, present.get(item.id), placeOf(position)),
      ...((present.get(item.id)?.kind ?? item.kind) === item.kind
        ? []
        : [problem('catalogue.kindFixed', { name: item.title.zh, nameEn: textIn(item.title, 'en') }, placeOf(position))]),
    ]),
  ]
}

const PREFIX: Readonly<Record<ItemKind, string>> = { measure: 'm', task: 't', service: 's', target: 'g' }

/** An id that no item of any year has: t-own-1, t-own-2 ... */
export function freeId(desk: Desk, kind: ItemKind): string {
  const taken = new Set(desk.store.read.years.list().flatMap(({ year }) => catalogueOf(desk, year).items.map((each) => each.id)))
  let number = 1
  while (taken.has(`${PREFIX[kind]}-own-${number}`)) number++
  return `${PREFIX[kind]}-own-${number}`
}

/** A new item of which only kind, name and department are known. @throws catalogue.idWrong, catalogue.idTwice */
export function newItem(desk: Desk, kind: ItemKind, id: string, title: string, department: string): CatalogueItem {
  const other = catalogueOf(desk, desk.year.year).items.find((each) => each.id === id)
  if (other !== undefined) throw appError('catalogue.idTwice', { value: id, name: title, other: other.title.zh })
  const named = { id, title: { zh: title, en: '' }, department: { zh: department, en: '' } }
  const { item, problems } = itemOfDraft(
    { ...draftOf(kind), ...named, ...(kind === 'measure' && { purpose: named.title }) },
    { path: title },
  )
  throwErrors(problems)
  return item!
}
