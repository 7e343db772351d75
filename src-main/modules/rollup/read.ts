import type { HandedFile } from '../../contract/operation.ts'
import type { MergedPackage, PackageManifest, RollupPackage } from '../../model/package.ts'
import { problem, warning, type Problem } from '../../model/problem.ts'
import { readPackage, type ReadPackage } from '../../documents/package/index.ts'
import { checkValue } from '../../engine/indicators/index.ts'
import { AppError } from '../../shared/app-error.ts'
import { hashOf } from '../../shared/canonical-json.ts'
import { bytesOf } from '../../shared/file-content.ts'
import { afterEach } from '../../shared/turns.ts'
import { verifyPackage } from '../../verifier/index.ts'
import type { Desk } from '../../desk/desk.ts'
import type { OperationContext } from '../../desk/service.ts'
import { policyTestProblems, reproductionProblems } from '../../desk/package-check.ts'
import { keepingOf, type Keeping } from './keeping.ts'

/** What was read of a package, and what is wrong with it by itself. */
interface CheckedPackage {
  read: ReadPackage
  problems: Problem[]
}

/** A chosen file: what was read of it, and what is wrong with it by itself and in the plan. */
export interface OpenedPackage {
  file: string
  handed: HandedFile
  checked: CheckedPackage | null
  read: ReadPackage | null
  problems: Problem[]
  keeping: Keeping
}

/** What the verifier finds, without the engine. */
function verifierProblems(bytes: Uint8Array, file: string): Problem[] {
  const { findings, lines } = verifyPackage(bytes, file)
  // Where the sender says himself that last year is not accounted for, its money can't add up.
  const off = lines.find((each) => each.differenceFen !== 0 && (each.key !== 'conservation' || findings.length === 0))
  if (findings.some((each) => each.level === 'error') || off === undefined) return findings
  return [
    ...findings,
    problem(
      'package.subtotalDiffers',
      { file, value: off.name?.zh ?? off.key, sumFen: off.sumFen, totalFen: off.totalFen, count: off.addends, total: off.addends },
      { file, path: 'result.json' },
    ),
  ]
}

/** Whether the package fits into the plan's year: its year, its indicators. */
function fitting(desk: Desk, { file, manifest, communities, ownPolicies = [] }: ReadPackage): Problem[] {
  const named = (comma: string): string => ownPolicies.map((each) => each.district).join(comma)
  const { year, dictionary } = desk
  if (manifest.year !== year.year) return [problem('rollup.yearDiffers', { file, value: manifest.year, year: year.year }, { file })]
  const known = new Map(desk.wholeDictionary.indicators.map((each) => [each.key, each]))
  const strange = [...new Set(communities.flatMap((each) => Object.keys(each.values)))].filter((key) => !known.has(key)).sort()
  const unfit = communities.flatMap(({ key, name, values }) =>
    dictionary.indicators.flatMap((each) =>
      each.formula === undefined
        ? (checkValue(each, values[each.key] ?? null, { file, community: name, key, indicator: each.key }) ?? [])
        : [],
    ),
  )
  return [
    ...(ownPolicies.length === 0 ? [] : [problem('rollup.packageHasOwn', { file, names: named('、'), namesEn: named(', ') }, { file })]),
    ...(strange.length === 0 ? [] : [warning('rollup.indicatorUnknown', { file, names: strange.join(', ') }, { file })]),
    ...unfit,
  ]
}

/** Reads a package, verifies it without the engine, has the engine compute it again, and tries its policy's own tests: each only where nothing wrong was found before. */
function* checked(bytes: Uint8Array, file: string): Generator<void, CheckedPackage> {
  const read = readPackage(bytes, file)
  yield
  const found = verifierProblems(bytes, file)
  yield
  if (found.some((each) => each.level === 'error')) return { read, problems: found }
  const reproduced = reproductionProblems(read)
  if (reproduced.some((each) => each.level === 'error')) return { read, problems: [...found, ...reproduced] }
  yield
  return { read, problems: [...found, ...reproduced, ...policyTestProblems(read)] }
}

/** The same in one go. @throws what readPackage throws */
export function checkPackage(bytes: Uint8Array, file: string): CheckedPackage {
  const work = checked(bytes, file)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

function* openPackage(
  desk: Desk,
  handed: HandedFile,
  before: readonly OpenedPackage[],
  kept: readonly string[],
): Generator<void, OpenedPackage> {
  const file = handed.fileName
  try {
    const content = desk.files.contentOf(handed)
    const known = before.find((each) => each.file === file && each.handed.kept !== undefined && each.handed.kept === handed.kept)
    const found = known?.checked ?? (yield* checked(bytesOf(content, file), file))
    yield
    const unfit = fitting(desk, found.read)
    const isSound = [...found.problems, ...unfit].every((each) => each.level !== 'error')
    const { keeping, problems } = isSound ? keepingOf(desk, found.read, kept) : { keeping: null, problems: [] }
    return { file, handed, checked: found, read: found.read, problems: [...found.problems, ...problems, ...unfit], keeping }
  } catch (error) {
    if (error instanceof AppError) return { file, handed, checked: null, read: null, problems: error.problems, keeping: null }
    throw error
  }
}

/**
 * Opens every file by itself; one that can't be read does not keep the others from being looked at.
 * @param kept districts that are to keep their own policy
 * @throws task.cancelled
 */
export async function openPackages(
  desk: Desk,
  files: readonly HandedFile[],
  before: readonly OpenedPackage[],
  kept: readonly string[],
  { signal, progress }: Pick<OperationContext, 'signal' | 'progress'>,
): Promise<OpenedPackage[]> {
  const opened: OpenedPackage[] = []
  for (const [position, file] of files.entries()) {
    const work = openPackage(desk, file, before, kept)
    opened.push(await afterEach(work, () => progress(position, files.length, file.fileName), signal))
  }
  return opened
}

/** The fingerprint of everything in a package: use of the money and changes of the map as well, of which the result knows nothing. */
export const partsHashOf = ({ parts }: PackageManifest): string =>
  hashOf(Object.fromEntries(parts.map(({ path, sha256 }) => [path, sha256])))

/**
 * What the plan knows of the package already. One that an older program merged is not known whole: the same may differ where it
 * did not look.
 */
export function standingOf({ manifest }: ReadPackage, merged: readonly MergedPackage[]): RollupPackage['standing'] {
  const own = merged.filter((each) => manifest.districts.includes(each.district))
  if (own.length === 0) return 'new'
  const partsHash = partsHashOf(manifest)
  const isSame = own.length === manifest.districts.length && own.every((each) => each.partsHash === partsHash)
  return isSame ? 'same' : 'replaces'
}
