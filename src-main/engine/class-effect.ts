import type { EffectDifference } from '../model/class-effect.ts'
import type { Text } from '../model/text.ts'
import type { Override } from '../model/plan.ts'
import type { Policy } from '../model/policy.ts'
import type { FactColumns } from './columns/facts.ts'
import { runPolicy, type PolicyRun } from './columns/run.ts'

/**
 * What a class changes for a community: its money, and each later subject (measures, tasks, teams ...). What follows from another class
 * is then the difference of all effects under two runs, complete by construction.
 */
export interface ClassEffect<Line> {
  key: string
  title: Text
  /** @returns the lines of one community under a run; none where the class gives it nothing of this kind */
  of(columns: FactColumns, run: PolicyRun, row: number): readonly Line[]
  words(line: Line): Text
}

/** An effect whose lines only it can read. */
export interface SaidEffect {
  key: string
  title: Text
  linesOf(columns: FactColumns, run: PolicyRun, row: number): Text[]
}
export const classEffect = <Line>({ key, title, of, words }: ClassEffect<Line>): SaidEffect => ({
  key,
  title,
  linesOf: (columns, run, row) => of(columns, run, row).map(words),
})

const sameText = (a: Text, b: Text): boolean => a.zh === b.zh && a.en === b.en
const without = (lines: readonly Text[], others: readonly Text[]): Text[] =>
  lines.filter((line) => !others.some((other) => sameText(line, other)))

/**
 * What differs for a community between two runs over the same facts.
 * @param row its place in the order of the columns
 * @returns every effect, also where nothing differs
 */
export const effectDifferences = (
  effects: readonly SaidEffect[],
  columns: FactColumns,
  [first, second]: readonly [PolicyRun, PolicyRun],
  row: number,
): EffectDifference[] =>
  effects.map(({ key, title, linesOf }) => {
    const [was, is] = [linesOf(columns, first, row), linesOf(columns, second, row)]
    const before = without(was, is)
    return { key, title, stays: without(was, before), before, after: without(is, was) }
  })

/**
 * What else changes for a community if it has another class: the difference of all effects with the class set by hand.
 * @returns null where the columns do not have the community
 */
export function effectsOfClass(
  effects: readonly SaidEffect[],
  columns: FactColumns,
  policy: Policy,
  { key, class: chosen }: Pick<Override, 'key' | 'class'>,
): EffectDifference[] | null {
  const row = columns.facts.findIndex((each) => each.key === key)
  if (row < 0) return null
  const supposed = new Map(columns.overrides).set(key, { key, class: chosen, reason: '-', document: '' })
  return effectDifferences(effects, columns, [runPolicy(columns, policy), runPolicy({ ...columns, overrides: supposed }, policy)], row)
}
