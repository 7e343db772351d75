import type { ComparedRow } from '../../model/compared-rows.ts'
import { sumOfKnown } from '../../model/places.ts'
import { stepsAsText } from '../../model/sums.ts'
import type { MoneyForm } from './money.ts'
import type { Rows } from './rows.ts'
import type { ReportWords } from './words.ts'

/** A figure of the note: in which gaps it is written and how, what it is exactly, and where it comes from. */
export interface Figure {
  gaps: readonly string[]
  text: string
  exact: string
  source: string
}

/** @returns an amount to the fen, as the sources have it */
export const exactly = (fen: number | null, words: ReportWords): string =>
  fen === null ? words.notKnown : words.yuanExact(stepsAsText(fen, 2))

/** Gaps that are a sentence made of several figures. */
const COMPARED = 'compared'
const EXCEPTIONS = 'exceptions'

/** What changes, and who gains and loses; nothing where no community's amounts are known for both years. */
function comparedFigures({ whole, changes }: Rows, form: MoneyForm, words: ReportWords): Figure[] {
  if (whole.compared === 0) return []
  const { of } = words
  const change = whole.changeFen!
  const changed = change === 0 ? words.same : (change > 0 ? words.more : words.less)(form.alone(Math.abs(change)))
  const side = (sums: number[], say: ReportWords['gain'], nobody: string, source: string): Figure => {
    const fen = sums.reduce((sum, each) => sum + each, 0)
    return {
      gaps: [COMPARED],
      text: sums.length === 0 ? nobody : say(String(sums.length), form.alone(fen)),
      exact: exactly(fen, words),
      source,
    }
  }
  return [
    { gaps: [COMPARED], text: changed, exact: exactly(change, words), source: of.change },
    side(
      changes.filter((fen) => fen > 0),
      words.gain,
      words.noGain,
      of.gains,
    ),
    side(
      changes.filter((fen) => fen < 0).map((fen) => -fen),
      words.lose,
      words.noLose,
      of.losses,
    ),
  ]
}

/** The figures about all communities together. @param overrides how many classes were set by hand */
export function figuresOfWhole(rows: Rows, overrides: number, form: MoneyForm, words: ReportWords): Figure[] {
  const { whole, changes } = rows
  const { of } = words
  const isCompared = whole.compared > 0 || whole.count === 0
  const [gains, losses] = [changes.filter((fen) => fen > 0), changes.filter((fen) => fen < 0).map((fen) => -fen)]
  const count = (gap: 'communities' | 'undecided' | 'overrides' | 'gainers' | 'losers', found: number, isKnown = true): Figure => ({
    gaps: [gap],
    text: isKnown ? String(found) : words.notKnown,
    exact: isKnown ? words.counted(found) : words.notKnown,
    source: of[gap],
  })
  const money = (gap: 'change' | 'gains' | 'losses', found: number | null): Figure => {
    const fen = isCompared ? found : null
    return { gaps: [gap], text: fen === null ? words.notKnown : form.alone(fen), exact: exactly(fen, words), source: of[gap] }
  }
  const said = (fen: number | null, nothing: string, leftOut: number, say: (count: number) => string): string =>
    fen === null ? nothing : `${form.alone(fen)}${leftOut > 0 ? say(leftOut) : ''}`
  const isPreviousTold = whole.count > 0 && whole.previousFen !== null
  return [
    count('communities', whole.count),
    {
      gaps: ['total'],
      text: said(whole.amountFen, words.totalUndecided, whole.undecided, words.notCounted),
      exact: exactly(whole.amountFen, words),
      source: of.total,
    },
    {
      gaps: ['previous', ...(isPreviousTold ? [COMPARED] : [])],
      text: said(whole.previousFen, words.noPrevious, whole.withoutPrevious, words.withoutPrevious),
      exact: exactly(whole.previousFen, words),
      source: of.previous,
    },
    ...comparedFigures(rows, form, words),
    money('change', whole.changeFen),
    count('gainers', gains.length, isCompared),
    money('gains', sumOfKnown(gains)),
    count('losers', losses.length, isCompared),
    money('losses', sumOfKnown(losses)),
    count('overrides', overrides),
    count('undecided', whole.undecided),
    { gaps: [EXCEPTIONS], text: words.byHand(overrides), exact: words.counted(overrides), source: of.overrides },
    { gaps: [EXCEPTIONS], text: words.open(whole.undecided), exact: words.counted(whole.undecided), source: of.undecided },
  ]
}

/** @returns what stands in the gaps that have one figure, and in the two that are made of several */
export function gapsOfWhole(figures: readonly Figure[], whole: ComparedRow, words: ReportWords): Record<string, string> {
  const textsIn = (gap: string): string[] => figures.filter((each) => each.gaps.includes(gap)).map((each) => each.text)
  const single = figures
    .filter(({ gaps: [first] }) => first !== COMPARED && first !== EXCEPTIONS)
    .map(({ gaps: [first], text }) => [first!, text] as const)
  return {
    ...Object.fromEntries(single),
    [COMPARED]: comparedSentence(textsIn(COMPARED), whole, words),
    [EXCEPTIONS]: textsIn(EXCEPTIONS).join(words.separator),
  }
}

/** What compares this year with the last, in one sentence that does not claim what is not known. */
function comparedSentence([previous, change, gains, losses]: readonly string[], whole: ComparedRow, words: ReportWords): string {
  if (previous === undefined) return words.nothingToCompare
  if (change === undefined) return words.noneComparable(previous)
  return words.compared({ previous, change, gains: gains!, losses: losses!, among: whole.compared < whole.count ? whole.compared : null })
}
