import { z } from 'zod'
import { Done, File, None, operation } from '../../contract/operation.ts'
import { Policy } from '../../model/policy.ts'
import {
  OpenScenario,
  ScenarioBase,
  ScenarioConflict,
  ScenarioName,
  ScenarioNote,
  ScenarioSummary,
  SupposedClass,
  SupposedNumber,
  SupposedValue,
} from '../../model/scenario.ts'

const Id = z.strictObject({ id: z.number().int() })

const Made = z.object({ id: z.number().int() })

/** Scenarios that are kept. */
export const scenariosOperations = {
  'scenarios.list': operation('query', 'Saved scenarios', None, z.array(ScenarioSummary)),
  'scenarios.get': operation('query', 'A scenario with the policy it means and all that differs from its base', Id, OpenScenario),
  'scenarios.create': operation(
    'command',
    'Saves a new scenario',
    z.strictObject({
      name: ScenarioName,
      note: ScenarioNote.default(''),
      base: ScenarioBase.optional(),
      policy: Policy.optional(),
      numbers: z.array(SupposedNumber).default([]),
      values: z.array(SupposedValue).default([]),
      overrides: z.array(SupposedClass).default([]),
    }),
    Made,
  ),
  /** Whatever is left out stays. The policy is a whole document, numbers are put into it: what differs from the base is found and kept. */
  'scenarios.save': operation(
    'command',
    'Changes a scenario',
    z.strictObject({
      id: z.number().int(),
      name: ScenarioName.optional(),
      note: ScenarioNote.optional(),
      base: ScenarioBase.optional(),
      policy: Policy.optional(),
      numbers: z.array(SupposedNumber).default([]),
      values: z.array(SupposedValue).optional(),
      overrides: z.array(SupposedClass).optional(),
    }),
    Done,
  ),
  /** Takes back single differences, named by area and path. */
  'scenarios.revert': operation(
    'command',
    'Puts single differences back to the base',
    z.strictObject({
      id: z.number().int(),
      paths: z.array(z.strictObject({ area: z.enum(['policy', 'value', 'override']), path: z.string() })).min(1),
    }),
    Done,
  ),
  'scenarios.duplicate': operation(
    'command',
    'Saves a copy of a scenario',
    z.strictObject({ id: z.number().int(), name: ScenarioName }),
    Made,
  ),
  'scenarios.conflicts': operation(
    'query',
    'What two scenarios on the same base say differently of the same place',
    z.strictObject({ first: z.number().int(), second: z.number().int() }),
    z.array(ScenarioConflict),
  ),
  'scenarios.stack': operation(
    'command',
    'Makes one scenario of two; every conflict is decided',
    z.strictObject({
      first: z.number().int(),
      second: z.number().int(),
      name: ScenarioName,
      decisions: z
        .array(z.strictObject({ area: z.enum(['policy', 'value', 'override']), path: z.string(), take: z.enum(['first', 'second']) }))
        .default([]),
    }),
    Made,
  ),
  'scenarios.lock': operation(
    'command',
    'Locks or unlocks a scenario',
    z.strictObject({ id: z.number().int(), locked: z.boolean() }),
    Done,
  ),
  'scenarios.remove': operation('command', 'Removes a scenario', Id, Done),
  'scenarios.export': operation('query', 'A scenario as a file for somebody else', Id, File),
  'scenarios.import': operation(
    'command',
    'Takes over a scenario from a file',
    z.strictObject({ document: z.unknown(), name: ScenarioName.optional() }),
    Made,
  ),
} as const
