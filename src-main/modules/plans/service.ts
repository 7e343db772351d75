import type { OutputOf } from '../../contract/operations.ts'
import type { CatalogueItem } from '../../model/catalogue.ts'
import type { Policy } from '../../model/policy.ts'
import { preset, referenceCatalogue } from '../../policy/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { createPlanFile, type PlanWriter } from '../../store/index.ts'
import { PLAN_EXTENSION, type Desk } from '../../desk/desk.ts'
import { planInfo } from '../../desk/plan-info.ts'
import { policyHash } from '../../desk/plan-result.ts'
import { notYetIn } from '../policies/index.ts'
import { planFileCare } from './files.ts'
import { adopt, adoptionOf, takeBack } from './adoption.ts'
import { progressOf } from './progress.ts'
import { sampleAppeals } from './sample-appeals.ts'
import { sampleRegister } from './sample-register.ts'
import { sampleRenovation } from './sample-renovation.ts'
import { sampleYears, type SampleYear } from './sample-years.ts'
import { sampleFacts } from './sample.ts'
import type { Service } from '../../desk/service.ts'

const DEFAULT_POLICY = 'reference'
/** The sample's policy before there were classes. */
const FLAT_POLICY = 'flat-2018'

/** Writes the years of a new plan, of which the one that is opened is there already. */
function fillYears(plan: PlanWriter, years: SampleYear[], items: readonly CatalogueItem[], hashOf: (policy: Policy) => string): void {
  const { currentYear } = plan.settings.get()
  for (const { year, policy, communities, ledger } of years) {
    plan.policies.add(policy, hashOf(policy))
    if (year !== currentYear) plan.years.add({ year, policy: { id: policy.id, version: policy.version }, synthetic: true })
    plan.communities.save(year, communities)
    plan.catalogue.save(year, items)
    plan.ledger.save(year, ledger)
    const { register, checks } = sampleRegister(communities, year)
    plan.register.save(year, register)
    plan.spotChecks.save(year, checks)
    plan.appeals.save(year, sampleAppeals(communities, year))
    plan.renovationLots.save(year, sampleRenovation(communities, year))
  }
}

/** Creates a plan file in the data folder and opens it. @throws plan.nameWrong, policy.unknownName, policy.notYet, and the store's errors */
export async function createPlan(
  desk: Desk,
  wanted: { name: string; year?: number | undefined; policy?: string | undefined; sample: boolean },
): Promise<OutputOf<'plan.create'>> {
  const { resourcesFolder } = desk.options
  const planName = desk.planName(wanted.name)
  const name = wanted.policy ?? DEFAULT_POLICY
  const policy = preset(resourcesFolder, name)
  if (policy === null) throw appError('policy.unknownName', { name })
  const dictionary = desk.standardDictionary
  const year = wanted.year ?? policy.effectiveYear
  const early = notYetIn(policy, year)
  if (early.length > 0) throw new AppError(early)
  const facts = wanted.sample ? await sampleFacts(resourcesFolder, dictionary) : []
  // A sample for another year or policy is only its sheet: the other years would not follow from it.
  const hasYears = wanted.sample && wanted.year === undefined && wanted.policy === undefined
  const years = hasYears
    ? sampleYears(facts, { flat: preset(resourcesFolder, FLAT_POLICY)!, reference: policy }, dictionary.indicators)
    : [{ year, policy, communities: facts, ledger: [] }]
  const items = wanted.sample ? referenceCatalogue(resourcesFolder) : []
  const store = createPlanFile(
    desk.pathOf(`${planName}${PLAN_EXTENSION}`),
    desk.storeOptions,
    { name: planName, year, synthetic: wanted.sample, dictionary, policy, policyHash: policyHash(policy, dictionary.indicators) },
    (plan) => fillYears(plan, years, items, (each) => policyHash(each, dictionary.indicators)),
  )
  await desk.use(store)
  return planInfo(desk)
}

export const plans = (desk: Desk) =>
  ({
    ...planFileCare(desk),
    'plan.create': (input) => createPlan(desk, input),
    'plan.open': async ({ file }) => {
      await desk.open(file)
      return planInfo(desk)
    },
    'plan.close': async () => {
      await desk.close()
      return {}
    },
    'plan.useYear': ({ year }) => {
      desk.standAt(year)
      return {}
    },
    'plan.check': async () => {
      await desk.check.finding()
      return planInfo(desk).warnings
    },
    'plan.progress': () => progressOf(desk),
    'plan.adoption': () => adoptionOf(desk),
    'plan.adopt': ({ title }) => adopt(desk, title),
    'plan.takeBack': async (wanted) => {
      await takeBack(desk, wanted)
      return {}
    },
    'plan.adopted': () => desk.store.read.adopted.list(),
    'plan.adoptedResult': ({ id }) => desk.arranged(desk.store.read.adopted.result(id)),
  }) satisfies Partial<Service>
