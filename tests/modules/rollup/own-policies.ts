import type { Policy, Step } from '../../../src-main/model/policy.ts'
import type { Problem } from '../../../src-main/model/problem.ts'
import { MATURE, OLD, type Desk } from '../../support/desk.ts'
import { cityPlan, districtPlan, exported, type PackageFile, type Sheet } from './rollup-support.ts'

export const EAST = '东区'
const MORE_FEN = 20_000_000

/** Every class has so much more (fen) by each step that gives amounts by class. */
export function withMore(policy: Policy, moreFen = MORE_FEN): void {
  for (const step of policy.allocation.steps)
    if (step.kind === 'standard')
      step.amountsFen = Object.fromEntries(Object.entries(step.amountsFen).map(([key, fen]) => [key, fen + moreFen]))
}

/** Has the plan another policy than before. @param change of the present one */
export async function usesOther({ ask }: Desk, change: (policy: Policy) => void, id = 'east', version = '1.0.0'): Promise<Policy> {
  const { $schema: _, examples: __, ...policy } = await ask('policy.get')
  const other: Policy = structuredClone({ ...policy, id, version })
  change(other)
  await ask('policy.add', { document: other })
  await ask('policy.use', { id, version })
  return other
}

/** A district whose own policy gives every class more. */
export async function generous(communities: Sheet = { 甲: MATURE, 乙: OLD }, version = '1.0.0'): Promise<Desk> {
  const district = await districtPlan(EAST, communities)
  const change = (policy: Policy): void => {
    policy.title = { zh: '东区办法', en: 'Policy of the east' }
    withMore(policy)
  }
  await usesOther(district, change, 'east', version)
  return district
}

export const FIT: Step = { kind: 'fit', key: 'fit', name: { zh: '总额控制', en: 'Total' }, totalFen: 100_000_000 }
/** The policies of a district, each by the reason why it can't be kept. */
const UNFIT: Readonly<Record<string, (policy: Policy) => void>> = {
  'rollup.keepFinanced': ({ allocation }) =>
    void allocation.steps.push({ kind: 'protect', key: 'safe', name: { zh: '保底', en: 'Guarantee' }, loss: 0, financed: true }),
  'rollup.keepClasses': ({ classes, allocation: { steps } }) => {
    classes.push({ ...classes[0]!, key: 'X', name: { zh: '另类', en: 'Other' } })
    for (const step of steps) if (step.kind === 'standard') step.amountsFen.X = 100
  },
  'rollup.keepPayers': ({ allocation }) => {
    allocation.split = undefined
  },
  'rollup.keepComponents': ({ allocation }) => {
    allocation.components = [{ key: 'more', name: { zh: '专项', en: 'Special' }, steps: [{ ...allocation.steps[0]!, key: 'more' }] }]
  },
}

const problemsIn = async (city: Desk, file: PackageFile): Promise<Problem[]> =>
  (await city.ask('rollup.preview', { files: [file], kept: [EAST] })).packages.flatMap((each) => each.problems)

/** What is said where a district is to keep a policy that can't be kept. @param named name of the package's file */
export async function unfit(code: string, fileName: string): Promise<Problem[]> {
  const district = await districtPlan(EAST, { 甲: { ...MATURE, previousAmount: 10_000_000 }, 乙: { ...OLD, previousAmount: 32_000_000 } })
  await usesOther(district, UNFIT[code]!)
  return problemsIn(await cityPlan(), { ...(await exported(district)), fileName })
}

/** The same where the city shares out one sum. */
export async function unfitBesideShares(fileName: string): Promise<Problem[]> {
  const city = await cityPlan()
  await usesOther(city, ({ allocation }) => void allocation.steps.push(FIT), 'one-total')
  return problemsIn(city, { ...(await exported(await generous())), fileName })
}

/** The same where an indicator means something else in the city. */
export async function unfitIndicators(fileName: string): Promise<Problem[]> {
  const city = await cityPlan()
  await city.ask('dictionary.changeIndicator', { key: 'residents', change: { range: { max: 90_000 } } })
  return problemsIn(city, { ...(await exported(await generous())), fileName })
}
