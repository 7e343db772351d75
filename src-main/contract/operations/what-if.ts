import { z } from 'zod'
import { Comparison } from '../../model/comparison.ts'
import { Explanation } from '../../model/explanation.ts'
import { Done, None, operation } from '../operation.ts'
import { CommunityResult, Override } from '../../model/plan.ts'
import {
  KeptSupposition,
  Lever,
  OpenScenario,
  PlanReference,
  ScenarioBase,
  ScenarioConflict,
  ScenarioName,
  ScenarioNote,
  ScenarioSummary,
  SupposedClass,
  SupposedIn,
  SupposedNumber,
  SupposedValue,
  Supposition,
  WhatIf,
  WhatIfBase,
} from '../../model/scenario.ts'
import { Policy } from '../../model/policy.ts'
import { File } from './import-desk.ts'

const Id = z.strictObject({ id: z.number().int() })
const Made = z.object({ id: z.number().int() })

/** What-if: suppositions at once, scenarios that are kept, and plans side by side. */
export const whatIf = {
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
    Supposition,
    WhatIf,
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

  'comparison.get': operation(
    'query',
    'Two to four plans side by side, the first one being the base',
    z.strictObject({ sides: z.array(PlanReference).min(2).max(4) }),
    Comparison,
  ),
  'comparison.export': operation(
    'query',
    'The Excel workbook of one plan against another',
    z.strictObject({ base: PlanReference, other: PlanReference, language: z.enum(['zh', 'en']).default('zh') }),
    File,
  ),
} as const
