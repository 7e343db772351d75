import { randomUUID } from 'node:crypto'
import { MOST_ROLLUP_CHANGES, type OwnPolicyChoice, type RollupPackage, type RollupPreview } from '../../model/package.ts'
import type { HandedFile } from '../../contract/operation.ts'
import type { Problem } from '../../model/problem.ts'
import { namesIn, type Summary } from '../../words/summaries.ts'
import type { ReadPackage } from '../../documents/package/index.ts'
import { appError } from '../../shared/app-error.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { PlanStore, PlanWriter, StoredDistrictPolicy } from '../../store/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { inPortions, nextTurn, type Watch } from '../../shared/turns.ts'
import type { OperationContext } from '../../desk/service.ts'
import { saveDecided } from './catalogue.ts'
import { saveAppeals } from './appeals.ts'
import { saveCourtyards } from './renovation.ts'
import { saveSpent } from './spending.ts'
import { inDistrictOrder } from './content.ts'
import { keptIn, refuseOthersKept, saveKept } from './keeping.ts'
import { merge, onePerDistrict, type Merged } from './merge.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import { freePlanName } from './open.ts'
import { openPackages, partsHashOf, standingOf, type OpenedPackage } from './read.ts'

/** Packages that were opened and wait to be merged; they hold for one state of one plan. */
export interface PreparedRollup {
  id: string
  store: PlanStore
  revision: number
  year: number
  opened: OpenedPackage[]
  /** Those that would be merged, one for each district. */
  packages: ReadPackage[]
  merged: Merged
  /** The policies that districts of the packages keep. */
  kept: StoredDistrictPolicy[]
  outcome: Outcome
  problems: Problem[]
}

/**
 * Opens packages and puts them into the year, on paper.
 * @param before packages that were opened before: one that is kept since is not verified again
 * @param wanted districts that keep their own policy and result
 * @throws rollup.keepUnknown, task.cancelled
 */
export async function prepareRollup(
  desk: Desk,
  files: readonly HandedFile[],
  before: readonly OpenedPackage[],
  wanted: readonly string[],
  context: Pick<OperationContext, 'signal' | 'progress'>,
): Promise<PreparedRollup> {
  const { store } = desk
  const { revision } = store
  const opened = await openPackages(desk, files, before, wanted, context)
  refuseOthersKept(opened, wanted)
  const readable = opened.flatMap(({ read, problems }) => (read === null || problems.some((each) => each.level === 'error') ? [] : [read]))
  const { packages, problems } = onePerDistrict(readable)
  await nextTurn()
  const merged = merge(desk, packages)
  await nextTurn()
  context.signal.throwIfAborted()
  const kept = keptIn(packages, wanted)
  const outcome =
    packages.length === 0 ? { districts: [], total: null, byPlan: null, problems: [] } : outcomeOf(desk, packages, merged, kept)
  return {
    id: randomUUID(),
    store,
    revision,
    year: desk.year.year,
    opened,
    packages,
    merged,
    kept,
    outcome,
    problems: [...opened.flatMap((each) => each.problems), ...problems, ...merged.problems, ...outcome.problems],
  }
}

const errorsOf = (problems: readonly Problem[]): number => problems.filter((each) => each.level === 'error').length

function choiceOf({ read, keeping }: OpenedPackage, { byPlan }: Outcome): OwnPolicyChoice | null {
  if (read === null || keeping === null) return null
  const { title: name, version } = read.policy
  const districts = read.result.districts.map(({ district, amountFen: statedFen }) => ({
    district,
    statedFen,
    byPlanFen: byPlan?.get(district) ?? null,
  }))
  return { name, version, ...keeping, districts }
}

function packageAnswer(desk: Desk, opened: OpenedPackage, outcome: Outcome): RollupPackage {
  const { file, read, problems } = opened
  if (read === null) return { file, content: null, standing: null, planName: null, own: null, problems }
  const { format: _, formatVersion: __, parts: ___, ...content } = read.manifest
  return {
    file,
    content,
    standing: standingOf(read, desk.store.read.mergedPackages.list(desk.year.year)),
    planName: freePlanName(desk, read),
    own: choiceOf(opened, outcome),
    problems,
  }
}

export function previewOf(desk: Desk, { id, year, opened, merged, outcome, problems }: PreparedRollup): RollupPreview {
  const { changes, unchanged } = merged
  const count = (kind: string): number => changes.filter((each) => each.kind === kind).length
  const ownProblems = new Set(opened.flatMap((each) => each.problems))
  return {
    id,
    year,
    packages: opened.map((each) => packageAnswer(desk, each, outcome)),
    counts: { added: count('added'), changed: count('changed'), removed: count('removed'), unchanged },
    changes: changes.slice(0, MOST_ROLLUP_CHANGES),
    districts: outcome.districts,
    total: outcome.total,
    problems: problems.filter((each) => !ownProblems.has(each)),
    errors: errorsOf(problems),
    warnings: problems.length - errorsOf(problems),
  }
}

