import { classEffect, type FactColumns, type PolicyRun, type SaidEffect } from '../../engine/index.ts'
import { scheduleWith, yearlyOf, type Backlog } from '../../engine/renovation/index.ts'
import { GAP_WORDS, changedInWords, outcomeInWords } from '../../words/renovation.ts'
import type { RenovationGap, RenovationOrder, Schedule } from '../../model/renovation.ts'
import type { RenovationBasis } from './book.ts'

/** A community's backlog under a run; null: something is not known. */
interface Line {
  plan: Schedule | null
  gaps: readonly RenovationGap[]
}

/**
 * Schedules of a backlog by the community's amount, kept as long as the backlog: the result that others are held against is the same at
 * every move of a slider, and where costs rise its orders take long to follow up.
 */
const schedules = new WeakMap<Backlog, Map<number, Schedule | null>>()
const MOST_KEPT = 12

function scheduleOf(backlog: Backlog, order: RenovationOrder, amount: number): Schedule | null {
  const known = schedules.get(backlog) ?? new Map<number, Schedule | null>()
  schedules.set(backlog, known)
  const found = known.get(amount)
  if (found !== undefined) return found
  if (known.size === MOST_KEPT) known.delete(known.keys().next().value!)
  const made = scheduleWith(backlog, order, yearlyOf(backlog, Number.isNaN(amount) ? null : amount))
  known.set(amount, made)
  return made
}

/** What a class changes for the renovation of courtyards: through the amount, the year in which they are done. */
export function renovationEffects({ year, settings, backlogs }: RenovationBasis): readonly SaidEffect[] {
  if (backlogs.size === 0) return []
  const lineOf = ({ facts }: FactColumns, { amounts }: PolicyRun, row: number): Line[] => {
    const { key } = facts[row]!
    const backlog = backlogs.get(key)
    if (backlog === undefined) return []
    return [{ plan: scheduleOf(backlog, settings.order, amounts[row]!), gaps: backlog.gaps.length > 0 ? backlog.gaps : ['amount'] }]
  }
  return [
    classEffect<Line>({
      key: 'renovation',
      title: { zh: '楼院改造', en: 'Renovation of courtyards' },
      of: lineOf,
      about: () => 'renovation',
      words: ({ plan, gaps }) =>
        plan === null ? GAP_WORDS[gaps[0]!] : { zh: outcomeInWords(plan, year, 'zh'), en: outcomeInWords(plan, year, 'en') },
      changed: ({ plan: before }, { plan: after }) =>
        before === null || after === null || after.finished === null
          ? null
          : { zh: changedInWords(before, after, year, 'zh'), en: changedInWords(before, after, year, 'en') },
      figures: [
        {
          key: 'renovationYears',
          title: { zh: '楼院等待改造（院·年）', en: 'Years that courtyards wait' },
          unit: 'pieces',
          of: (columns, run) =>
            Float64Array.from(columns.facts, (_, row) => {
              const [line] = lineOf(columns, run, row)
              return line === undefined ? 0 : (line.plan?.courtyardYears ?? Number.NaN)
            }),
        },
      ],
    }),
  ]
}
