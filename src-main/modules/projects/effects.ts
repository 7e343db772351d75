import { classEffect, type SaidEffect } from '../../engine/index.ts'
import type { Text } from '../../model/text.ts'
import { moneyInWords } from '../../words/money.ts'
import type { Desk } from '../../desk/desk.ts'
import { accountsAt, dayOf, isKept } from './book.ts'

/** What of a community's money is bound: paid and committed, against what it began the year with. */
export interface Bound {
  carryFen: number
  usedFen: number
}

/** @returns what is bound by community, of those that have begun anything; none where no register is kept */
export function boundIn(desk: Desk, year: number): ReadonlyMap<string, Bound> {
  if (!isKept(desk, year)) return new Map()
  return new Map(
    accountsAt(desk, year, dayOf(desk, year)).flatMap(({ key, carryFen, paidFen, committedFen }) =>
      paidFen + committedFen === 0 ? [] : [[key, { carryFen, usedFen: paidFen + committedFen }] as const],
    ),
  )
}

/** What is left of carry-over and the year's amount; below zero, what is bound beyond them. */
const leftOf = ({ carryFen, usedFen }: Bound, amountFen: number): number => carryFen + amountFen - usedFen

function words({ bound, leftFen }: { bound: Bound; leftFen: number | null }): Text {
  const used = { zh: moneyInWords(bound.usedFen, 'zh'), en: moneyInWords(bound.usedFen, 'en') }
  if (leftFen === null) return { zh: `已付和承诺${used.zh}`, en: `${used.en} paid or committed` }
  const left = { zh: moneyInWords(Math.abs(leftFen), 'zh'), en: moneyInWords(Math.abs(leftFen), 'en') }
  return leftFen < 0
    ? {
        zh: `已付和承诺${used.zh}，超出结余和本年金额${left.zh}`,
        en: `${used.en} paid or committed, ${left.en} beyond carry-over and amount`,
      }
    : { zh: `已付和承诺${used.zh}，还可安排${left.zh}`, en: `${used.en} paid or committed, ${left.en} left` }
}

/** What a class changes for projects: whether the amount still covers what is paid and committed. None where nothing was begun. */
export const projectEffects = (bound: ReadonlyMap<string, Bound>): readonly SaidEffect[] =>
  bound.size === 0
    ? []
    : [
        classEffect<{ bound: Bound; leftFen: number | null }>({
          key: 'spending',
          title: { zh: '项目资金', en: 'Money of projects' },
          of: ({ facts }, { amounts }, row) => {
            const own = bound.get(facts[row]!.key)
            return own === undefined ? [] : [{ bound: own, leftFen: Number.isNaN(amounts[row]!) ? null : leftOf(own, amounts[row]!) }]
          },
          words,
          about: () => 'spending',
          figures: [
            {
              key: 'uncovered',
              title: { zh: '超出本年金额的承诺', en: 'Committed beyond the amount' },
              unit: 'fen',
              of: ({ facts }, { amounts }) =>
                Float64Array.from(facts, ({ key }, row) => {
                  const own = bound.get(key)
                  return own === undefined ? 0 : Math.max(0, -leftOf(own, amounts[row]!))
                }),
            },
          ],
        }),
      ]
