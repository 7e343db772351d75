import { daysBetween, type Day } from '../../model/calendar.ts'
import type { Dues, DueInstalment, Instalment, ReceiptEntry } from '../../model/receipt.ts'
import { shareOut } from '../allocation/largest-remainder.ts'

/** The instalments of a payer: his own, else everybody's, by their days. 02-30 falls on the last day of February. */
function instalmentsOf(payer: string, all: readonly Instalment[], year: number): Array<{ due: Day; percent: number }> {
  const own = all.filter((each) => each.payer === payer)
  return (own.length > 0 ? own : all.filter((each) => each.payer === null))
    .map(({ due, percent }) => {
      const [month, day] = due.split('-').map(Number) as [number, number]
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
      return { due: `${year}-${due.slice(0, 2)}-${String(Math.min(day, last)).padStart(2, '0')}`, percent }
    })
    .sort((one, other) => (one.due < other.due ? -1 : Number(one.due > other.due)))
}

/** The day on which so much had come in; null: it has not. */
function coveredOn(fen: number, receipts: readonly ReceiptEntry[]): Day | null {
  let sum = 0
  for (const { date, amountFen } of receipts) {
    sum += amountFen
    if (sum >= fen) return date
  }
  return null
}

/**
 * A payer's account with one community: what came in covers the oldest instalment first.
 * @param dueFen of the year by the plan; null: not known, and so is what is due by now, short or too much
 * @param today receipts after it do not count
 */
export function duesOf(
  payer: string,
  dueFen: number | null,
  receipts: readonly ReceiptEntry[],
  instalments: readonly Instalment[],
  year: number,
  today: Day,
): Dues {
  const own = receipts
    .filter(({ date }) => date <= today)
    .toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)))
  const receivedFen = own.reduce((sum, each) => sum + each.amountFen, 0)
  if (dueFen === null) return { payer, dueFen, dueNowFen: null, receivedFen, shortFen: null, overFen: null, lateDays: 0, instalments: [] }
  const parts = instalmentsOf(payer, instalments, year)
  const amounts = shareOut(
    dueFen,
    parts.map((each) => each.percent),
  )
  let before = 0
  const lines = parts.map(({ due }, at): DueInstalment => {
    const fen = amounts[at]!
    const receivedOfIt = Math.max(0, Math.min(fen, receivedFen - before))
    const covered = fen === 0 ? null : coveredOn(before + fen, own)
    before += fen
    const until = fen === 0 ? due : (covered ?? today)
    return { due, fen, receivedFen: receivedOfIt, covered, lateDays: Math.max(0, daysBetween(due, until)) }
  })
  const isDue = ({ due }: DueInstalment): boolean => due < today
  const dueNowFen = lines.filter(isDue).reduce((sum, each) => sum + each.fen, 0)
  const open = lines.find((each) => isDue(each) && each.receivedFen < each.fen)
  return {
    payer,
    dueFen,
    dueNowFen,
    receivedFen,
    shortFen: Math.max(0, dueNowFen - receivedFen),
    overFen: Math.max(0, receivedFen - dueFen),
    lateDays: open?.lateDays ?? 0,
    instalments: lines,
  }
}
