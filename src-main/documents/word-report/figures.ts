import { payersOf } from '../../contract/fund.ts'
import { decimalsFor, shownSums, stepOf, stepsAsText, type ShownSum } from '../../contract/displayed-sums.ts'
import { classInWords } from '../../contract/policy-in-words.ts'
import { textIn } from '../../contract/text.ts'
import type { ReportInput } from './input.ts'
import { wordsIn } from './words.ts'

/** A figure of the note: how it is written, what it is exactly (null: no single amount), and where it comes from. */
export interface Figure { gap: string; text: string; exactFen: number | null; source: string }
export interface ReportTable { name: string; head: string[]; rows: string[][]; unit: string; rounded: boolean }
export interface ReportContent { gaps: Record<string, string>; figures: Figure[]; tables: ReportTable[] }

interface Row { name: string; count: number; amountFen: number; previousFen: number; changeFen: number }

const changeOf = ({ amountFen, previousFen }: { amountFen: number | null; previousFen: number | null }): number => (amountFen === null || previousFen === null ? 0 : amountFen - previousFen)

/** The communities of each name, as a row; names in the order given, or of their first community. */
function rowsBy(communities: ReportInput['result']['communities'], nameOf: (each: ReportInput['result']['communities'][number]) => string | null, names: readonly string[] = []): Row[] {
  const rows = new Map(names.map((name): [string, Row] => [name, { name, count: 0, amountFen: 0, previousFen: 0, changeFen: 0 }]))
  for (const each of communities) {
    const name = nameOf(each)
    if (name === null) continue
    const row = rows.get(name) ?? { name, count: 0, amountFen: 0, previousFen: 0, changeFen: 0 }
    rows.set(name, { ...row, count: row.count + 1, amountFen: row.amountFen + (each.amountFen ?? 0), previousFen: row.previousFen + (each.previousFen ?? 0), changeFen: row.changeFen + changeOf(each) })
  }
  return [...rows.values()]
}

/**
 * The gaps of the note's text, its tables, and for each figure where it comes from.
 * The text and the tables show the same cells: rounded once, so that they add up as they are shown.
 */
export function reportContent({ result, source, department, plan, settings, language }: ReportInput): ReportContent {
  const words = wordsIn(language)
  const { communities, totals } = result
  const { policy } = source
  const classRows = rowsBy(communities, (each) => (each.class === null ? null : classInWords(each.class, policy, language)), policy.classes.map((each) => classInWords(each.key, policy, language)))
  const districtRows = rowsBy(communities, (each) => each.district)
  const payerRows = payersOf(policy).map(({ key, name }) => ({ name: textIn(name, language), fen: communities.reduce((sum, each) => sum + (each.paid?.[key] ?? 0), 0) }))
  const changes = communities.map(changeOf)
  const [gains, losses] = [changes.filter((each) => each > 0), changes.filter((each) => each < 0).map((each) => -each)]
  const add = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0)

  const all = [...[...classRows, ...districtRows].flatMap((row) => [row.amountFen, row.previousFen, row.changeFen]), ...payerRows.map((row) => row.fen), add(gains), add(losses), totals.previousFen]
  const decimals = settings.decimals ?? decimalsFor(all, settings.unit)
  const step = stepOf(settings.unit, decimals)
  const unit = words[settings.unit]
  const cell = (steps: number | null): string => (steps === null ? '' : stepsAsText(steps, decimals))
  const money = (steps: number | null): string => (language === 'en' ? `${cell(steps)} ${unit}` : `${cell(steps)}${unit}`)
  const alone = (fen: number): string => money(shownSums({ fen }, step).steps)
  const column = (cells: readonly number[]): ShownSum => shownSums({ fen: add(cells), parts: cells.map((fen) => ({ fen })) }, step)
  const isRounded = (fens: readonly number[]): boolean => fens.some((fen) => fen % step !== 0)

  const table = (name: string, label: string, rows: readonly Row[]): { table: ReportTable; amounts: ShownSum } => {
    const [previous, amount, change] = (['previousFen', 'amountFen', 'changeFen'] as const).map((of) => column(rows.map((row) => row[of])))
    const line = (title: string, count: number, at: (sum: ShownSum) => number | null): string[] => [title, String(count), ...[previous!, amount!, change!].map((sum) => cell(at(sum)))]
    return {
      amounts: amount!,
      table: {
        name, unit, head: [label, words.count, words.previous, words.amount, words.change], rounded: isRounded(rows.flatMap((row) => [row.previousFen, row.amountFen, row.changeFen])),
        rows: [...rows.map((row, at) => line(row.name, row.count, (sum) => sum.parts[at]!.steps)), line(words.total, rows.reduce((sum, row) => sum + row.count, 0), (sum) => sum.steps)],
      },
    }
  }
  const byClass = table('classes', words.class, classRows)
  const byDistrict = table('districts', words.district, districtRows)
  const paid = column(payerRows.map((row) => row.fen))
  const byPayer: ReportTable = {
    name: 'payers', unit, head: [words.payer, words.amount], rounded: isRounded(payerRows.map((row) => row.fen)),
    rows: payerRows.length === 0 ? [] : [...payerRows.map((row, at) => [row.name, cell(paid.parts[at]!.steps)]), [words.total, cell(paid.steps)]],
  }

  const list = (items: readonly string[], nothing: string): string => (items.length === 0 ? nothing : items.join(words.separator))
  const fenFigure = (gap: 'total' | 'previous' | 'change' | 'gains' | 'losses', fen: number): Figure => ({ gap, text: alone(fen), exactFen: fen, source: words.of[gap] })
  const countFigure = (gap: 'communities' | 'undecided' | 'overrides' | 'gainers' | 'losers', count: number): Figure => ({ gap, text: String(count), exactFen: null, source: words.of[gap] })
  const single = [
    countFigure('communities', totals.communities), countFigure('undecided', totals.undecided), countFigure('overrides', communities.filter((each) => each.rule === 'override').length),
    fenFigure('total', totals.amountFen), fenFigure('previous', totals.previousFen), fenFigure('change', add(changes)), fenFigure('gains', add(gains)), fenFigure('losses', add(losses)),
    countFigure('gainers', gains.length), countFigure('losers', losses.length),
  ]
  const classFigures = classRows.map((row, at): Figure => ({ gap: 'classes', text: words.classItem(row.name, String(row.count), money(byClass.amounts.parts[at]!.steps)), exactFen: row.amountFen, source: words.of.class(row.name) }))
  const districtFigures = districtRows.map((row, at): Figure => ({ gap: 'districts', text: words.districtItem(row.name, money(byDistrict.amounts.parts[at]!.steps)), exactFen: row.amountFen, source: words.of.district(row.name) }))
  const payerFigures = payerRows.map((row, at): Figure => ({ gap: 'payers', text: words.districtItem(row.name, money(paid.parts[at]!.steps)), exactFen: row.fen, source: words.of.payer(row.name) }))
  const lists = { classes: list(classFigures.map((each) => each.text), words.noUnit), districts: list(districtFigures.map((each) => each.text), words.noUnit), payers: list(payerFigures.map((each) => each.text), words.noPayers) }
  return {
    gaps: { ...Object.fromEntries(single.map((each) => [each.gap, each.text])), ...lists, year: String(result.year), department: department || words.department, plan, policy: textIn(policy.title, language) },
    figures: [...single, ...classFigures, ...districtFigures, ...payerFigures], tables: [byClass.table, byDistrict.table, byPayer],
  }
}

