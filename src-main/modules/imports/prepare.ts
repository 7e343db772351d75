import { randomUUID } from 'node:crypto'
import type { CommunityFacts } from '../../model/plan.ts'
import type { Dictionary } from '../../model/indicator.ts'
import { districtsOf } from '../../model/places.ts'
import { warning, type Problem } from '../../model/problem.ts'
import type { PlanStore } from '../../store/index.ts'
import type { PartRead } from '../../documents/import/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { checkDistricts } from '../../desk/district-checks.ts'
import type { OperationContext } from '../../desk/service.ts'
import { deliveriesOf, partOf, type Delivery, type Part } from './deliveries.ts'
import { asDelivered } from './finder.ts'
import { placedIn, rowsWithoutDistrict, rowsWithoutSubdistrict, saysNoPlace, subdistrictNamed } from './place-question.ts'
import { notTakenOver } from './spelling.ts'
import { inPortions } from '../../shared/turns.ts'
import { doubtsOf } from './doubts.ts'
import { yearProblems } from './years.ts'
import { readFiles, type FileOnDesk, type Reading } from './reading.ts'
import { nothingSettled, settle, type Settled } from './settle.ts'

export interface PreparedFile {
  name: string
  onDesk: FileOnDesk
  reading: Reading
  sheets: string[]
  parts: Part[]
  /** Rows of which nobody knows the district, until the user names it. */
  withoutDistrict: number
  /** The same of the subdistrict, where a sheet has neither it nor codes. */
  withoutSubdistrict: number
  problems: Problem[]
}

/** Files that were read and compared, waiting to be applied; it holds for one plan, one revision of it and one year only. */
export interface PreparedImport {
  id: string
  files: PreparedFile[]
  store: PlanStore
  revision: number
  year: number
  dictionary: Dictionary
  deliveries: Delivery[]
  settled: Settled
  errors: number
  synthetic: boolean
}

/** Share of the work that is reading. */
const READING = 0.8
const WHOLE = 1000
/** So that 999.9999 is 1000. */
const ROUNDING = 1e-6

type Recognition = PartRead['recognition']

/** Names by which the files of a desk are told apart: a second '朝阳.xlsx' is '朝阳.xlsx (2)'. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let number = 2; taken.has(free); number++) free = `${name} (${number})`
    taken.add(free)
    return free
  })
}

/** Files that wait to be applied, by number; at most one preparation at a time. */
export const preparedIn = (desk: Desk): Map<string, PreparedImport> => desk.kept('imports', () => new Map<string, PreparedImport>())

/**
 * Reads files and compares them with the plan as it is now, all together. Only the preparation made last can be applied; files of which
 * nothing has changed since it are not read again.
 * @throws AppError task.cancelled; a file that can't be read is a problem of that file
 */
export async function prepareImport(
  desk: Desk,
  given: readonly FileOnDesk[],
  { signal, progress }: OperationContext,
): Promise<PreparedImport> {
  const names = uniqueNames(given.map(({ fileName }) => fileName))
  const files = given.map((file, place) => ({ ...file, fileName: names[place]! }))
  const {
    dictionary,
    facts,
    year: { year },
  } = desk
  const { store } = desk
  const { revision } = store
  const before = [...preparedIn(desk).values()]
    .filter((each) => each.store === store && each.revision === revision)
    .flatMap((each) => each.files.map(({ reading }) => reading))
  const told = (done: number, name: string): void => progress(Math.floor((WHOLE * READING * done) / files.length + ROUNDING), WHOLE, name)
  const readings = await readFiles(desk, files, before, { signal, progress: told })
  const prepared = files.map((file, place) => preparedFile(file, readings[place]!, facts, year))
  const parts = prepared.flatMap((file) => file.parts)
  const label = names.length === 1 ? names[0]! : `${names[0]} … ${names.at(-1)}`
  const compared =
    (half: 0 | 1) =>
    (done: number, total: number): void =>
      progress(Math.floor(WHOLE * READING + (WHOLE * (1 - READING) * (half + done / total)) / 2 + ROUNDING), WHOLE, label)
  const deliveries = await deliveriesOf(parts, facts, { signal, progress: compared(0) })
  const open = { districts: rowsWithoutDistrict(deliveries), subdistricts: rowsWithoutSubdistrict(deliveries, parts) }
  const untaken = notTakenOver(deliveries.all)
  const settled = nothingSettled()
  const undecided = (): null => null
  await inPortions(
    deliveries.all,
    (portion) => {
      for (const each of portion) settle(each, dictionary.indicators, undecided, settled)
    },
    { signal, progress: compared(1) },
  )
  const doubts = doubtsOf(desk, deliveries.all, settled)
  for (const file of prepared) {
    file.withoutDistrict = open.districts.get(file.name) ?? 0
    file.withoutSubdistrict = open.subdistricts.get(file.name) ?? 0
    addProblems(file, deliveries.known, [...deliveries.problems, ...settled.problems, ...untaken, ...doubts])
  }
  const errors = prepared.reduce((sum, file) => sum + errorsOf(file), 0)
  const synthetic = parts.some((part) => part.read.synthetic)
  const result = {
    id: randomUUID(),
    files: prepared,
    store,
    revision,
    year,
    dictionary,
    deliveries: deliveries.all,
    settled,
    errors,
    synthetic,
  }
  const waiting = preparedIn(desk)
  waiting.clear()
  waiting.set(result.id, result)
  return result
}

