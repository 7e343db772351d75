/** A name within a path, with / and ~ escaped as in RFC 6901 (JSON Pointer). */
export const escapeName = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')
export const unescapeName = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~')

/** The key of an element of a list of rules, steps, classes ..., which names it in paths; undefined for elements that go by position. */
export const keyOf = (element: unknown): string | undefined => {
  const key = typeof element === 'object' && element !== null ? (element as { key?: unknown }).key : undefined
  return typeof key === 'string' ? key : undefined
}