/** Only what the merge changes is written: merging the same once more writes nothing. */
async function saveCommunities(
  plan: PlanWriter,
  year: number,
  { own, removed, changes, overrides, ledger, items, decided, spent, appeals, courtyards }: Merged,
  watch: Watch,
): Promise<void> {
  const changed = new Set(changes.map((each) => each.key))
  const isChanged = ({ key }: { key: string }): boolean => changed.has(key)
  const wanted = new Map(overrides.filter(isChanged).map((each) => [each.key, each]))
  const entries = new Map(ledger.filter(isChanged).map((each) => [each.key, each]))
  const present = new Set(plan.overrides.list(year).map((each) => each.key))
  if (removed.length > 0) plan.communities.remove(year, removed)
  plan.catalogue.save(year, items)
  if (appeals.subjects !== null) plan.appealSubjects.save(appeals.subjects)
  if (courtyards.settings !== null) plan.renovationPlans.save(year, courtyards.settings)
  await inPortions(
    own.filter(isChanged),
    (portion) => {
      plan.communities.save(year, portion)
      for (const { key } of portion) {
        const override = wanted.get(key)
        if (override !== undefined) plan.overrides.set(year, override)
        else if (present.has(key)) plan.overrides.clear(year, key)
        saveDecided(plan, year, decided.before, decided.after, key)
        saveSpent(plan, year, spent.before, spent.after, key)
        saveAppeals(plan, year, appeals.before, appeals.after, key)
        saveCourtyards(plan, year, courtyards.before, courtyards.after, key)
      }
      plan.ledger.save(
        year,
        portion.flatMap(({ key }) => entries.get(key) ?? []),
      )
    },
    watch,
  )
}

/** The same changes in another order are the same; only other ones are written anew. */
function saveChanges(plan: PlanWriter, year: number, { unitChanges }: Merged): void {
  const present = plan.unitChanges.list(year).map(({ id: _, ...change }) => change)
  if (canonicalJson(inDistrictOrder(present)) === canonicalJson(unitChanges)) return
  plan.unitChanges.removeYear(year)
  for (const each of unitChanges) plan.unitChanges.add(each)
}

/** A package that was merged before stays remembered as it came then, whatever its file is called now. */
function rememberPackages(plan: PlanWriter, year: number, packages: readonly ReadPackage[]): void {
  const before = plan.mergedPackages.list(year)
  for (const read of packages) {
    if (standingOf(read, before) === 'same') continue
    const { manifest, file, result } = read
    const { app, policy, inputHash, resultHash } = manifest
    const partsHash = partsHashOf(manifest)
    for (const { district, count: communities, amountFen } of result.districts)
      plan.mergedPackages.save({ year, district, file, app, policy, inputHash, resultHash, partsHash, communities, amountFen })
  }
}

function summaryOf(packages: readonly ReadPackage[], { changes }: Merged, kept: readonly StoredDistrictPolicy[]): Summary {
  const count = (kind: string): number => changes.filter((each) => each.kind === kind).length
  return {
    key: 'rollupApply',
    params: {
      ...namesIn(
        'districts',
        packages.flatMap((each) => each.manifest.districts),
      ),
      added: count('added'),
      changed: count('changed'),
      removed: count('removed'),
      ...(kept.length > 0 &&
        namesIn(
          'kept',
          kept.map((each) => each.district),
        )),
    },
  }
}

/** What is being merged, as it is shown: the names of the files. */
export const labelOf = ({ packages }: PreparedRollup): string => packages.map((each) => each.file).join('、')

/**
 * Merges what was prepared, as one step that one undo takes back.
 * @param confirmed the warnings were read
 * @throws import.stale, rollup.refused, rollup.unconfirmed, task.cancelled
 */
export async function applyRollup(
  desk: Desk,
  prepared: PreparedRollup,
  confirmed: boolean,
  { signal, progress }: Pick<OperationContext, 'signal' | 'progress'>,
): Promise<{ packages: number; added: number; changed: number; removed: number }> {
  const { store, revision, year, packages, merged, kept, problems } = prepared
  if (store !== desk.store || revision !== store.revision || year !== desk.year.year) throw appError('import.stale')
  const errors = errorsOf(problems)
  if (errors > 0 || packages.length === 0) throw appError('rollup.refused', { count: errors })
  if (problems.length > 0 && !confirmed) throw appError('rollup.unconfirmed', { count: problems.length })
  const label = labelOf(prepared)
  await store.longCommand(
    'rollup.apply',
    summaryOf(packages, merged, kept),
    async (plan) => {
      // Another command may have been waiting before this one.
      if (plan.history.revision() !== revision) throw appError('import.stale')
      await saveCommunities(plan, year, merged, { signal, progress: (done, total) => progress(done, total, label) })
      saveChanges(plan, year, merged)
      rememberPackages(plan, year, packages)
      saveKept(plan, year, merged.districts, kept)
      const { synthetic, ...row } = plan.years.get(year)
      if (!synthetic && packages.some((each) => each.manifest.synthetic)) plan.years.save({ ...row, synthetic: true })
    },
    signal,
  )
  const count = (kind: string): number => merged.changes.filter((each) => each.kind === kind).length
  return { packages: packages.length, added: count('added'), changed: count('changed'), removed: count('removed') }
}
