import { Indicator, type Dictionary } from '../../model/indicator.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import { accountSum } from '../../model/project.ts'
import { applyEdits, type Edit } from '../../desk/edits.ts'
import type { Desk } from '../../desk/desk.ts'
import { appError } from '../../shared/app-error.ts'
import { accountsAt, dayOf, heirs, yearsOf } from './book.ts'

/** What a year's register says of a community for the next year's policy: money that nothing was promised of, and how much was spent. */
const UNCOMMITTED = 'uncommittedCarryOver'
const EXECUTION = 'executionRate'
const RATE_STEP = 0.0001

const ownIndicators = (group: string): Indicator[] => [
  Indicator.parse({
    key: UNCOMMITTED,
    label: { zh: '未承诺结余', en: 'Uncommitted carry-over' },
    unit: { zh: '元', en: 'yuan' },
    kind: 'number',
    group,
    step: 1 / FEN_PER_YUAN,
    range: { min: 0 },
    note: {
      zh: '上年项目台账的可用资金：结余加到账，减已付和已承诺未付。',
      en: "What last year's register has free: received, less paid and committed.",
    },
  }),
  Indicator.parse({
    key: EXECUTION,
    label: { zh: '上年支出进度', en: "Last year's execution" },
    kind: 'share',
    group,
    step: RATE_STEP,
    note: { zh: '上年已付占可支配资金（上年结余加到账）的比例。', en: 'Paid last year, as a share of carry-over and receipts.' },
  }),
]

/** The dictionary with both indicators; where they are already, as it is. */
function withOwn(dictionary: Dictionary): Dictionary {
  const group = dictionary.indicators.find((each) => each.key === 'carryOver')?.group ?? dictionary.groups.at(-1)!.key
  const missing = ownIndicators(group).filter(({ key }) => !dictionary.indicators.some((each) => each.key === key))
  return missing.length === 0 ? dictionary : { ...dictionary, indicators: [...dictionary.indicators, ...missing] }
}

/**
 * Takes what the register of a year has free, and how much was spent of what there was, into the next year's indicators, as one step. A
 * community that was merged counts to the one that took it over; one of which the register knows nothing stays unknown.
 * @returns the year that has them, and how many communities
 * @throws project.noNextYear; plan.frozen where that year is adopted
 */
export async function takeToIndicators(desk: Desk, from: number): Promise<{ year: number; communities: number }> {
  const into = yearsOf(desk).find((each) => each > from)
  if (into === undefined) throw appError('project.noNextYear', { year: from })
  const heirIn = heirs(desk, from + 1, into)
  const before = new Map(desk.factsOf(into).map((each) => [each.key, each]))
  const byHeir = Map.groupBy(accountsAt(desk, from, dayOf(desk, from)), ({ key }) => heirIn(key))
  const edits = [...byHeir].flatMap(([key, accounts]): Edit[] => {
    const { carryFen, receivedFen, paidFen, freeFen } = accountSum(accounts)
    const available = carryFen + receivedFen
    if (!before.has(key) || available === 0) return []
    const rate = Math.min(1, Math.round(paidFen / available / RATE_STEP) * RATE_STEP)
    return [
      { key, field: UNCOMMITTED, value: Math.max(0, freeFen) / FEN_PER_YUAN },
      { key, field: EXECUTION, value: Number(rate.toFixed(4)) },
    ]
  })
  const dictionary = withOwn(desk.wholeDictionary)
  const after = applyEdits(before, edits, dictionary.indicators)
  await desk.store.command(
    'projects.toIndicators',
    { key: 'projectIndicators', params: { year: into, from, count: after.size } },
    (plan) => {
      if (dictionary !== desk.wholeDictionary) plan.dictionary.save(dictionary)
      plan.communities.save(into, [...after.values()])
    },
  )
  return { year: into, communities: after.size }
}
