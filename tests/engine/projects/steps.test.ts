import { describe, expect, it } from 'vitest'
import { stepProblems } from '../../../src-main/engine/projects/index.ts'
import { standingOf } from '../../../src-main/model/project-standing.ts'
import { DELIVERED_RULES, PROJECT_STEPS, ProjectEvent, type ProjectStep } from '../../../src-main/model/project.ts'

const AMOUNT = { decided: 100, contracted: 90, paid: 90, settled: 90, changed: 120 } as const
const step = (kind: ProjectStep, day: number, more: Partial<ProjectEvent> = {}): ProjectEvent =>
  ProjectEvent.parse({
    kind,
    date: `2026-03-${String(day).padStart(2, '0')}`,
    amountFen: AMOUNT[kind as keyof typeof AMOUNT] ?? null,
    body: '居民代表会议',
    reason: '原因',
    ...more,
  })
const USUAL: ProjectStep[] = PROJECT_STEPS.filter((each) => each !== 'changed' && each !== 'stopped')
const whole = (kinds: readonly ProjectStep[] = USUAL): ProjectEvent[] => kinds.map((kind, at) => step(kind, at + 1))
const strict = { ...DELIVERED_RULES, leftOut: [] }
const codes = (events: readonly ProjectEvent[], rules: Pick<typeof DELIVERED_RULES, 'leftOut'> = strict): string[] =>
  stepProblems(events, rules, () => ({})).map((each) => each.code)

describe('the steps of a project', () => {
  it('lead from the proposal to the closing, and its state follows', () => {
    expect(codes(whole())).toEqual([])
    const states = USUAL.map((_, at) => standingOf(whole().slice(0, at + 1)).state)
    expect([...new Set(states)]).toEqual([
      'proposed',
      'decided',
      'filed',
      'inWork',
      'paidInParts',
      'accepted',
      'settled',
      'published',
      'closed',
    ])
    expect(standingOf(whole())).toMatchObject({ approvedFen: 100, contractFen: 90, paidFen: 90, settledFen: 90, committedFen: 0 })
  })

  it.each(USUAL.filter((each) => !['proposed', 'contracted', 'paid', 'closed'].includes(each)))('none skips %s', (left) => {
    expect(codes(whole(USUAL.filter((each) => each !== left)))).not.toEqual([])
  })

  it('skip what the rules leave out, and nothing else', () => {
    const without = (left: ProjectStep) => whole(USUAL.filter((each) => each !== left))
    expect(codes(without('publishedDuring'), { leftOut: ['publishedDuring'] })).toEqual([])
    expect(codes(without('filed'), { leftOut: ['publishedDuring'] })).not.toEqual([])
  })

  it('hold back what is approved and not paid, until it is settled or stopped', () => {
    const until = (count: number, ...more: ProjectEvent[]) => standingOf([...whole().slice(0, count), ...more]).committedFen
    expect(until(1)).toBe(0)
    expect(until(2)).toBe(100)
    expect(until(7, step('paid', 8, { amountFen: 30 }))).toBe(70)
    expect(until(7, step('paid', 8, { amountFen: 30 }), step('settled', 9, { amountFen: 80 }))).toBe(50)
    expect(until(7, step('paid', 8, { amountFen: 30 }), step('stopped', 9))).toBe(0)
  })

  it('are looked at by their days, in whatever order they were entered', () => {
    expect(codes(whole().toReversed())).toEqual([])
    expect(codes([step('proposed', 1), step('decided', 5), step('paid', 3)])).toEqual(['project.paidBefore'])
  })

  it('never pay more than the contract, nor agree on more than was approved', () => {
    const before = whole().slice(0, 7)
    const paid = (fen: number) => stepProblems([...before, step('paid', 8, { amountFen: fen })], strict, () => ({}))
    expect(paid(90)).toEqual([])
    expect(paid(91)).toMatchObject([{ code: 'project.paidAboveContract', params: { valueFen: 91, limitFen: 90, byFen: 1 } }])
    expect(codes([...before, step('contracted', 8, { amountFen: 11 })])).toEqual(['project.contractAbove'])
    expect(codes([...before, step('settled', 8, { amountFen: 91 })], { leftOut: ['accepted'] })).toContain('project.settledAbove')
  })

  it('are filed again after a change before anything goes on', () => {
    const changed = [...whole().slice(0, 7), step('changed', 8)]
    expect(standingOf(changed)).toMatchObject({ state: 'changed', refile: true, approvedFen: 120, committedFen: 120 })
    expect(codes([...changed, step('paid', 9)])).toEqual(['project.refile'])
    const filed = [...changed, step('filed', 9)]
    expect(codes([...filed, step('paid', 10)])).toEqual([])
    expect(standingOf(filed)).toMatchObject({ state: 'inWork', refile: false })
    expect(codes([...whole().slice(0, 7), step('changed', 8, { amountFen: 80 })])).toEqual(['project.changedBelow'])
  })

  it('end with the closing or with being stopped', () => {
    expect(codes([...whole(), step('paid', 20)])).toEqual(['project.ended'])
    expect(codes([...whole().slice(0, 4), step('stopped', 9), step('started', 10)])).toEqual(['project.ended'])
    expect(codes([...whole(USUAL.filter((each) => each !== 'paid'))])).toEqual(['project.closedOpen'])
  })

  it('say who decided, how much and why', () => {
    expect(codes([step('proposed', 1), step('decided', 2, { body: '', amountFen: null })])).toEqual([
      'project.amountMissing',
      'project.bodyMissing',
    ])
    expect(codes([step('proposed', 1), step('stopped', 2, { reason: '' })])).toEqual(['project.reasonMissing'])
    expect(codes([step('proposed', 1), step('proposed', 2)])).toEqual(['project.stepTwice'])
  })
})
