import type { ImportRow } from '../../model/import.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import type { PartRead } from '../../documents/import/index.ts'
import { communityFinder } from './finder.ts'
import { lookalikes } from './lookalikes.ts'
import { inPortions, type Watch } from '../../shared/turns.ts'

/** A sheet of one of the files, with the letter of the column of each field. */
export interface Part {
  file: string
  read: PartRead
  columns: ReadonlyMap<string, string>
  /** What the user said of rows that look like another community: its key, or null for one that is new; by the row's own key. */
  answers: ReadonlyMap<string, string | null>
}

/** A row of a sheet; all that was delivered about one community, by whatever sheets. `before` is null for a new one. */
export interface DeliveredRow {
  part: Part
  row: ImportRow
}
export interface Delivery {
  key: string
  before: CommunityFacts | null
  rows: DeliveredRow[]
}

export interface Deliveries {
  all: Delivery[]
  /** What only the plan can tell: names that fit several communities, and two rows of a sheet that turn out to be one community. */
  problems: Problem[]
  /** Rows without subdistrict and code that the plan has just so: their place is known all the same. */
  known: ReadonlySet<ImportRow>
}

export const partOf = (file: string, read: PartRead, answers: ReadonlyMap<string, string | null> = new Map()): Part => ({
  file,
  read,
  answers,
  columns: new Map(
    read.recognition.columns.toReversed().flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])),
  ),
})

export const placeOf = ({ part, row }: DeliveredRow, field = 'name'): Place => {
  const column = part.columns.get(field)
  return {
    file: part.file,
    sheet: part.read.recognition.sheet,
    row: row.row,
    ...(column === undefined ? {} : { column }),
    community: row.name,
  }
}

/**
 * Puts together what the sheets say of each community. Rows with a code come first, then those with their whole place, so that
 * others find a
 * community that another file adds, and it is known by what is said of it most fully, in whatever order the files came.
 * @param adds whether a community that the plan does not have would be added: then one that looks like another is a question first
 */
export async function deliveriesOf(
  parts: readonly Part[],
  existing: readonly CommunityFacts[],
  watch: Watch,
  { adds = true }: { adds?: boolean } = {},
): Promise<Deliveries> {
  const { find, add } = communityFinder(existing)
  const present = new Map(existing.map((each) => [each.key, each]))
  const byKey = new Map<string, Delivery>()
  const problems: Problem[] = []
  const known = new Set<ImportRow>()
  const told = new Set(parts.flatMap((part) => rowsToldTwice(part)))
  const rows = parts.flatMap((part) => part.read.rows.map((row) => ({ part, row })))
  const take = (delivered: DeliveredRow): void => {
    const { row, part } = delivered
    const answer = part.answers.get(row.key)
    const { keys: found, exact } = answer === undefined ? find(row) : { keys: answer === null ? [] : [answer], exact: answer !== null }
    if (found.length > 1) {
      const places = found
        .map((key) => present.get(key) ?? byKey.get(key)!.rows[0]!.row)
        .map((each) => `${each.district}${each.subdistrict}`)
        .join('、')
      problems.push(problem('import.nameNotUnique', { value: row.name, count: found.length, places }, placeOf(delivered)))
      return
    }
    const question = adds && answer === undefined ? questionOf(delivered, found[0]) : null
    if (question !== null) return void problems.push(question)
    const key = found[0] ?? row.key
    if (exact && present.has(key)) known.add(row)
    const delivery = byKey.get(key) ?? { key, before: present.get(key) ?? null, rows: [] }
    const twin = delivery.rows.find((other) => other.part === part)
    if (twin !== undefined) {
      if (!told.has(row)) problems.push(problem('import.communityTwice', { name: row.name, otherRow: twin.row.row }, placeOf(delivered)))
      return
    }
    delivery.rows.push(delivered)
    if (byKey.has(key)) return
    byKey.set(key, delivery)
    if (found.length === 0) add(row)
  }
  const alike = lookalikes(existing)
  const takenIn = new Map(parts.map((part) => [part, new Set(part.read.rows.flatMap((row) => find(row).keys))]))
  /** A row that looks like a community of the plan without being known as it, or whose code says one and whose name another. */
  function questionOf(delivered: DeliveredRow, found: string | undefined): Problem | null {
    const { row, part } = delivered
    const named = (other: CommunityFacts): Problem['params'] => ({
      name: row.name,
      other: other.name,
      otherPlace: `${other.district}${other.subdistrict}`,
    })
    if (found === undefined) {
      const other = alike.of(row, takenIn.get(part)!)
      if (other === null) return null
      const place = { ...placeOf(delivered), key: row.key }
      return problem('import.looksLike', { ...named(present.get(other.key)!), otherKey: other.key }, place)
    }
    const own = present.get(found)
    if (row.code === '' || own === undefined || own.code !== row.code) return null
    const other = alike.namesake(row, own)
    if (other === null) return null
    const params = { ...named(present.get(other.key)!), value: row.code, own: own.name, otherKey: other.key, ownKey: own.key }
    return problem('import.codeOfAnother', params, { ...placeOf(delivered), key: row.key })
  }
  const sorted = rows.toSorted((one, other) => vagueness(one.row) - vagueness(other.row))
  await inPortions(sorted, (portion) => portion.forEach(take), watch)
  return { all: [...byKey.values()], problems, known }
}

/** How much a row leaves open of where its community is. */
const vagueness = ({ code, district, subdistrict }: ImportRow): number => (code !== '' ? 0 : district !== '' && subdistrict !== '' ? 1 : 2)

/** Rows of which reading the sheet has already said that their community stands in it twice. */
function rowsToldTwice({ read }: Part): ImportRow[] {
  const numbers = new Set(read.problems.filter(({ code }) => code === 'import.communityTwice').map(({ place }) => place.row))
  return numbers.size === 0 ? [] : read.rows.filter(({ row }) => numbers.has(row))
}
