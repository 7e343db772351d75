import { z } from 'zod'
import { Done, File, None, operation } from '../../contract/operation.ts'
import { Key } from '../../model/indicator.ts'
import { Policy, PolicyExample } from '../../model/policy.ts'
import {
  ExampleResult,
  PolicyDifferenceInWords,
  PolicyDraft,
  PolicyReference,
  PolicyStatus,
  PolicyVersion,
} from '../../model/policy-draft.ts'
import { Problem } from '../../model/problem.ts'
import { Text } from '../../model/text.ts'
import { Year } from '../../model/year.ts'

export const PolicySummary = z.object({
  id: z.string(),
  version: z.string(),
  hash: z.string(),
  title: Policy.shape.title,
  effectiveYear: z.number(),
  preset: z.boolean(),
  status: PolicyStatus,
  inUse: z.boolean(),
})

const Draft = z.strictObject({ draft: z.number().int() })

/** The reason why an example of the version before was changed or taken out, by its key. */
const Reasons = z.record(Key, z.string().trim().min(1).max(500))

/** Policies, their drafts and own tests, what differs between versions, and adopting one. */
export const policiesOperations = {
  'policy.list': operation('query', 'Policies of the plan and the presets', None, z.array(PolicySummary)),
  'policy.get': operation(
    'query',
    'A policy document',
    z.strictObject({ id: z.string().optional(), version: z.string().optional() }),
    Policy,
  ),
  'policy.own': operation(
    'query',
    'Districts of the year that stand under policies of their own, with these',
    None,
    z.array(z.object({ district: z.string(), policy: Policy })),
  ),
  'policy.check': operation(
    'query',
    'Everything that is wrong or doubtful in a policy document',
    z.strictObject({ document: z.unknown() }),
    z.array(Problem),
  ),
  'policy.add': operation('command', 'Adds a policy document to the plan', z.strictObject({ document: z.unknown() }), PolicySummary),
  'policy.use': operation(
    'command',
    'Chooses the policy of the year',
    z.strictObject({ id: z.string(), version: z.string().optional() }),
    Done,
  ),
  'policy.drafts': operation(
    'query',
    'Policies that are being written, each with what is wrong in it',
    None,
    z.array(
      PolicyDraft.omit({ document: true }).extend({
        title: Policy.shape.title,
        id: z.string(),
        version: z.string(),
        errors: z.number().int(),
      }),
    ),
  ),
  'policy.draft.get': operation('query', 'A draft', Draft, PolicyDraft),
  /** From a version, from a document (a file; it may be wrong in itself), or empty. */
  'policy.draft.create': operation(
    'command',
    'Begins a draft',
    z.strictObject({ from: PolicyVersion.optional(), document: z.unknown().optional() }),
    PolicyDraft,
  ),
  'policy.draft.save': operation(
    'command',
    'Saves a draft, as one step that says what was changed',
    Draft.extend({ document: z.unknown() }),
    z.object({ said: Text }),
  ),
  'policy.draft.remove': operation('command', 'Removes a draft', Draft, Done),
  /** What stands between a draft and its adoption. Reasons are owed for each change of an example of the version before. */
  'policy.adoption': operation(
    'query',
    'What adopting a draft would change, and what is in its way',
    Draft,
    z.object({
      base: PolicyVersion.nullable(),
      version: z.string(),
      differences: z.array(PolicyDifferenceInWords),
      problems: z.array(Problem),
      examples: z.array(ExampleResult),
      reasons: z.array(z.object({ key: z.string(), name: z.string(), kind: z.enum(['changed', 'removed']), reason: z.string() })),
    }),
  ),
  'policy.adopt': operation(
    'command',
    'Makes a draft a version that never changes',
    Draft.extend({
      version: Policy.shape.version,
      effectiveYear: Year,
      document: Policy.shape.document.unwrap(),
      exampleReasons: Reasons.default({}),
    }),
    PolicySummary,
  ),
  'policy.examples.run': operation(
    'query',
    "Tries a policy's own tests; `problems`: why they can't be tried",
    z.strictObject({ policy: Policy }),
    z.object({ results: z.array(ExampleResult), problems: z.array(Problem) }),
  ),
  'policy.examples.fromCommunities': operation(
    'query',
    'Examples made of communities of the year, as the policy decides them',
    z.strictObject({ keys: z.array(z.string()).min(1).max(200), policy: Policy }),
    z.array(PolicyExample),
  ),
  'policy.difference': operation(
    'query',
    'What differs between two policies, in words',
    z.strictObject({ from: PolicyReference, to: PolicyReference }),
    z.object({ from: Policy, to: Policy, differences: z.array(PolicyDifferenceInWords) }),
  ),
  'policy.export': operation('query', 'A policy as a JSON file', z.strictObject({ policy: PolicyReference }), File),
} as const
