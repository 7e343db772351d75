import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MergedPackage, RollupPackage } from '../../contract/package.ts'
import { problem, warning, type Problem } from '../../contract/problem.ts'
import { readPackage, type ReadPackage } from '../../documents/package/index.ts'
import { checkValue } from '../../engine/indicators/validity.ts'
import { AppError } from '../../shared/app-error.ts'
import { verifyPackage } from '../../verifier/index.ts'
import type { Desk } from '../desk.ts'
import type { OperationContext } from '../service.ts'
import { reproductionProblems } from './check.ts'

/** A chosen file: what was read of it, and what is wrong with it by itself. */
export interface OpenedPackage { file: string; read: ReadPackage | null; problems: Problem[] }

/** The package verified without the engine, then computed again by it; the second only where the first has found nothing. */
function problemsOf(bytes: Uint8Array, read: ReadPackage): Problem[] {
  const { findings, lines } = verifyPackage(bytes, read.file)
  const off = lines.find((each) => each.differenceFen !== 0)
  if (findings.length > 0) return findings
  if (off !== undefined) return [problem('package.subtotalDiffers', { file: read.file, value: off.name?.zh ?? off.key, sumFen: off.sumFen, totalFen: off.totalFen, count: off.addends, total: off.addends }, { file: read.file, path: 'result.json' })]
  return reproductionProblems(read)
}

/** Whether the package fits into the plan's year: its year, its policy, its indicators. */
function fitting(desk: Desk, { file, manifest, policy, communities }: ReadPackage): Problem[] {
  const { year, policy: own, dictionary } = desk
  if (manifest.year !== year.year) return [problem('rollup.yearDiffers', { file, value: manifest.year, year: year.year }, { file })]
  const isSame = own.id === manifest.policy.id && own.version === manifest.policy.version && desk.hashOf(own) === manifest.policy.hash
  const known = new Map(desk.wholeDictionary.indicators.map((each) => [each.key, each]))
  const strange = [...new Set(communities.flatMap((each) => Object.keys(each.values)))].filter((key) => !known.has(key)).sort()
  const unfit = communities.flatMap(({ key, name, values }) => dictionary.indicators.flatMap((each) =>
    (each.formula === undefined ? (checkValue(each, values[each.key] ?? null, { file, community: name, key, indicator: each.key }) ?? []) : [])))
  return [
    ...(isSame ? [] : [warning('rollup.policyDiffers', { file, name: `${policy.title.zh} ${policy.version}`, nameEn: `${policy.title.en || policy.title.zh} ${policy.version}`, own: `${own.title.zh} ${own.version}`, ownEn: `${own.title.en || own.title.zh} ${own.version}` }, { file })]),
    ...(strange.length === 0 ? [] : [warning('rollup.indicatorUnknown', { file, names: strange.join(', ') }, { file })]), ...unfit,
  ]
}

function openPackage(desk: Desk, file: string, bytes: Uint8Array): OpenedPackage {
  try {
    const read = readPackage(bytes, file)
    return { file, read, problems: [...problemsOf(bytes, read), ...fitting(desk, read)] }
  } catch (error) {
    if (error instanceof AppError) return { file, read: null, problems: error.problems }
    throw error
  }
}

/** Opens every file by itself; one that can't be read does not keep the others from being looked at. @throws task.cancelled */
export async function openPackages(desk: Desk, files: readonly { fileName: string; base64: string }[], { signal, progress }: Pick<OperationContext, 'signal' | 'progress'>): Promise<OpenedPackage[]> {
  const opened: OpenedPackage[] = []
  for (const [position, { fileName, base64 }] of files.entries()) {
    signal.throwIfAborted()
    progress(position, files.length, fileName)
    await nextTurn()
    opened.push(openPackage(desk, fileName, Buffer.from(base64, 'base64')))
  }
  return opened
}

/** What the plan knows of the package already. */
export function standingOf({ manifest }: ReadPackage, merged: readonly MergedPackage[]): RollupPackage['standing'] {
  const own = merged.filter((each) => manifest.districts.includes(each.district))
  if (own.length === 0) return 'new'
  const isSame = own.length === manifest.districts.length && own.every((each) => each.inputHash === manifest.inputHash && each.resultHash === manifest.resultHash)
  return isSame ? 'same' : 'replaces'
}
