import type { Indicator } from '../../model/indicator.ts'
import { formulaKeys, parseFormula, substitute, type Formula } from './formula.ts'

export interface DerivedIndicator {
  indicator: Indicator
  formula: Formula
  /** The formula with derived indicators replaced by theirs, so that it reads delivered ones only. */
  expanded: Formula
  /** Delivered indicators it rests on. */
  inputs: string[]
}

/** The indicators of a plan and its policy, with the derived ones in an order in which they can be computed. */
export interface Vocabulary {
  indicators: Map<string, Indicator>
  delivered: Indicator[]
  derived: DerivedIndicator[]
  /** For every indicator the delivered ones it rests on; a delivered one rests on itself. */
  inputsOf(key: string): string[]
  /** The indicators that this one can't exceed, directly or through others. */
  wholesOf(key: string): string[]
  /** The indicators that can't exceed this one, directly or through others. */
  partsOf(key: string): string[]
}

/**
 * Joins the dictionary and a policy's own indicators.
 * Formulas must have been checked before (policy/check): one that can't be read or that runs in a circle throws a plain Error.
 */
export function vocabularyOf(indicators: Indicator[]): Vocabulary {
  const byKey = new Map(indicators.map((indicator) => [indicator.key, indicator]))
  const inputs = new Map<string, string[]>()
  const derived: DerivedIndicator[] = []
  const open = new Set<string>()
  const visit = (indicator: Indicator): string[] => {
    const known = inputs.get(indicator.key)
    if (known !== undefined) return known
    if (indicator.formula === undefined) return (inputs.set(indicator.key, [indicator.key]), [indicator.key])
    if (open.has(indicator.key)) throw new Error(`formula of ${indicator.key} runs in a circle`)
    open.add(indicator.key)
    const formula = parseFormula(indicator.formula)
    const reads = formulaKeys(formula)
    const restsOn = [
      ...new Set(
        reads.flatMap((key) => {
          const read = byKey.get(key)
          if (read === undefined) throw new Error(`formula of ${indicator.key} reads unknown ${key}`)
          return visit(read)
        }),
      ),
    ]
    open.delete(indicator.key)
    inputs.set(indicator.key, restsOn)
    const expanded = substitute(formula, (key) => derived.find((each) => each.indicator.key === key)?.expanded)
    derived.push({ indicator, formula, expanded, inputs: restsOn })
    return restsOn
  }
  indicators.forEach(visit)
  const collect = (key: string, found: Set<string>): Set<string> => {
    for (const whole of byKey.get(key)?.notAbove ?? []) if (byKey.has(whole) && !found.has(whole)) collect(whole, found.add(whole))
    return found
  }
  const wholes = new Map(indicators.map(({ key }) => [key, [...collect(key, new Set())]]))
  return {
    indicators: byKey,
    delivered: indicators.filter((indicator) => indicator.formula === undefined),
    derived,
    inputsOf: (key) => inputs.get(key) ?? [],
    wholesOf: (key) => wholes.get(key) ?? [],
    partsOf: (key) => indicators.map((each) => each.key).filter((part) => wholes.get(part)!.includes(key)),
  }
}
