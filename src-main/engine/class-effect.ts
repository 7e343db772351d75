import type { EffectDifference, EffectSums, FigureUnit } from '../model/class-effect.ts'
import { byPlace } from '../model/places.ts'
import type { Text } from '../model/text.ts'
import type { CommunityFacts, Override } from '../model/plan.ts'
import type { Policy } from '../model/policy.ts'
import type { FactColumns } from './columns/facts.ts'
import { runPolicy, type PolicyRun } from './columns/run.ts'

/** A number that an effect gives each community under a run, to be added up; NaN where it is unknown. */
export interface EffectFigure {
  key: string
  title: Text
  unit: FigureUnit
  of(columns: FactColumns, run: PolicyRun): Float64Array
  /** Where it comes from departments: the part of each, over all communities; unknown: of how many nothing could be added. */
  departments?(columns: FactColumns, run: PolicyRun): readonly DepartmentPart[]
}
export interface DepartmentPart {
  department: Text
  value: number
  unknown: number
}

/**
 * What a class changes for a community: its money, and each other subject (measures, tasks, services, later teams ...). What
 * follows from another class is then the difference of all effects under two runs, complete by construction.
 */
export interface ClassEffect<Line> {
  key: string
  title: Text
  /** @returns the lines of one community under a run; none where the class gives it nothing of this kind */
  of(columns: FactColumns, run: PolicyRun, row: number): readonly Line[]
  words(line: Line): Text
  /** What a line is about. Of the same thing under two classes it is told that it becomes another, not that it went and came. */
  about(line: Line): string
  /** How a line reads that is held against the one before; null: as it does by itself. */
  changed?(before: Line, after: Line): Text | null
  /** What is added up where many communities are compared. */
  figures?: readonly EffectFigure[]
}

/** An effect whose lines only it can read. */
export interface SaidEffect {
  key: string
  title: Text
  figures: readonly EffectFigure[]
  /** What each line is about, and how it reads. */
  linesOf(columns: FactColumns, run: PolicyRun, row: number): Map<string, Text>
  /** How lines of the second side read that are held against those of the first, where it is otherwise; by what they are about. */
  changedOf(first: Side, second: Side, row: number): Map<string, Text>
}
export const classEffect = <Line>({ key, title, of, words, about, changed, figures = [] }: ClassEffect<Line>): SaidEffect => ({
  key,
  title,
  figures,
  linesOf: (columns, run, row) => new Map(of(columns, run, row).map((line) => [about(line), words(line)])),
  changedOf: (first, second, row) => {
    if (changed === undefined) return new Map()
    const before = new Map(of(first.columns, first.run, row).map((line) => [about(line), line]))
    return new Map(
      of(second.columns, second.run, row).flatMap((line) => {
        const was = before.get(about(line))
        const said = was === undefined ? null : changed(was, line)
        return said === null ? [] : [[about(line), said] as const]
      }),
    )
  },
})

const sameText = (a: Text, b: Text): boolean => a.zh === b.zh && a.en === b.en
const without = (lines: ReadonlyMap<string, Text>, others: ReadonlyMap<string, Text>): Text[] =>
  [...lines].filter(([about]) => !others.has(about)).map(([, line]) => line)

/** Facts and what a policy makes of them. */
export interface Side {
  columns: FactColumns
  run: PolicyRun
}

/**
 * What differs for a community between two runs over the same communities, whose facts may differ.
 * @param row its place in the order of the columns of both
 * @returns every effect, also where nothing differs
 */
