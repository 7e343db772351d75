import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dutiesOf,
  findingsOfCommunity,
  findingsOfProject,
  findingsOfRounds,
  accountOf,
  type StandingProject,
} from '../../../src-main/engine/projects/index.ts'
import { dayAfter, workingDays } from '../../../src-main/model/calendar.ts'
import { standingOf } from '../../../src-main/model/project-standing.ts'
import {
  DELIVERED_RULES as RULES,
  ProjectEvent,
  type FindingKind,
  type Project,
  type ProjectStep,
} from '../../../src-main/model/project.ts'

const TODAY = '2026-11-23'
/** Weekends only: five working days are a week. */
const DAYS = workingDays([])
const WEEK = 7

/** What can be wrong with a project, each made on purpose; `fine`: nothing. */
const FAULTS = [
  'fine',
  'aboveCap',
  'caseAboveCap',
  'forbidden',
  'suspected',
  'unfiled',
  'changedAfterFiling',
  'before',
  'during',
  'after',
] as const
type Fault = (typeof FAULTS)[number]
const KIND: Record<Fault, FindingKind | null> = {
  fine: null,
  aboveCap: 'aboveCap',
  caseAboveCap: 'caseAboveCap',
  forbidden: 'forbidden',
  suspected: 'suspected',
  unfiled: 'unfiled',
  changedAfterFiling: 'changedAfterFiling',
  before: 'unpublished',
  during: 'unpublished',
  after: 'unpublished',
}
const PURPOSES = ['楼道照明维修', '老人助餐', '读书角', '下水管更换', '邻里节', '文化墙', '健身器材维修', '反诈宣传']

interface Drawn {
  fault: Fault
  purpose: string
  start: string
  category: (typeof RULES.categories)[number]
  share: number
  cases: number
  pace: number
  word: string
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  fault: fc.constantFrom(...FAULTS),
  purpose: fc.constantFrom(...PURPOSES),
  start: fc.integer({ min: 0, max: 20 }).map((weeks) => dayAfter('2026-01-05', weeks * WEEK)),
  category: fc.constantFrom(...RULES.categories),
  share: fc.integer({ min: 1, max: 100 }),
  cases: fc.integer({ min: 1, max: 30 }),
  pace: fc.integer({ min: 0, max: 5 }),
  word: fc.constantFrom(...RULES.forbidden),
})

/** A project that is as the rules ask but for its fault: each duty is fulfilled on its last day or before. */
function made({ fault, purpose, start, category, share, cases, pace, word }: Drawn, at: number): StandingProject {
  const isHelp = fault === 'caseAboveCap' || category.caseCapFen !== null
  const caps = isHelp ? RULES.categories.find((each) => each.caseCapFen !== null)! : category
  const most = isHelp ? Math.min(caps.capFen!, caps.caseCapFen! * cases) : caps.capFen!
  const fen =
    fault === 'aboveCap'
      ? caps.capFen! + share
      : fault === 'caseAboveCap'
        ? caps.caseCapFen! * cases + share
        : Math.floor((most * share) / 100)
  const day = (weeks: number, days = 0): string => dayAfter(start, weeks * WEEK + days)
  const steps: Array<[ProjectStep, string]> = [
    ['proposed', day(0)],
    ['decided', day(1)],
    // Within five, and within ten working days.
    ...(fault === 'before' ? [] : [['publishedBefore', day(2, pace === 5 ? 0 : -1)] as [ProjectStep, string]]),
    ...(fault === 'unfiled' ? [] : [['filed', day(pace > 2 ? 3 : 2)] as [ProjectStep, string]]),
    ['started', day(4)],
    ...(fault === 'changedAfterFiling' ? [['changed', day(5)] as [ProjectStep, string]] : []),
    ...(fault === 'during' ? [] : [['publishedDuring', day(6)] as [ProjectStep, string]]),
    ...(fault === 'changedAfterFiling'
      ? []
      : ([['paid', day(7)], ['accepted', day(8)], ['settled', day(9)], ...(fault === 'after' ? [] : [['published', day(11)]])] as Array<
          [ProjectStep, string]
        >)),
  ]
  const events = steps.map(([kind, date]) => ProjectEvent.parse({ kind, date, amountFen: fen, body: '会议', reason: '原因' }))
  const named = fault === 'suspected' || fault === 'forbidden' ? `${purpose}（${word}）` : purpose
  const project: Project = {
    year: 2026,
    key: String(at % 40),
    number: String(at),
    purpose: named,
    category: caps.key,
    plannedFen: fen,
    // A cap of one case can only be passed where cases are counted; the cap of the whole project is passed without.
    cases: isHelp && fault !== 'aboveCap' ? cases : null,
    urgent: '',
    note: '',
    use: fault === 'forbidden' ? { answer: 'forbidden', reason: '核实' } : null,
  }
  const standing = standingOf(events)
  return { ...project, ...standing, duties: dutiesOf(standing, RULES, DAYS, TODAY) }
}

