import { operations, type InputOf, type OperationName, type OutputOf } from '../../src-main/contract/operations.ts'
import { AppError } from '../../src-main/shared/app-error.ts'
import { openApp } from './open-app.ts'

export type Desk = Awaited<ReturnType<typeof openDesk>>
type Ask = <N extends OperationName>(name: N, input?: InputOf<N>) => Promise<OutputOf<N>>

/** The real app, asked as a host asks it: both ends are checked against the contract. */
export async function openDesk(dataFolder?: string) {
  const { call, handOver, close, dataFolder: folder } = await openApp(dataFolder)
  const ask: Ask = async (name, input) => {
    const { input: given, output } = operations[name]
    const run = (call as unknown as Record<string, (input: unknown) => Promise<unknown>>)[name]!
    return output.parse(await run(given.parse(input ?? {}))) as never
  }
  return { ask, handOver, close, folder }
}

/** The problems of a refusal, as codes. */
export async function codesOf(work: Promise<unknown>): Promise<string[]> {
  return (await problemsOf(work)).map((each) => each.code)
}
export async function problemsOf(work: Promise<unknown>) {
  const error = await work.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof AppError) return error.problems
  throw error
}

/** A plan of its own with a few communities without codes in 东区 / 一街道, each with what is given of it. */
export async function smallPlan(communities: Record<string, Record<string, number | string | null>>, year = 2025): Promise<Desk> {
  const desk = await openDesk()
  await desk.ask('plan.create', { name: `小市${year}`, year })
  for (const [name, values] of Object.entries(communities)) {
    const { key } = await desk.ask('communities.add', { code: '', name, district: '东区', subdistrict: '一街道' })
    const edits = Object.entries(values).map(([field, value]) => ({ key, field, value }))
    if (edits.length > 0) await desk.ask('indicators.update', { edits })
  }
  return desk
}
export const keyOf = (name: string, subdistrict = '一街道'): string => `东区/${subdistrict}/${name}`

/** Enough to be classified under the reference policy: class A. */
export const MATURE = {
  location: 'urban',
  residents: 6000,
  area: 1.5,
  floating: 300,
  elderly: 900,
  estates: 6,
  resettlementEstates: 0,
  courtyards: 10,
  oldCourtyards: 1,
  managedCourtyards: 9,
  unmanagedCourtyards: 0,
  renovatedCourtyards: 0,
  staff: 9,
}
/** The same, class B. */
export const OLD = {
  ...MATURE,
  residents: 9000,
  area: 0.8,
  courtyards: 20,
  oldCourtyards: 16,
  managedCourtyards: 4,
  unmanagedCourtyards: 8,
  renovatedCourtyards: 2,
}
