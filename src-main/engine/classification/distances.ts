import { leavesOf, thresholdsOf } from '../../model/condition.ts'
import { withoutDust } from '../../model/number.ts'
import type { Distance } from '../../model/explanation.ts'
import { choicesOf } from '../../model/indicator.ts'
import type { Policy } from '../../model/policy.ts'
import { crossings } from '../indicators/polynomial.ts'
import { gridAround, stepOf } from '../indicators/grid.ts'
import { decode, derive, emptyTable, type Table } from '../indicators/table.ts'
import type { Vocabulary } from '../indicators/vocabulary.ts'
import { compileClassifier } from './classifier.ts'
import { boundsOf } from './completions.ts'
import { keysOfRules } from './cells.ts'

/** A difference of two near values carries more dust than either of them. */
const DIGITS_OF_A_DIFFERENCE = 12

/** Answers, for any row of a table, how far the community is from another class. */
export interface DistanceFinder {
  distances(row: number): Distance[]
}

/**
 * For every delivered indicator the smallest change upwards and downwards that gives another class, all others as they are.
 * The class can only change where a comparison meets its threshold, so those places are the candidates; each is tried by
 * classifying anew, and only what was seen to change the class is reported.
 */
export function distanceFinder(policy: Policy, table: Table, vocabulary: Vocabulary): DistanceFinder {
  const { rules } = policy.classification
  const trial = emptyTable(vocabulary, 1)
  const classifier = compileClassifier(policy, trial, vocabulary)
  const used = keysOfRules(rules)
  const inputs = vocabulary.delivered.filter((indicator) => used.some((key) => vocabulary.inputsOf(key).includes(indicator.key)))
  const leaves = rules.flatMap((rule) => leavesOf(rule.when))
  const formulas = new Map(vocabulary.derived.map((each) => [each.indicator.key, each]))

  /** Values of the input at which the comparison of a directly or indirectly derived indicator can change. */
  const crossingsOf = (key: string, threshold: number, input: string): number[] => {
    // What a part or a whole may be depends on the input, and so may what is left open while it is missing.
    if (key === input || vocabulary.wholesOf(input).includes(key) || vocabulary.partsOf(input).includes(key)) return [threshold]
    const derived = formulas.get(key)
    if (derived === undefined || !derived.inputs.includes(input)) return []
    return crossings(derived.expanded, input, threshold, (read) => trial.columns.get(read)![0]!)
  }

  const load = (row: number): void => {
    for (const [key, column] of table.columns) trial.columns.get(key)![0] = column[row]!
  }
  const classWith = (key: string, value: number): string | null => {
    const column = trial.columns.get(key)!
    const before = column[0]!
    column[0] = value
    derive(trial, vocabulary, 0)
    const found = classifier.classify(0).class
    column[0] = before
    derive(trial, vocabulary, 0)
    return found
  }

  const distances = (row: number): Distance[] => {
    load(row)
    const now = classifier.classify(0).class
    if (now === null) return []
    const found: Array<Distance & { relative: number }> = []
    for (const indicator of inputs) {
      const value = trial.columns.get(indicator.key)![0]!
      if (Number.isNaN(value)) continue
      const choices = choicesOf(indicator)
      if (choices !== null) {
        for (const other of choices.filter((each) => each !== value)) {
          const reached = classWith(indicator.key, other)
          if (reached !== null && reached !== now)
            found.push({
              indicator: indicator.key,
              from: decode(indicator, value),
              to: decode(indicator, other),
              by: null,
              class: reached,
              relative: Infinity,
            })
        }
        continue
      }
      const bounds = boundsOf(indicator.key, 0, trial, vocabulary)
      const places = leaves.flatMap((leaf) =>
        thresholdsOf(leaf).flatMap((threshold) => crossingsOf(leaf.indicator, threshold, indicator.key)),
      )
      const candidates = [...new Set([...places, 0].flatMap((place) => gridAround(place, stepOf(indicator))))].filter(
        (candidate) => candidate !== value && candidate >= bounds.min && candidate <= bounds.max,
      )
      for (const direction of [1, -1]) {
        const ahead = candidates.filter((candidate) => (candidate - value) * direction > 0).sort((a, b) => (a - b) * direction)
        for (const candidate of ahead) {
          const reached = classWith(indicator.key, candidate)
          if (reached === null || reached === now) continue
          const by = withoutDust(candidate - value, DIGITS_OF_A_DIFFERENCE)
          found.push({
            indicator: indicator.key,
            from: value,
            to: candidate,
            by,
            class: reached,
            relative: Math.abs(by) / Math.max(Math.abs(value), Math.abs(candidate)),
          })
          break
        }
      }
    }
    return found.sort((a, b) => a.relative - b.relative).map(({ relative: _, ...distance }) => distance)
  }
  return { distances }
}
