import type { Component } from 'vue'
import type { Indicator } from '../../../../../src-main/model/indicator.ts'
import type { Policy, Step, StepKind } from '../../../../../src-main/model/policy.ts'
import { firstCondition } from '../policy-edit.ts'
import AddOnStep from './AddOnStep.vue'
import AmountStep from './AmountStep.vue'
import AttributeStep from './AttributeStep.vue'
import BandsStep from './BandsStep.vue'
import CarryOverStep from './CarryOverStep.vue'
import PerUnitStep from './PerUnitStep.vue'
import PointsStep from './PointsStep.vue'
import ProtectStep from './ProtectStep.vue'
import ReserveStep from './ReserveStep.vue'
import RoundStep from './RoundStep.vue'
import StandardStep from './StandardStep.vue'
import type { StepOf } from '../../../../../src-main/model/step.ts'
import TotalStep from './TotalStep.vue'

type Named<K extends StepKind> = Pick<StepOf<K>, 'key' | 'name'>
interface StepEntry<K extends StepKind> {
  /** Its form: takes the step, gives back the changed one. */
  form: Component
  /** A new step of the kind, which changes nothing yet where that is possible. */
  fresh(named: Named<K>, policy: Policy, indicators: readonly Indicator[]): StepOf<K>
}

const firstOf = (indicators: readonly Indicator[], ...kinds: Indicator['kind'][]): Indicator | undefined =>
  indicators.find((each) => kinds.includes(each.kind))
const keyOf = (indicators: readonly Indicator[], ...kinds: Indicator['kind'][]): string => firstOf(indicators, ...kinds)?.key ?? ''

/** One form for each kind of step. A new kind is one more entry. */
export const STEPS: { [K in StepKind]: StepEntry<K> } = {
  standard: {
    form: StandardStep,
    fresh: (named, { classes }) => ({ kind: 'standard', ...named, amountsFen: Object.fromEntries(classes.map((each) => [each.key, 0])) }),
  },
  perUnit: {
    form: PerUnitStep,
    fresh: (named, _, indicators) => ({
      kind: 'perUnit',
      ...named,
      indicator: keyOf(indicators, 'number'),
      rateFen: 0,
      per: 1,
      above: 0,
      portions: 'full',
    }),
  },
  attribute: {
    form: AttributeStep,
    fresh(named, _, indicators) {
      const indicator = firstOf(indicators, 'category')
      return {
        kind: 'attribute',
        ...named,
        indicator: indicator?.key ?? '',
        amountsFen: Object.fromEntries((indicator?.options ?? []).map(({ key }) => [key, 0])),
      }
    },
  },
  addOn: {
    form: AddOnStep,
    fresh: (named, _, indicators) => ({
      kind: 'addOn',
      ...named,
      when: firstCondition(firstOf(indicators, 'flag', 'category') ?? indicators[0]!),
      amountFen: 0,
    }),
  },
  bands: {
    form: BandsStep,
    fresh: (named, _, indicators) => ({
      kind: 'bands',
      ...named,
      indicator: keyOf(indicators, 'number'),
      bands: [{ from: 0, amountFen: 0 }],
    }),
  },
  points: {
    form: PointsStep,
    fresh: (named, { classes }) => ({
      kind: 'points',
      ...named,
      totalFen: 0,
      terms: [{ kind: 'class', points: Object.fromEntries(classes.map((each) => [each.key, 1])) }],
    }),
  },
  carryOver: {
    form: CarryOverStep,
    fresh: (named, _, indicators) => ({
      kind: 'carryOver',
      ...named,
      indicator: indicators.some((each) => each.key === 'carryOver') ? 'carryOver' : keyOf(indicators, 'number'),
      share: 0,
      aboveFen: 0,
    }),
  },
  floor: { form: AmountStep, fresh: (named) => ({ kind: 'floor', ...named, amountFen: 0 }) },
  cap: { form: AmountStep, fresh: (named) => ({ kind: 'cap', ...named, amountFen: 100_000_000 }) },
  protect: { form: ProtectStep, fresh: (named) => ({ kind: 'protect', ...named, loss: 0.1 }) },
  fit: { form: TotalStep, fresh: (named) => ({ kind: 'fit', ...named, totalFen: 0 }) },
  round: { form: RoundStep, fresh: (named) => ({ kind: 'round', ...named, unit: 'yuan' }) },
  reserve: {
    form: ReserveStep,
    fresh: (named, _, indicators) => ({
      kind: 'reserve',
      ...named,
      share: 0.05,
      when: firstCondition(firstOf(indicators, 'share', 'number') ?? indicators[0]!),
      shareOut: 'equal',
      released: false,
    }),
  },
}

export const STEP_KINDS = Object.keys(STEPS) as StepKind[]

/** @returns a new step of a kind; its key is free among all steps of the policy */
export const freshStep = (
  kind: StepKind,
  named: { key: string; name: Step['name'] },
  policy: Policy,
  indicators: readonly Indicator[],
): Step => STEPS[kind].fresh(named, policy, indicators)
