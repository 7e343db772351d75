import { POLICY_FORMAT_VERSION, Policy } from '../contract/policy.ts'
import { problem } from '../contract/problem.ts'
import { AppError, appError } from '../shared/app-error.ts'
import type { z } from 'zod'

const describe = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return issue.keys.join(', ')
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options !== undefined) return issue.options.join(' | ')
  if (issue.code === 'invalid_value') return issue.values.join(' | ')
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'too_small') return `>= ${issue.minimum}`
  if (issue.code === 'too_big') return `<= ${issue.maximum}`
  return issue.message
}

/** /classification/rules/0/when, in the notation of RFC 6901. */
const pointer = (path: PropertyKey[]): string => path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/'

const at = (document: unknown, path: PropertyKey[]): unknown => path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown> | undefined)?.[part], document)

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
  if (typeof version === 'number' && version > POLICY_FORMAT_VERSION) throw appError('policy.newerFormat', { version, limit: POLICY_FORMAT_VERSION }, { path: '/formatVersion' })
  const parsed = parse(document)
  if (parsed.success) return parsed.data
  throw new AppError(parsed.error.issues.map((issue) => {
    const value = at(document, issue.path)
    return problem('policy.shape', { value: value === undefined ? '-' : JSON.stringify(value).slice(0, 80), expected: describe(issue), kind: issue.code }, { path: pointer(issue.path) })
  }))
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