export const errorsOf = ({ problems }: Pick<PreparedFile, 'problems'>): number => problems.filter(({ level }) => level === 'error').length

function preparedFile(onDesk: FileOnDesk, reading: Reading, facts: readonly CommunityFacts[], year: number): PreparedFile {
  const name = onDesk.fileName
  const { outcome } = reading
  const file = { name, onDesk, reading, withoutDistrict: 0, withoutSubdistrict: 0 }
  if ('problems' in outcome) return { ...file, sheets: [], parts: [], problems: outcome.problems }
  const { sheets } = outcome.read
  const inDistricts = outcome.read.parts.map((part) => placedIn(part, 'district', onDesk.district ?? ''))
  const placed = inDistricts.map((part) => inSubdistrict(part, onDesk, facts))
  const read = placed.map(({ part }) => part)
  const answers = new Map(Object.entries(onDesk.answers ?? {}))
  const districts = districtsOf(facts.map(({ district }) => ({ district: asDelivered(district) })))
  const problems = read.flatMap(({ recognition, problems: ofRows, rows }) => [
    ...recognition.problems,
    ...yearProblems(recognition, year, { file: name, sheet: recognition.sheet }),
    ...ofRows,
    ...checkDistricts(rows, districts, { file: name, sheet: recognition.sheet, ...columnOf(recognition, 'district') }),
  ])
  problems.push(...placed.flatMap(({ told }) => told))
  return { ...file, sheets, parts: read.map((part) => partOf(name, part, answers)), problems }
}

/** A sheet that tells no place is in the subdistrict that the user named, or else in the one that its title or name says; that is told. */
function inSubdistrict(part: PartRead, { fileName, subdistrict }: FileOnDesk, facts: readonly CommunityFacts[]) {
  if (!saysNoPlace(part)) return { part, told: [] }
  if (subdistrict !== undefined) return { part: placedIn(part, 'subdistrict', subdistrict), told: [] }
  // Rows of their own say it better than the one title above them.
  if (part.rows.some((row) => row.subdistrict !== '')) return { part, told: [] }
  const { title, sheet } = part.recognition
  const known = [...new Set(facts.map((each) => asDelivered(each.subdistrict)).filter((each) => each !== ''))]
  const named = subdistrictNamed([title, sheet, fileName.replace(/\.[^.]*$/, '')], known)
  if (named === null) return { part, told: [] }
  const told = warning('import.subdistrictFrom', { ...named, rows: part.rows.length }, { file: fileName, sheet })
  return { part: placedIn(part, 'subdistrict', named.subdistrict), told: [told] }
}

/** Where a field stands in a sheet, so that it can be put right there; nothing where the sheet has no such column. */
function columnOf({ columns }: Recognition, wanted: string): { column?: string } {
  const found = columns.find(({ field }) => field === wanted)
  return found === undefined ? {} : { column: found.column }
}

/** Adds what comparing has found, and takes away what it has answered: a community of the plan needs no subdistrict to be known. */
function addProblems(file: PreparedFile, known: ReadonlySet<unknown>, found: readonly Problem[]): void {
  const placed = new Set(
    file.parts.flatMap(({ read }) => read.rows.filter((row) => known.has(row)).map(({ row }) => `${read.recognition.sheet} ${row}`)),
  )
  const isAnswered = ({ code, place }: Problem): boolean =>
    (code === 'import.placeMissing' && placed.has(`${place.sheet} ${place.row}`)) ||
    (code === 'import.noPlaceColumn' && file.withoutSubdistrict === 0)
  file.problems = [...file.problems.filter((each) => !isAnswered(each)), ...found.filter(({ place }) => place.file === file.name)]
}
