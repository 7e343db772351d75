import { z } from 'zod'
import { Condition } from '../model/condition.ts'
import { Policy } from '../model/policy.ts'

/** The name of the schema; it is an identifier and leads nowhere (.invalid, RFC 2606). */
const SCHEMA_ID = 'https://quanheng.invalid/policy.schema.json'

/**
 * The published description of a policy file, for editors and other programs; made from the very schema that reads it.
 * @returns a JSON Schema, draft 2020-12
 */
export function policySchema(): Record<string, unknown> {
  const metadata = z.registry<{ id: string }>()
  metadata.add(Condition, { id: 'condition' })
  const { $schema, ...schema } = z.toJSONSchema(Policy, { io: 'input', target: 'draft-2020-12', metadata })
  return { $schema, $id: SCHEMA_ID, title: 'Quanheng policy', ...schema }
}

/** @returns the schema as the file that is published, with a line end. */
export const policySchemaFile = (): string => `${JSON.stringify(policySchema(), null, 2)}\n`
