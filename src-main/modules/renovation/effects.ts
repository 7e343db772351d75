import { classEffect, type FactColumns, type PolicyRun, type SaidEffect } from '../../engine/index.ts'
import { scheduleWith, yearlyOf } from '../../engine/renovation/index.ts'
import { GAP_WORDS, changedInWords, outcomeInWords } from '../../words/renovation.ts'
import type { Schedule, RenovationGap } from '../../model/renovation.ts'
import type { RenovationBasis } from './book.ts'

/** A community's backlog under a run; null: something is not known. */
interface Line {
  plan: Schedule | null
  gaps: readonly RenovationGap[]
}

/** What a class changes for the renovation of courtyards: through the amount, the year in which they are done. */
export function renovationEffects({ year, settings, backlogs }: RenovationBasis): readonly SaidEffect[] {
  if (backlogs.size === 0) return []
  /** Another run gives another amount to few: schedules are kept by community and amount. */
  const known = new Map<string, Map<number, Schedule | null>>()
  const planOf = (key: string, amount: number): Schedule | null => {
    const backlog = backlogs.get(key)!
    const own = known.get(key) ?? new Map<number, Schedule | null>()
    known.set(key, own)
    if (!own.has(amount)) own.set(amount, scheduleWith(backlog, settings.order, yearlyOf(backlog, Number.isNaN(amount) ? null : amount)))
    return own.get(amount)!
  }
  const lineOf = ({ facts }: FactColumns, { amounts }: PolicyRun, row: number): Line[] => {
    const { key } = facts[row]!
    const backlog = backlogs.get(key)
    if (backlog === undefined) return []
    return [{ plan: planOf(key, amounts[row]!), gaps: backlog.gaps.length > 0 ? backlog.gaps : ['amount'] }]
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
