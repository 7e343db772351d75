import type { PolicyNumber } from '../model/analysis.ts'
import type { Policy } from '../model/policy.ts'
import { appError } from '../shared/app-error.ts'
import { policyOf } from './load.ts'
import { numbersOf } from './numbers.ts'
import { escapeName, keyOf, unescapeName } from './path-names.ts'

type Tree = Record<string, unknown>

const namesIn = (path: string): string[] => path.replace(/^\//, '').split('/').map(unescapeName)

/** Where in its holder a name leads to: in a list the element of that key, else the position; undefined where it leads nowhere. */
function placeOf(holder: unknown, name: string): string | number | undefined {
  if (Array.isArray(holder)) {
    const keyed = holder.findIndex((each) => keyOf(each) === name)
    if (keyed >= 0) return keyed
    return /^\d+$/.test(name) && Number(name) < holder.length ? Number(name) : undefined
  }
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name) ? name : undefined
}

const namesOf = (holder: unknown): string[] => {
  if (Array.isArray(holder)) return holder.map((each, position) => keyOf(each) ?? String(position))
  return typeof holder === 'object' && holder !== null ? Object.keys(holder) : []
}

interface Found {
  holder: Tree | unknown[]
  place: string | number
  value: unknown
  path: string
}

/** Follows a path. @throws policy.pathUnknown, with the name that leads nowhere and those that would */
function follow(document: unknown, path: string): Found {
  let found: Found = { holder: [], place: 0, value: document, path: '' }
  for (const name of namesIn(path)) {
    const holder = found.value
    const place = placeOf(holder, name)
    if (place === undefined)
      throw appError('policy.pathUnknown', { path, value: name, known: namesOf(holder).slice(0, 12).join(', ') }, { path })
    const value = (holder as Tree)[place]
    const own = Array.isArray(holder) ? (keyOf(value) ?? String(place)) : name
    found = { holder: holder as Tree, place, value, path: found.path === '' ? escapeName(own) : `${found.path}/${escapeName(own)}` }
  }
  return found
}

/**
 * What stands at a place of a policy: `classification/rules/RULEKEY/when/of/0/value`, `allocation/steps/STEPKEY/amountsFen/B`.
 * Elements of keyed
 * lists go by key (or by position, where no key says so), all others by position from 0. A leading / is allowed.
 * @throws policy.pathUnknown
 */
export const readPath = (policy: Policy, path: string): unknown => follow(policy, path).value

/**
 * The number at a place of a policy, with its unit and what it belongs to; its `path` is the one by keys.
 * @throws policy.pathUnknown, policy.pathNotNumber
 */
export function numberAt(policy: Policy, path: string): PolicyNumber {
  const found = follow(policy, path)
  const number = numbersOf(policy).find((each) => each.path === found.path)
  if (number === undefined) throw appError('policy.pathNotNumber', { path, value: JSON.stringify(found.value).slice(0, 60) }, { path })
  return number
}

/**
 * A copy of the policy with another value at a place; the policy itself stays as it is. A field of an object may be new.
 * @throws policy.pathUnknown; policy.shape where the value can't stand there
 */
export function writePath(policy: Policy, path: string, value: unknown): Policy {
  const document = structuredClone(policy)
  const names = path.replace(/^\//, '').split('/')
  const holder = names.length === 1 ? document : follow(document, names.slice(0, -1).join('/')).value
  const name = unescapeName(names.at(-1)!)
  const place = placeOf(holder, name) ?? (typeof holder === 'object' && holder !== null && !Array.isArray(holder) ? name : undefined)
  if (place === undefined)
    throw appError('policy.pathUnknown', { path, value: name, known: namesOf(holder).slice(0, 12).join(', ') }, { path })
  ;(holder as Tree)[place] = value
  return policyOf(document)
}

/** A copy of the policy with other values for some of its numbers. @throws as writePath */
export const withNumbers = (policy: Policy, numbers: ReadonlyArray<{ path: string; value: number }>): Policy =>
  numbers.reduce((before, { path, value }) => writePath(before, path, value), policy)
