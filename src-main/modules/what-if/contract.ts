import { z } from 'zod'
import { Done, operation } from '../../contract/operation.ts'
import { EffectDifference, EffectSums } from '../../model/class-effect.ts'
import { Explanation } from '../../model/explanation.ts'
import { CommunityResult, Override } from '../../model/plan.ts'
import { Policy } from '../../model/policy.ts'
import { KeptSupposition, Lever, ScenarioBase, SupposedIn, Supposition, WhatIf, WhatIfBase } from '../../model/scenario.ts'

/** Suppositions, computed at once and not saved. */
export const whatIfOperations = {
  'whatif.base': operation(
    'query',
    'The plan that suppositions are measured against',
    z.strictObject({ base: ScenarioBase.optional() }),
    WhatIfBase,
  ),
  'whatif.levers': operation(
    'query',
    'The numbers of a policy that can be turned',
    z.strictObject({ base: ScenarioBase.optional(), policy: Policy.optional() }),
    z.array(Lever),
  ),
  'whatif.preview': operation(
    'query',
    'Classes and amounts under a supposition that is not saved, as columns in the order of the base',
    /** computable: while a number is still being turned; whether every rule is reached is asked when the hand rests. Left out: all. */
    Supposition.extend({ checks: z.enum(['all', 'computable']).optional() }),
    WhatIf,
  ),
  'whatif.effects': operation(
    'query',
    'What a supposition changes for one community through its class',
    Supposition.extend({ key: z.string() }),
    z.array(EffectDifference),
  ),
  'whatif.work': operation(
    'query',
    'What a supposition changes through classes, added up: money, measures, tasks with their hours, services; by class and place',
    Supposition,
    EffectSums,
  ),
  'whatif.explain': operation(
    'query',
    'Why a community has its class and amount under a supposition',
    Supposition.extend({ key: z.string() }),
    z.object({ explanation: Explanation, community: CommunityResult, override: Override.nullable(), policy: Policy }),
  ),
  /** Changes nothing in the plan: what is only supposed belongs to this computer, and comes back when the program is started again. */
  'whatif.keep': operation(
    'query',
    'Remembers what is supposed and not saved; null forgets it',
    SupposedIn.extend({ supposition: KeptSupposition.nullable() }),
    Done,
  ),
  'whatif.kept': operation('query', 'What was supposed last in a plan and year, and not saved', SupposedIn, KeptSupposition.nullable()),
} as const
