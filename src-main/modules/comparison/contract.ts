import { z } from 'zod'
import { File, operation, Outgoing } from '../../contract/operation.ts'
import { EffectSums } from '../../model/class-effect.ts'
import { Comparison } from '../../model/comparison.ts'
import { PlanReference } from '../../model/scenario.ts'

/** Plans side by side. */
export const comparisonOperations = {
  'comparison.get': operation(
    'query',
    'Two to four plans side by side, the first one being the base',
    z.strictObject({ sides: z.array(PlanReference).min(2).max(4) }),
    Comparison,
  ),
  'comparison.work': operation(
    'query',
    'What classes decide under two plans, added up by class, place and department: money, measures, tasks with their hours, services',
    z.strictObject({ base: PlanReference, other: PlanReference }),
    /** null: last year and adopted plans are kept with classes and amounts, not with what lists would be resolved from. */
    EffectSums.nullable(),
  ),
  'comparison.export': operation(
    'query',
    'The Excel workbook of one plan against another',
    z.strictObject({ base: PlanReference, other: PlanReference, language: z.enum(['zh', 'en']).default('zh'), ...Outgoing }),
    File,
  ),
} as const
