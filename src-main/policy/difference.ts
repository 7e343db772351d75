import { isDeepStrictEqual } from 'node:util'
import type { Policy } from '../model/policy.ts'
import type { PolicyDifference } from '../model/scenario.ts'
import { escapeName, unescapeName } from './path-names.ts'

/** A difference that does not fit the document it is applied to: its place is gone, or stands otherwise than it was. */
export interface Misfit {
  difference: PolicyDifference
  kind: 'gone' | 'changed'
}

type Tree = Record<string, unknown>
type Json = NonNullable<PolicyDifference['old']>
const ORDER = '@order'

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
/** Lists of rules, steps, classes ... are compared by the keys of their elements, all others by position. */
const isKeyed = (value: unknown): value is Array<Tree & { key: string }> =>
  Array.isArray(value) && value.every((each) => isTree(each) && typeof each.key === 'string')
const keysOf = (list: Array<{ key: string }>): string[] => list.map((each) => each.key)

const join = (path: string, name: string): string => (path === '' ? escapeName(name) : `${path}/${escapeName(name)}`)

function compareTrees(path: string, a: Tree, b: Tree): PolicyDifference[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) => compareValues(join(path, name), a[name], b[name]))
}

function compareKeyed(path: string, a: Array<{ key: string }>, b: Array<{ key: string }>): PolicyDifference[] {
  const before = new Map(a.map((each) => [each.key, each]))
  const after = new Map(b.map((each) => [each.key, each]))
  const kept = keysOf(a).filter((key) => after.has(key))
  const added = keysOf(b).filter((key) => !before.has(key))
  const differences = [...new Set([...keysOf(a), ...added])].flatMap((key) =>
    compareValues(join(path, key), before.get(key), after.get(key)),
  )
  // Without a word about the order, what is added stands at the end.
  if (!isDeepStrictEqual([...kept, ...added], keysOf(b))) differences.push({ path: `${path}/${ORDER}`, old: keysOf(a), new: keysOf(b) })
  return differences
}

function compareValues(path: string, a: unknown, b: unknown): PolicyDifference[] {
  if (isDeepStrictEqual(a, b)) return []
  if (isTree(a) && isTree(b) && a.kind === b.kind) return compareTrees(path, a, b)
  if (isKeyed(a) && isKeyed(b)) return compareKeyed(path, a, b)
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length)
    return a.flatMap((each, i) => compareValues(join(path, String(i)), each, b[i]))
  return [{ path, ...(a === undefined ? {} : { old: a as Json }), ...(b === undefined ? {} : { new: b as Json }) }]
}

/**
 * All that differs between two policies, in the order of the first document. Lists whose elements have keys are compared by key.
 * @returns nothing where they say the same; applying the differences to `a` gives `b`
 */
export const differences = (a: Policy, b: Policy): PolicyDifference[] => compareTrees('', a, b)

/** The list or record in which a path ends, and the name or position there; undefined where a part of the way is gone. */
function placeOf(document: unknown, names: string[]): { holder: Tree | unknown[]; name: string } | undefined {
  let holder = document
  for (const name of names.slice(0, -1))
    holder = isKeyed(holder) && holder.length > 0 ? holder.find((each) => each.key === name) : (holder as Tree | undefined)?.[name]
  return typeof holder === 'object' && holder !== null ? { holder: holder as Tree | unknown[], name: names.at(-1)! } : undefined
}

function reorder(list: Array<{ key: string }>, order: string[]): void {
  const position = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length)
  list.sort((a, b) => position(a.key) - position(b.key))
}

/** Changes the document in place. @returns how the difference did not fit, or null where it did */
function change(document: unknown, difference: PolicyDifference): Misfit['kind'] | null {
  const place = placeOf(document, difference.path.split('/').map(unescapeName))
  if (place === undefined) return 'gone'
  const { holder, name } = place
  const after = structuredClone(difference.new)
  if (Array.isArray(holder)) {
    if (name === ORDER) {
      const before = keysOf(holder as Array<{ key: string }>)
      reorder(holder as Array<{ key: string }>, after as string[])
      const expected = (difference.new as string[]).filter((key) => before.includes(key))
      return expected.length === before.length ? null : 'changed'
    }
    const keyed = isKeyed(holder) && (holder.length > 0 || isTree(after))
    const at = keyed ? holder.findIndex((each) => (each as { key: string }).key === name) : Number(name)
    const before: unknown = at < 0 ? undefined : holder[at]
    if (before === undefined && (difference.old !== undefined || !keyed)) return 'gone'
    if (after === undefined) holder.splice(at, 1)
    else if (at < 0) holder.push(after)
    else holder[at] = after
    return isDeepStrictEqual(before, difference.old) || isDeepStrictEqual(before, after) ? null : 'changed'
  }
  const before = holder[name]
  if (after === undefined) delete holder[name]
  else holder[name] = after
  return isDeepStrictEqual(before, difference.old) || isDeepStrictEqual(before, after) ? null : 'changed'
}

/**
 * Applies differences to a copy of a policy.
 * @param list a path of '' stands for the whole document
 * @returns the new document, which may still fail policy/check, and the differences which no longer fit: 'gone' ones are left
 *   out, 'changed' ones are
 *   applied although the document said something else than when they were made
 */
export function applyDifferences(policy: Policy, list: PolicyDifference[]): { document: unknown; misfits: Misfit[] } {
  const document = structuredClone(list.find((each) => each.path === '')?.new ?? policy)
  const misfits = list
    .filter((each) => each.path !== '')
    .flatMap((difference): Misfit[] => {
      const kind = change(document, difference)
      return kind === null ? [] : [{ difference, kind }]
    })
  return { document, misfits }
}
