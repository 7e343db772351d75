import type { Policy } from '../../model/policy.ts'
import { emptyTable, type Table } from '../indicators/table.ts'
import type { Vocabulary } from '../indicators/vocabulary.ts'
import { cellIn, combinations, keysOfRules, thresholdsFor } from './cells.ts'
import { completionsOf, type Completions } from './completions.ts'
import { compileCondition, TRUE } from './condition.ts'

/** Completions of one community that are tried before it is called undecided without trying. */
const MOST_COMPLETIONS = 20_000

/** What a community may be, whatever its missing indicators are. */
export interface Trial {
  /** Positions of the rules that decide in some completion; that of the fallback is the number of rules. */
  positions: readonly number[]
  /** The missing indicators that the rules look at and that can matter; all of them where there were too many completions to try. */
  matters: readonly string[]
  /** Whether every completion was tried. */
  tried: boolean
}

/**
 * Tries every completion of a row. Rules see an indicator only through their thresholds, so rows whose known values and whose missing ones'
 * choices lie in the same cells get the same answer, which is found once: of a city that has only its names, one row is tried for all.
 * @param classOf the class that the rule at a position gives
 */
export function completionTrier(policy: Policy, table: Table, vocabulary: Vocabulary, classOf: (position: number) => string) {
  const { rules } = policy.classification
  const keys = keysOfRules(rules)
  const thresholds = new Map(keys.map((key) => [key, thresholdsFor(rules, key)]))
  const trial = emptyTable(vocabulary, 1)
  const compiled = rules.map((rule) => compileCondition(rule.when, trial, vocabulary.indicators))
  const firstTrue = (): number => {
    const at = compiled.findIndex((rule) => rule.test(0) === TRUE)
    return at < 0 ? rules.length : at
  }
  const found = new Map<string, Trial>()

  /** Two rows of the same pattern have the same completions, as far as any rule can tell. */
  const patternOf = (row: number, missing: readonly string[], { choices, tied }: Completions): string =>
    JSON.stringify([
      keys.map((key) => {
        const value = table.columns.get(key)![row]!
        return Number.isNaN(value) ? null : cellIn(thresholds.get(key)!, vocabulary.indicators.get(key)!, value)
      }),
      missing.map((key, i) =>
        // A part and its whole are compared with each other, too, so their very values count.
        tied.has(i) ? choices[i] : choices[i]!.map((value) => cellIn(thresholds.get(key)!, vocabulary.indicators.get(key)!, value)),
      ),
    ])

  function tryAll(row: number, missing: readonly string[], { choices, fits }: Completions): Trial {
    for (const key of keys) trial.columns.get(key)![0] = table.columns.get(key)![row]!
    const columns = missing.map((key) => trial.columns.get(key)!)
    const positions = new Set<number>()
    /** For each missing indicator: the class seen under each combination of the others. */
    const seen = missing.map(() => new Map<number, string>())
    const matters = new Set<number>()
    const tried = combinations(choices, MOST_COMPLETIONS, (values, withoutOne) => {
      if (!fits(values)) return
      columns.forEach((column, i) => {
        column[0] = values[i]!
      })
      const position = firstTrue()
      positions.add(position)
      const reached = classOf(position)
      columns.forEach((_, i) => {
        if (matters.has(i)) return
        const before = seen[i]!.get(withoutOne(i))
        if (before === undefined) seen[i]!.set(withoutOne(i), reached)
        else if (before !== reached) matters.add(i)
      })
    })
    if (!tried || positions.size === 0) return { positions: [], matters: missing, tried: false }
    return { positions: [...positions], matters: missing.filter((_, i) => matters.has(i)), tried: true }
  }

  /** @returns what the row may be, and which of its missing indicators that hangs on */
  return (row: number): Trial => {
    const missing = keys.filter((key) => Number.isNaN(table.columns.get(key)![row]!))
    const completions = completionsOf(missing, row, table, vocabulary, thresholds)
    const pattern = patternOf(row, missing, completions)
    const known = found.get(pattern) ?? tryAll(row, missing, completions)
    found.set(pattern, known)
    return known
  }
}
