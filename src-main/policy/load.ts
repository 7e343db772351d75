import { POLICY_FORMAT_VERSION, Policy } from '../model/policy.ts'
import { AppError, appError } from '../shared/app-error.ts'
import { schemaProblems } from '../shared/schema-problems.ts'

function parse(document: unknown): ReturnType<typeof Policy.safeParse> {
  try {
    return Policy.safeParse(document)
  } catch (cause) {
    // Conditions may hold conditions without end; thousands of them inside each other exhaust the stack.
    if (!(cause instanceof RangeError)) throw cause
    throw appError('policy.shape', { value: '-', expected: 'fewer levels', kind: 'nesting' }, { path: '/classification/rules' }, cause)
  }
}

/**
 * Turns a document into a policy with all defaults filled in.
 * @throws policy.newerFormat, or policy.shape for everything that is wrong, each with its path, value and what was expected
 */
export function policyOf(document: unknown): Policy {
  const version = (document as { formatVersion?: unknown } | null)?.formatVersion
  if (typeof version === 'number' && version > POLICY_FORMAT_VERSION)
    throw appError('policy.newerFormat', { version, limit: POLICY_FORMAT_VERSION }, { path: '/formatVersion' })
  const parsed = parse(document)
  if (parsed.success) return parsed.data
  throw new AppError(schemaProblems('policy.shape', parsed.error, document))
}

/** Reads a policy file: UTF-8 JSON, with or without byte order mark. @throws policy.notJson and the errors of policyOf */
export function readPolicy(bytes: Uint8Array): Policy {
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw appError('policy.notJson', { detail: cause instanceof Error ? cause.message : String(cause) }, {}, cause)
  }
  return policyOf(document)
}
