import type { Indicator } from '../../model/indicator.ts'
import type { Policy, Step } from '../../model/policy.ts'
import { optionKeysOf } from '../../model/step.ts'
import type { Language } from '../../model/text.ts'
import { choicesOf, sheetPercent } from './indicator-values.ts'
import type { WorkbookInput } from './input.ts'
import { yuan } from './page.ts'
import { words } from './words.ts'

/** One number of a step on the parameter sheet: an amount in 元, a share in percent, or a number of units. */
export interface StepParameter {
  label: string
  from: number | null
  value: number
}

/** @returns the indicator of a key as the policy or the dictionary defines it. */
export const indicatorNamed = (key: string, { policy, dictionary }: Pick<WorkbookInput, 'policy' | 'dictionary'>): Indicator | undefined =>
  policy.indicators.find((each) => each.key === key) ?? dictionary.indicators.find((each) => each.key === key)

/**
 * The numbers of a step that another amount can be tried with, in the order in which its formula refers to them. The standards by
 * class have
 * a table of their own, and the points of a shared sum have no place in a formula.
 */
export const parametersOf = (
  step: Step,
  input: { policy: Policy; dictionary: WorkbookInput['dictionary']; language: Language },
): StepParameter[] => {
  const say = words[input.language].stepParameters
  const one = (label: string, value: number): StepParameter => ({ label, from: null, value })
  const indicator = 'indicator' in step ? indicatorNamed(step.indicator, input) : undefined
  const scaled = (value: number): number => (indicator?.kind === 'share' ? sheetPercent(value) : value)
  switch (step.kind) {
    case 'attribute':
      return indicator === undefined
        ? []
        : choicesOf(indicator, input.language).map((label, i) => one(label, yuan(step.amountsFen[optionKeysOf(indicator)[i]!] ?? 0)))
    case 'bands':
      return step.bands.map((band) => ({ label: say.from, from: scaled(band.from), value: yuan(band.amountFen) }))
    case 'perUnit':
      return [
        one(say.rate, yuan(step.rateFen)),
        one(say.per, scaled(step.per)),
        one(say.above, scaled(step.above)),
        ...(step.minFen === undefined ? [] : [one(say.least, yuan(step.minFen))]),
        ...(step.maxFen === undefined ? [] : [one(say.most, yuan(step.maxFen))]),
      ]
    case 'carryOver':
      return [one(say.share, sheetPercent(step.share)), one(say.aboveAmount, yuan(step.aboveFen))]
    case 'addOn':
    case 'floor':
    case 'cap':
      return [one(say.amount, yuan(step.amountFen))]
    case 'fit':
      return [one(say.amount, yuan(step.totalFen))]
    case 'protect':
      return [
        ...(step.loss === undefined ? [] : [one(say.loss, sheetPercent(step.loss))]),
        ...(step.gain === undefined ? [] : [one(say.gain, sheetPercent(step.gain))]),
      ]
    case 'reserve':
      return [one(say.share, sheetPercent(step.share))]
    case 'standard':
    case 'points':
    case 'round':
      return []
  }
}