describe('the radar', () => {
  it('finds in 1,000 projects exactly what is wrong, and nothing else', () => {
    const all = fc.sample(drawn, { numRuns: 1000, seed: 15 })
    const faults = new Map<Fault, number>()
    for (const [at, each] of all.entries()) {
      const expected = KIND[each.fault]
      const found = findingsOfProject(made(each, at), RULES).map((finding) => finding.kind)
      // Who passes the cap of a case by so many cases may pass the project's as well.
      const passesBoth = each.fault === 'caseAboveCap' && found.includes('aboveCap')
      expect({ each, found: passesBoth ? found.filter((kind) => kind !== 'aboveCap') : found }).toEqual({
        each,
        found: expected === null ? [] : [expected],
      })
      if (passesBoth)
        expect(RULES.categories.at(-1)!.caseCapFen! * each.cases + each.share).toBeGreaterThan(RULES.categories.at(-1)!.capFen!)
      faults.set(each.fault, (faults.get(each.fault) ?? 0) + 1)
    }
    for (const fault of FAULTS) expect(faults.get(fault)).toBeGreaterThan(50)
  })

  it('says by how much, which duty, and how many working days it is late', () => {
    const [unfiled] = findingsOfProject(
      made(
        {
          fault: 'unfiled',
          purpose: '读书角',
          start: '2026-01-05',
          category: RULES.categories[2]!,
          share: 10,
          cases: 1,
          pace: 0,
          word: '',
        },
        1,
      ),
      RULES,
    )
    // Decided on 12 January, to be filed by the 26th: 43 weeks and no day to 23 November.
    expect(unfiled).toMatchObject({ kind: 'unfiled', duty: 'filing', days: 215, number: '1' })
    const [above] = findingsOfProject(
      made(
        {
          fault: 'aboveCap',
          purpose: '读书角',
          start: '2026-01-05',
          category: RULES.categories[1]!,
          share: 7,
          cases: 1,
          pace: 0,
          word: '',
        },
        1,
      ),
      RULES,
    )
    expect(above).toMatchObject({ kind: 'aboveCap', fen: 7 })
  })

  it('tells money that lies idle only where its use lags behind the year', () => {
    const kinds = (paidFen: number, committedFen: number, elapsed: number): string[] =>
      findingsOfCommunity(
        { year: 2026, key: '1' },
        accountOf({ carryFen: 0, receivedFen: 100, paidFen, committedFen }),
        RULES,
        elapsed,
      ).map((each) => each.kind)
    expect(kinds(20, 0, 0.5)).toEqual([])
    expect(kinds(19, 0, 0.5)).toEqual(['idle'])
    expect(kinds(10, 10, 0.5)).toEqual([])
    expect(kinds(60, 50, 1)).toEqual(['overcommitted'])
    expect(
      findingsOfCommunity({ year: 2026, key: '1' }, accountOf({ carryFen: 0, receivedFen: 0, paidFen: 0, committedFen: 0 }), RULES, 1),
    ).toEqual([])
  })

  it('counts rounds of proposals: projects of one day are one, urgent ones none', () => {
    const of = (proposed: string, urgent = '') => ({
      ...made(
        { fault: 'fine', purpose: '读书角', start: '2026-01-05', category: RULES.categories[2]!, share: 1, cases: 1, pace: 0, word: '' },
        1,
      ),
      urgent,
      dates: { proposed },
    })
    const rounds = (...all: StandingProject[]): string[] => findingsOfRounds({ year: 2026, key: '1' }, all, RULES).map((each) => each.word)
    expect(rounds(of('2026-01-05'), of('2026-01-05'), of('2026-02-01', '急'), of('2026-04-01'))).toEqual([])
    expect(rounds(of('2026-01-05'), of('2026-03-31'))).toEqual(['2026-01-05、2026-03-31'])
  })
})
