import { z } from 'zod'
import { PlanInfo } from '../../contract/desk.ts'
import { Done, None, operation } from '../../contract/operation.ts'
import { Adopted, PlanResult } from '../../model/plan.ts'
import { Year } from '../../model/year.ts'

/** Plan files, and adopting the result of a year. */
export const plansOperations = {
  'plan.list': operation(
    'query',
    'Plan files in the data folder',
    None,
    z.array(z.object({ file: z.string(), name: z.string(), modified: z.string(), bytes: z.number() })),
  ),
  'plan.create': operation(
    'command',
    'Creates a plan file and opens it',
    z.strictObject({
      name: z.string().min(1).max(80),
      year: Year.optional(),
      policy: z.string().optional(),
      sample: z.boolean().default(false),
    }),
    PlanInfo,
  ),
  'plan.open': operation('command', 'Opens a plan file of the data folder', z.strictObject({ file: z.string() }), PlanInfo),
  'plan.close': operation('command', 'Closes the plan file', None, Done),
  'plan.useYear': operation('command', 'Chooses the year that is worked on; years.start adds one', z.strictObject({ year: Year }), Done),
  'plan.adopt': operation(
    'command',
    'Keeps the present result of the year as adopted, unchangeable',
    z.strictObject({ title: z.string().min(1).max(120) }),
    Adopted,
  ),
  'plan.adopted': operation('query', 'Adopted plans', None, z.array(Adopted)),
  'plan.adoptedResult': operation('query', 'An adopted plan as it was', z.strictObject({ id: z.number().int() }), PlanResult),
} as const
