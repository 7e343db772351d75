import type { Sweep } from '../../model/analysis.ts'
import { describeProblem } from '../../words/problems.ts'
import type { Policy } from '../../model/policy.ts'
import { textIn, type Language } from '../../model/text.ts'
import { table, yuanText } from './plan-text.ts'

/** The document of `sweep --json`. A point that the engine refuses has no amount (null), and `problem` says why. */
export const sweepJson = ({ points }: Sweep) => ({
  points: points.map(({ value, byClass, amountFen, undecided, amountUnknown, problem }) => ({
    value,
    byClass,
    amountFen,
    ...(undecided > 0 && { undecided }),
    ...(amountUnknown > 0 && { amountUnknown }),
    ...(problem !== null && { problem }),
  })),
})

const SAY = {
  zh: { value: '取值', amount: '总额（元）', present: '← 现值' },
  en: { value: 'Value', amount: 'Total (yuan)', present: '<- at present' },
} as const

/** What `sweep` says to a reader: the number of communities of each class, and the total, under each value. */
export function sweepText({ number, points }: Sweep, policy: Policy, language: Language): string {
  const say = SAY[language]
  const header = [say.value, ...policy.classes.map((each) => textIn(each.name, language)), say.amount, '']
  return table([
    header,
    ...points.map(({ value, byClass, amountFen, problem }) => [
      String(value),
      ...policy.classes.map(({ key }) => String(byClass[key]?.count ?? '-')),
      amountFen === null ? '-' : yuanText(amountFen),
      problem !== null ? describeProblem(problem, language) : value === number.value ? say.present : '',
    ]),
  ]).join('\n')
}
