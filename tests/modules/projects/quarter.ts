import type { InputOf } from '../../../src-main/contract/operations.ts'
import type { ProjectKey, ProjectStep } from '../../../src-main/model/project.ts'
import { keyOf, MATURE, OLD, smallPlan, type Desk } from '../../support/desk.ts'

/** The tests' clock stands at Monday, 23 November 2026. */
export const TODAY = '2026-11-23'
const fen = (yuan: number): number => Math.round(yuan * 100)

/** A plan of 2026 in which 甲 has 150,000 元 and 乙 300,000 元 by the plan, and everything due has come in. */
export async function paidPlan(): Promise<Desk> {
  const desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: MATURE }, 2026)
  const { communities } = await desk.ask('receipts.list')
  const entries = communities.flatMap(({ key, payers }) =>
    payers.map(({ payer, dueFen }) => ({ key, payer, date: '2026-03-10', amountFen: dueFen!, document: '' })),
  )
  await desk.ask('receipts.add', { entries })
  return desk
}

type Step = InputOf<'projects.step'>['event']
export const step = (kind: ProjectStep, date: string, more: Partial<Step> = {}): Step => ({ kind, date, ...more })

/** A project of a community, proposed on a day. */
export async function proposed(
  desk: Desk,
  name: string,
  yuan: number,
  date = '2026-04-01',
  more: Partial<InputOf<'projects.add'>['plan']> = {},
) {
  return desk.ask('projects.add', {
    key: keyOf(name),
    proposed: date,
    plan: { purpose: '楼道照明', category: 'environment', plannedFen: fen(yuan), ...more },
  })
}

/** Steps of a project one after the other. */
export async function goOn(desk: Desk, project: ProjectKey, ...events: Step[]): Promise<void> {
  for (const event of events) await desk.ask('projects.step', { project, event })
}

export const decided = (yuan: number, date = '2026-04-10'): Step => step('decided', date, { amountFen: fen(yuan), body: '居民代表会议' })
/** From the decision to the closing, with the amount as it was approved. */
export const toTheEnd = (yuan: number): Step[] => [
  decided(yuan),
  step('publishedBefore', '2026-04-13'),
  step('filed', '2026-04-15', { document: '备〔2026〕1号' }),
  step('contracted', '2026-04-20', { amountFen: fen(yuan) }),
  step('started', '2026-04-21'),
  step('publishedDuring', '2026-04-24'),
  step('paid', '2026-05-10', { amountFen: fen(yuan), code: '2080208' }),
  step('accepted', '2026-05-20'),
  step('settled', '2026-05-25', { amountFen: fen(yuan) }),
  step('published', '2026-05-28'),
  step('closed', '2026-06-01'),
]
