import { z } from 'zod'
import { None, operation, Task } from '../../contract/operation.ts'
import { Equity, Sensitivity, Sweep, TimelineYear } from '../../model/analysis.ts'
import { Demand, GoalAnswer, GoalSearch } from '../../model/goal.ts'
import { Key } from '../../model/indicator.ts'
import { Supposition } from '../../model/scenario.ts'

/** As many points as a sweep may have. */
const MOST_POINTS = 400

/** Questions to a plan, or to a supposition that is not saved: nothing is changed by them. Without a policy: the one of the base,
 * without a base: the year in use. */
export const analysisOperations = {
  'analysis.equity': operation(
    'query',
    'Money per resident and per unit of a need, and how unequally it is spread',
    Supposition.extend({ need: Key.optional() }),
    Equity,
  ),
  /** path: as in policy documents, elements of keyed lists by key. from, to: in the number's own unit (fen, a fraction, people ...). */
  'analysis.sweep': operation(
    'query',
    'The plan under many values of one number of the policy',
    Supposition.extend({
      path: z.string().min(1),
      from: z.number(),
      to: z.number(),
      most: z.number().int().min(4).max(MOST_POINTS).default(61),
    }),
    Sweep,
  ),
  /** within: as far from another class, on the indicator's scale, a community is called borderline. */
  'analysis.sensitivity': operation(
    'query',
    'How near each community is to another class, and what each single move costs',
    Supposition.extend({ within: z.number().min(0).max(10).default(0.1), ...Task }),
    Sensitivity,
  ),
  'analysis.timeline': operation(
    'query',
    'The years of the plan: amounts, classes, what was spent and carried over',
    None,
    z.array(TimelineYear),
  ),
  'goal.solve': operation(
    'query',
    'Which amounts or thresholds keep to certain demands',
    Supposition.extend({ search: GoalSearch, demands: z.array(Demand).max(40), ...Task }),
    GoalAnswer,
  ),
} as const
