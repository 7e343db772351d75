import type { z } from 'zod'
import type { Problem, ProblemCode } from '../model/problem.ts'
import { problem } from '../model/problem.ts'

/** What a schema expected, in signs that need no translation. */
const expectedBy = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return issue.keys.join(', ')
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options !== undefined) return issue.options.map(String).join(' | ')
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ')
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'too_small')
    return `${issue.inclusive === false ? '>' : '>='} ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}`
  if (issue.code === 'too_big')
    return `${issue.inclusive === false ? '<' : '<='} ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
  if (issue.code === 'invalid_format') return issue.format === 'regex' ? String(issue.pattern) : issue.format
  return issue.message
}

/** A place inside a document as a JSON pointer (RFC 6901): /edits/0/key. */
const pointerTo = (path: PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/'

const LONGEST_VALUE = 80
const valueAt = (document: unknown, path: PropertyKey[]): string => {
  const value = path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[part], document)
  return value === undefined ? '-' : JSON.stringify(value).slice(0, LONGEST_VALUE)
}

/**
 * @returns one problem for each thing that a schema found wrong, with its path, what was expected and the value found; where there are
 *   fields nobody knows, `kind` is unrecognized_keys and `expected` names them
 */
export const schemaProblems = (code: ProblemCode, error: z.ZodError, document: unknown): Problem[] =>
  error.issues.map((issue) =>
    problem(code, { expected: expectedBy(issue), value: valueAt(document, issue.path), kind: issue.code }, { path: pointerTo(issue.path) }),
  )
