import type { OutputOf } from '../../contract/operations.ts'
import { preset } from '../../policy/presets.ts'
import { appError } from '../../shared/app-error.ts'
import { createPlanFile } from '../../store/index.ts'
import { PLAN_EXTENSION, type Desk } from '../desk.ts'
import { policyHash } from '../plan-result.ts'
import { sampleFacts } from '../sample.ts'
import type { Service } from '../service.ts'

const DEFAULT_POLICY = 'reference'
const FORBIDDEN_IN_NAMES = /[\\/:*?"<>|\p{Cc}]|^\.|\.$/u

/** What the top of the window shows. */
export function planInfo(desk: Desk): OutputOf<'plan.create'> {
  const { read, revision, file } = desk.store
  const { name, currentYear } = read.settings.get()
  return {
    file, name, years: read.years.list().map((each) => each.year), year: currentYear, synthetic: desk.year.synthetic, policy: desk.year.policy,
    undo: read.history.nextUndo()?.summary ?? null, redo: read.history.nextRedo()?.summary ?? null, revision,
  }
}

/** Creates a plan file in the data folder and opens it. @throws plan.nameWrong, policy.unknownName, and the store's errors */
export async function createPlan(desk: Desk, wanted: { name: string; year?: number | undefined; policy?: string | undefined; sample: boolean }): Promise<OutputOf<'plan.create'>> {
  const { resourcesFolder } = desk.options
  if (FORBIDDEN_IN_NAMES.test(wanted.name.trim()) || wanted.name.trim() === '') throw appError('plan.nameWrong', { value: wanted.name })
  const name = wanted.policy ?? DEFAULT_POLICY
  const policy = preset(resourcesFolder, name)
  if (policy === null) throw appError('policy.unknownName', { name })
  const dictionary = desk.standardDictionary
  const year = wanted.year ?? policy.effectiveYear
  const facts = wanted.sample ? await sampleFacts(resourcesFolder, dictionary) : []
  const store = createPlanFile(
    desk.pathOf(`${wanted.name.trim()}${PLAN_EXTENSION}`), desk.storeOptions,
    { name: wanted.name.trim(), year, synthetic: wanted.sample, dictionary, policy, policyHash: policyHash(policy, dictionary.indicators) },
    (plan) => plan.communities.save(year, facts),
  )
  await desk.use(store)
  return planInfo(desk)
}

export const plans = (desk: Desk) => ({
  'plan.list': () => desk.planFiles(),
  'plan.create': (input) => createPlan(desk, input),
  'plan.open': async ({ file }) => {
    await desk.open(file)
    return planInfo(desk)
  },
  'plan.close': async () => {
    await desk.close()
    return {}
  },
  'plan.useYear': async ({ year }) => {
    const { policy } = desk.year
    await desk.store.command('plan.useYear', String(year), (plan) => {
      if (!plan.years.list().some((each) => each.year === year)) plan.years.add({ year, policy, synthetic: false })
      plan.settings.save({ ...plan.settings.get(), currentYear: year })
    })
    return {}
  },
  'plan.adopt': async ({ title }) => {
    const { result } = desk
    if (result.totals.undecided > 0) throw appError('plan.notComplete', { count: result.totals.undecided })
    const id = await desk.store.command('plan.adopt', title, (plan) => plan.adopted.add(title, desk.options.now().toISOString(), result))
    return desk.store.read.adopted.list().find((each) => each.id === id)!
  },
  'plan.adopted': () => desk.store.read.adopted.list(),
  'plan.adoptedResult': ({ id }) => desk.store.read.adopted.result(id),
}) satisfies Partial<Service>
