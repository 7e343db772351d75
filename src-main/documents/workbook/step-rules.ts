import { withoutDust } from '../../model/number.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { Step } from '../../model/policy.ts'
import { classFormulas } from './class-formulas.ts'
import { sheetPercent } from './indicator-values.ts'
import type { StepParameter } from './step-parameters.ts'

/** Addresses of what a step's formula may refer to, on the row of a community. */
export interface StepCells {
  class: string
  value: string
  /** The sum of the component's earlier steps, and of all steps of earlier components: addresses or formulas. */
  before: string
  earlier: string
  previous: string
  /** The step's own parameters, and their three columns. */
  parameter: (position: number) => string
  labels: string
  froms: string
  values: string
  /** The standard of the community's class. */
  standard: string
}

/** What the same formula finds in those cells; money in 元. */
export interface StepFacts {
  value: string | number | null
  before: number
  earlier: number
  previous: number | null
  standard: number | null
  line: number
}

/** A step as a formula of a cell, and the 元 that this formula gives; null: it gives nothing that can be told. */
export interface StepRule {
  formula: (cells: StepCells) => string
  yuan: (facts: StepFacts) => number | null
}

const rounded = (value: number, digits: number): number => {
  const scale = 10 ** digits
  return (Math.sign(value) * Math.round(withoutDust(Math.abs(value) * scale))) / scale
}
const cut = (value: number, digits: number): number => Math.trunc(withoutDust(value * 10 ** digits)) / 10 ** digits

const bandsRule = (parameters: StepParameter[]): StepRule => ({
  formula: ({ value, froms, values }) => `IF(${value}<INDEX(${froms},1),0,LOOKUP(${value},${froms},${values}))`,
  yuan: ({ value }) => (typeof value === 'number' ? (parameters.findLast((each) => value >= each.from!)?.value ?? 0) : null),
})

const perUnitRule = (step: Extract<Step, { kind: 'perUnit' }>, parameters: StepParameter[]): StepRule => {
  const [rate, per, above] = parameters.map((each) => each.value) as [number, number, number]
  const least = step.minFen === undefined ? null : 3
  const most = step.maxFen === undefined ? null : least === null ? 3 : 4
  return {
    formula: ({ value, parameter }) => {
      const over = `ROUND(MAX(0,${value}-${parameter(2)}),6)`
      const portions = {
        exact: `${over}/${parameter(1)}`,
        started: `ROUNDUP(ROUND(${over}/${parameter(1)},9),0)`,
        full: `ROUNDDOWN(ROUND(${over}/${parameter(1)},9),0)`,
      }[step.portions]
      const money = `ROUND(${parameter(0)}*${portions},2)`
      const raised = least === null ? money : `MAX(${parameter(least)},${money})`
      return most === null ? raised : `MIN(${parameter(most)},${raised})`
    },
    yuan: ({ value }) => {
      if (typeof value !== 'number') return null
      const over = rounded(Math.max(0, value - above), 6)
      const portions = { exact: over / per, started: Math.ceil(rounded(over / per, 9)), full: Math.floor(rounded(over / per, 9)) }[
        step.portions
      ]
      const money = Math.max(least === null ? 0 : parameters[least]!.value, rounded(rate * portions, 2))
      return most === null ? money : Math.min(parameters[most]!.value, money)
    },
  }
}

const protectRule = (step: Extract<Step, { kind: 'protect' }>): StepRule => {
  const [loss, gain] = [step.loss, step.gain]
  const part = (previous: string, parameter: string): string => `ROUNDDOWN(ROUND(${previous}*${parameter}/100,6),2)`
  const partOf = (previous: number, share: number): number => cut(rounded((previous * sheetPercent(share)) / 100, 6), 2)
  return {
    formula: ({ before, earlier, previous, parameter }) => {
      const raised = loss === undefined ? before : `MAX(${before},${previous}-${part(previous, parameter(0))}-${earlier})`
      const bound =
        gain === undefined ? raised : `MIN(${raised},${previous}+${part(previous, parameter(loss === undefined ? 0 : 1))}-${earlier})`
      return `IF(${previous}=0,0,ROUND(${bound}-${before},2))`
    },
    yuan: ({ before, earlier, previous }) => {
      if (previous === null) return null
      if (previous === 0) return 0
      const raised = loss === undefined ? before : Math.max(before, previous - partOf(previous, loss) - earlier)
      return (gain === undefined ? raised : Math.min(raised, previous + partOf(previous, gain) - earlier)) - before
    },
  }
}

/**
 * The formula that a step is on one community's row, where there is one: fitting to a total, sharing a sum out, rounding by
 * largest remainder and
 * guarantees paid for by others depend on all communities at once. Bounds of other steps are not in the formula; whoever uses it
 * compares what it gives with what the engine found.
 * @param indicator of the step, as its cells show it; undefined: it has none there
 */
export const ruleOfStep = (step: Step, indicator: Indicator | undefined, parameters: StepParameter[]): StepRule | null => {
  switch (step.kind) {
    case 'standard':
      return { formula: ({ standard }) => standard, yuan: ({ standard }) => standard }
    case 'attribute': {
      if (indicator === undefined) return null
      const look = classFormulas(parameters.map((each) => each.label))
      return {
        formula: ({ value, labels, values }) => look.lookUp(value, labels, values),
        yuan: ({ value }) => parameters.find((each) => each.label === value)?.value ?? null,
      }
    }
    case 'bands':
      return indicator === undefined || step.bands.some((band, i) => i > 0 && band.from <= step.bands[i - 1]!.from)
        ? null
        : bandsRule(parameters)
    case 'perUnit':
      return indicator === undefined ? null : perUnitRule(step, parameters)
    // Who meets the condition is a fact of the plan; only the amount can be another.
    case 'addOn':
      return { formula: ({ parameter }) => parameter(0), yuan: ({ line }) => (line === 0 ? null : parameters[0]!.value) }
    case 'carryOver':
      return indicator === undefined
        ? null
        : {
            formula: ({ value, before, parameter }) => `-MIN(${before},ROUND(MAX(0,${value}-${parameter(1)})*${parameter(0)}/100,2))`,
            yuan: ({ value, before }) =>
              typeof value === 'number'
                ? -Math.min(before, rounded((Math.max(0, value - parameters[1]!.value) * parameters[0]!.value) / 100, 2))
                : null,
          }
    case 'floor':
      return {
        formula: ({ before, parameter }) => `MAX(0,ROUND(${parameter(0)}-${before},2))`,
        yuan: ({ before }) => Math.max(0, parameters[0]!.value - before),
      }
    case 'cap':
      return {
        formula: ({ before, parameter }) => `MIN(0,ROUND(${parameter(0)}-${before},2))`,
        yuan: ({ before }) => Math.min(0, parameters[0]!.value - before),
      }
    case 'protect':
      return step.financed === true || parameters.length === 0 ? null : protectRule(step)
    case 'reserve':
      return step.released
        ? null
        : {
            formula: ({ before, parameter }) => `-ROUND(${before}*${parameter(0)}/100,2)`,
            yuan: ({ before }) => -rounded((before * parameters[0]!.value) / 100, 2),
          }
    case 'fit':
    case 'points':
    case 'round':
      return null
  }
}