export const effectDifferences = (
  effects: readonly SaidEffect[],
  [first, second]: readonly [Side, Side],
  row: number,
): EffectDifference[] =>
  effects.map(({ key, title, linesOf, changedOf }) => {
    const otherwise = changedOf(first, second, row)
    const [was, is] = [linesOf(first.columns, first.run, row), linesOf(second.columns, second.run, row)]
    const both = [...was].flatMap(([about, before]) => (is.has(about) ? [{ about, before, after: is.get(about)! }] : []))
    return {
      key,
      title,
      stays: both.filter((line) => sameText(line.before, line.after)).map((line) => line.before),
      becomes: both
        .filter((line) => !sameText(line.before, line.after))
        .map(({ about, before, after }) => ({ before, after: otherwise.get(about) ?? after })),
      before: without(was, is),
      after: without(is, was),
    }
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
  const other = { ...columns, overrides: supposed }
  const sides = [columns, other].map((each): Side => ({ columns: each, run: runPolicy(each, policy) }))
  return effectDifferences(effects, [sides[0]!, sides[1]!], row)
}

/** A side of a comparison with what its classes decide. */
export interface EffectSide extends Side {
  policy: Pick<Policy, 'classes'>
  effects: readonly SaidEffect[]
}

/** What a figure gives each community of a side, by key. */
const valuesByKey = ({ columns, run }: Side, figure: EffectFigure | undefined): Map<string, number> => {
  const values = figure?.of(columns, run)
  return new Map(values === undefined ? [] : columns.facts.map(({ key }, row) => [key, values[row]!]))
}

/** The departments of both sides with their parts of each figure. */
function departmentSums(figures: readonly EffectFigure[], sides: readonly [EffectSide, EffectSide]): EffectSums['departments'] {
  const shares = figures.map(({ key }) =>
    sides.map((side) => {
      const own = figuresOf(side).find((each) => each.key === key)
      return new Map(own?.departments?.(side.columns, side.run).map((each) => [each.department.zh, each]))
    }),
  )
  const departments = new Map(
    shares.flat().flatMap((each) => [...each].map(([key, { department }]) => [key, department] as [string, Text])),
  )
  return [...departments].map(([key, department]) => ({
    department,
    figures: figures.map((figure, at) => {
      if (figure.departments === undefined) return null
      const [was, is] = shares[at]!.map((side) => side.get(key) ?? { value: 0, unknown: 0 })
      return { base: was!.value, with: is!.value, unknown: Math.max(was!.unknown, is!.unknown) }
    }),
  }))
}

const figuresOf = ({ effects }: EffectSide): EffectFigure[] => effects.flatMap((each) => each.figures)

/**
 * The figures of all effects of two sides, added up by class, district, subdistrict and department: each sum is of whole numbers, so that
 * those of a level add up to the whole. Who is not there on a side has nothing there. A community whose figure is unknown on one of
 * the sides is in neither sum, and is counted.
 */
export function effectSums(sides: readonly [EffectSide, EffectSide]): EffectSums {
  const [first, second] = sides
  const classAfter = new Map(second.columns.facts.map(({ key }, row) => [key, second.run.classes[row]!]))
  const facts = [...new Map([...first.columns.facts, ...second.columns.facts].map((each) => [each.key, each])).values()]
  const figures = [...new Map([...figuresOf(second), ...figuresOf(first)].map((each) => [each.key, each])).values()]
  const values = figures.map(({ key }) =>
    sides.map((side) =>
      valuesByKey(
        side,
        figuresOf(side).find((each) => each.key === key),
      ),
    ),
  )
  const sumsOf = (own: readonly CommunityFacts[]): EffectSums['total']['figures'] =>
    values.map(([was, is]) => {
      const pairs = own.map(({ key }) => [was!.get(key) ?? 0, is!.get(key) ?? 0] as const)
      const known = pairs.filter(([before, after]) => !Number.isNaN(before) && !Number.isNaN(after))
      const sum = (side: 0 | 1): number => known.reduce((total, each) => total + each[side], 0)
      return { base: sum(0), with: sum(1), unknown: pairs.length - known.length }
    })
  const order = second.policy.classes.map((each): string | null => each.key)
  /** Whoever has no class comes last. */
  const orderOf = (own: string | null): number => (order.indexOf(own) + order.length + 1) % (order.length + 1)
  const group = (own: readonly CommunityFacts[]) => ({ count: own.length, figures: sumsOf(own) })
  const places = byPlace(facts, (each) => each)
  return {
    figures: figures.map(({ key, title, unit }) => ({ key, title, unit })),
    total: group(facts),
    // By the class after the change, in the policy's order: what those who are in it now had before, and have now.
    classes: [...Map.groupBy(facts, ({ key }) => classAfter.get(key) ?? null)]
      .map(([own, inside]) => ({ class: own, ...group(inside) }))
      .sort((a, b) => orderOf(a.class) - orderOf(b.class)),
    districts: places.map(({ district, own }) => ({ district, subdistrict: null, ...group(own) })),
    subdistricts: places.flatMap(({ subdistricts }) =>
      subdistricts.map(({ district, subdistrict, own }) => ({ district, subdistrict, ...group(own) })),
    ),
    departments: departmentSums(figures, sides),
  }
}
