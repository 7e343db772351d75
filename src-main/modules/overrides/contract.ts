import { z } from 'zod'
import { Done, None, operation } from '../../contract/operation.ts'
import { OverrideReport } from '../../model/override-report.ts'
import { Override } from '../../model/plan.ts'
import { Year } from '../../model/year.ts'

const Why = { reason: z.string().trim().min(1).max(500), document: z.string().max(200).default(''), expires: Year.optional() }

const Keys = z.array(z.string()).min(1)

/** Classes set by hand: one by one, many at once, and what they cost. */
export const overridesOperations = {
  'overrides.list': operation('query', 'Classes set by hand in the year; those that have expired too', None, z.array(Override)),
  'overrides.set': operation(
    'command',
    'Sets a class by hand, with the reason',
    z.strictObject({ key: z.string(), class: z.string(), ...Why }),
    Done,
  ),
  'overrides.clear': operation('command', 'Takes back a class set by hand', z.strictObject({ key: z.string() }), Done),
  /** Without a class each is locked at the one it has; who has one by hand already stays as it is. All or none. */
  'overrides.setMany': operation(
    'command',
    'Sets a class for many communities by hand, or locks each at its present one',
    z.strictObject({ keys: Keys, class: z.string().optional(), ...Why }),
    z.object({ set: z.number().int(), kept: z.number().int() }),
  ),
  'overrides.clearMany': operation(
    'command',
    'Takes back the classes set by hand of many communities',
    z.strictObject({ keys: Keys }),
    z.object({ cleared: z.number().int() }),
  ),
  'overrides.report': operation(
    'query',
    'Classes set by hand, by whom and why, and what they cost against the rules',
    None,
    OverrideReport,
  ),
} as const
