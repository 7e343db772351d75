import { partsOf, packageName, type ReadPackage } from '../../documents/package/index.ts'
import { ENGINE_VERSION } from '../../engine/index.ts'
import { PACKAGE_EXTENSION } from '../../model/package.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { createPlanFile, type PlanWriter } from '../../store/index.ts'
import { PLAN_EXTENSION, type Desk } from '../../desk/desk.ts'
import { presentContent } from './content.ts'
import { checkPackage } from './read.ts'
import { fillAppeals } from './appeals.ts'
import { fillSpending } from './spending.ts'
import { fillCourtyards } from './renovation.ts'
import { fillTeams } from './teams.ts'

function fill(
  plan: PlanWriter,
  {
    manifest: { year },
    communities,
    overrides,
    unitChanges,
    ledger,
    catalogue,
    spending,
    teams,
    appeals,
    renovation,
    ownPolicies = [],
  }: ReadPackage,
): void {
  plan.communities.save(year, communities)
  for (const each of overrides) plan.overrides.set(year, each)
  for (const each of unitChanges) plan.unitChanges.add(each)
  plan.ledger.save(year, ledger)
  if (spending !== undefined) fillSpending(plan, spending)
  if (appeals !== undefined) fillAppeals(plan, year, appeals)
  if (teams !== undefined) fillTeams(plan, year, teams)
  if (renovation !== undefined) fillCourtyards(plan, year, renovation)
  for (const each of ownPolicies) plan.districtPolicies.save(year, each)
  if (catalogue === undefined) return
  plan.catalogue.save(year, catalogue.items)
  for (const each of catalogue.exceptions) plan.catalogueExceptions.set(year, each)
  plan.measureCounts.save(year, catalogue.counts)
  plan.serviceOffers.save(year, catalogue.offers)
  plan.targetCounts.save(year, catalogue.presents ?? [])
  plan.register.save(year, catalogue.register ?? [])
  plan.spotChecks.save(year, catalogue.checks ?? [])
}

/** As the package is called, without the ending. */
const ownName = (read: ReadPackage): string => packageName(read).slice(0, -PACKAGE_EXTENSION.length)

/** @returns a name for the package as a plan of its own: its own, or that with （2）, （3）... where there are such plans already */
export function freePlanName(desk: Desk, read: ReadPackage): string {
  const taken = new Set(desk.planFiles().map((each) => each.name))
  const own = ownName(read)
  let name = own
  for (let number = 2; taken.has(name); number++) name = `${own}（${number}）`
  return name
}

/**
 * The first part of the package that the new plan, exported again, would not have byte for byte. A result that another version of the
 * engine has written is not compared here: whether it says the same was found by computing it again.
 */
function differenceProblems(desk: Desk, { file, manifest }: ReadPackage): Problem[] {
  const again = new Map(partsOf(presentContent(desk)).map(({ path, sha256 }) => [path as string, sha256]))
  const isOlder = manifest.engine !== ENGINE_VERSION
  const differing = manifest.parts.find(({ path, sha256 }) => again.get(path) !== sha256 && !(isOlder && path === 'result.json'))
  return differing === undefined ? [] : [warning('package.openedDiffers', { file, value: differing.path }, { file, path: differing.path })]
}

/**
 * Makes a package a plan of its own and opens it: the year under the package's own policy and dictionary, from which every table
 * comes as it
 * was where the package was made. How papers look (titles, columns, signatures) is the reader's own.
 * @param name of the plan; null: as the package is called
 * @returns the new plan, and where it is not the same byte for byte: another version of the engine gives another result, or a part was
 *   written otherwise than this program would write it
 * @throws AppError what readPackage throws, what the verifier finds, package.resultDiffers with the first community and field;
 *   package.notAlone where it is a part of a larger plan; plan.exists, plan.nameWrong
 */
export async function openPackageAsPlan(
  desk: Desk,
  given: { fileName: string; bytes: Uint8Array; name: string | null },
): Promise<{ file: string; name: string; problems: Problem[] }> {
  const { read, problems } = checkPackage(given.bytes, given.fileName)
  if (problems.some((each) => each.level === 'error')) throw new AppError(problems)
  const { manifest, dictionary, policy } = read
  if (manifest.whole !== undefined)
    throw appError('package.notAlone', { file: read.file, count: manifest.whole.communities }, { file: read.file })
  const name = given.name ?? ownName(read)
  const store = createPlanFile(
    desk.pathOf(`${desk.planName(name)}${PLAN_EXTENSION}`),
    desk.storeOptions,
    { name, year: manifest.year, synthetic: manifest.synthetic, dictionary, policy, policyHash: manifest.policy.hash },
    (plan) => fill(plan, read),
  )
  await desk.use(store)
  return { file: store.file, name, problems: [...problems, ...differenceProblems(desk, read)] }
}
