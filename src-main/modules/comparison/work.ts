import type { EffectSums } from '../../model/class-effect.ts'
import type { PlanReference, ScenarioBase } from '../../model/scenario.ts'
import { effectSums, type EffectSide } from '../../engine/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { columnsOfBase, runOf, standpointOf } from '../../desk/standpoint.ts'

/** Of last year and of an adopted plan classes and amounts are kept, not what lists would be resolved from. */
const isComputed = (reference: PlanReference): reference is ScenarioBase => reference.kind !== 'lastYear' && reference.kind !== 'adopted'

function sideOf(desk: Desk, base: ScenarioBase): EffectSide {
  const standpoint = standpointOf(desk, base)
  return {
    columns: columnsOfBase(desk, base, standpoint.policy),
    run: runOf(desk, base, standpoint),
    policy: standpoint.policy,
    effects: desk.parts.effects(desk, standpoint.year.year),
  }
}

/**
 * @returns null: one of the plans is kept without what its classes would be resolved from
 * @throws the errors of standpoints and of the engine
 */
export const comparedWork = (desk: Desk, base: PlanReference, other: PlanReference): EffectSums | null =>
  isComputed(base) && isComputed(other) ? effectSums([sideOf(desk, base), sideOf(desk, other)]) : null
