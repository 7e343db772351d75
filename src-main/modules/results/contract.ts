import { z } from 'zod'
import { File, operation, Outgoing } from '../../contract/operation.ts'
import { Decided, EffectDifference } from '../../model/class-effect.ts'
import { Explanation, Reasons } from '../../model/explanation.ts'
import { PlanResult } from '../../model/plan.ts'
import { Policy } from '../../model/policy.ts'
import { MOST_STATEMENTS } from '../../model/statements.ts'

/** Classes and amounts, and why. */
export const resultsOperations = {
  'result.get': operation(
    'query',
    'Classes and amounts of the year under the policy, or under a scenario',
    z.strictObject({ scenario: z.number().int().optional() }),
    PlanResult,
  ),
  'result.preview': operation(
    'query',
    'Classes and amounts under a policy that is not saved',
    z.strictObject({ policy: Policy }),
    PlanResult,
  ),
  'result.explain': operation(
    'query',
    'Why a community has its class, and what would change it',
    z.strictObject({ key: z.string() }),
    Explanation,
  ),
  'result.reasons': operation(
    'query',
    'Why communities have their classes, for many at once; those that there are not are left out',
    z.strictObject({ keys: z.array(z.string()).max(10_000) }),
    z.array(Reasons),
  ),
  'result.effects': operation(
    'query',
    'What else changes for a community if it has another class',
    z.strictObject({ key: z.string(), class: z.string() }),
    z.array(EffectDifference),
  ),
  'result.decided': operation(
    'query',
    'What the classes of communities decide beside their money, as it is: by kind of effect, in the order that was asked',
    z.strictObject({ keys: z.array(z.string()).max(MOST_STATEMENTS) }),
    z.array(Decided),
  ),
  'workbook.export': operation(
    'query',
    'The Excel workbook of the plan',
    z.strictObject({ language: z.enum(['zh', 'en']).default('zh'), task: z.string().optional(), ...Outgoing }),
    File,
  ),
} as const
