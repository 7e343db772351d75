import { createHash } from 'node:crypto'

/** Keys that an object lists before all others whatever their order in it, and the one that is no key like others. */
const OWN_WAY = /^(0|[1-9]\d{0,9}|__proto__)$/

/**
 * @returns the value with the keys of every object in the order of their signs; the value itself where they are, as after reading
 *   canonical JSON
 */
function inOrder(value: unknown, found: { ownWay: boolean }): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    let changed: unknown[] | null = null
    for (let position = 0; position < value.length; position++) {
      const ordered = inOrder(value[position], found)
      if (ordered !== value[position]) (changed ??= value.slice())[position] = ordered
    }
    return changed ?? value
  }
  const record = value as Record<string, unknown>
  const keys = Object.keys(record)
  found.ownWay ||= keys.some((key) => OWN_WAY.test(key))
  let copy: Record<string, unknown> | null = keys.every((key, position) => position === 0 || keys[position - 1]! < key) ? null : {}
  const isCopied = copy !== null
  for (const key of isCopied ? keys.sort() : keys) {
    const ordered = inOrder(record[key], found)
    if (isCopied || ordered !== record[key]) (copy ??= { ...record })[key] = ordered
  }
  return copy ?? record
}

/** Canonical JSON put together key by key, for whatever has keys that go their own way. */
function spelled(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${spelled(each)}`).join(',')}}`
}

/** JSON with sorted keys and without spaces, so that equal content has equal bytes (after RFC 8785, JSON Canonicalization Scheme). */
export function canonicalJson(value: unknown): string {
  const found = { ownWay: false }
  const ordered = inOrder(value, found)
  return found.ownWay ? spelled(value) : (JSON.stringify(ordered) ?? 'null')
}

/** Characters that are hashed at once, and levels that are taken apart for it: the whole text of a large plan is never in memory. */
const [HASHED_AT_ONCE, LEVELS] = [65_536, 2]

function writeCanonical(value: unknown, levels: number, write: (text: string) => void): void {
  if (levels === 0 || typeof value !== 'object' || value === null) return write(canonicalJson(value))
  const parts: [head: string, each: unknown][] = Array.isArray(value)
    ? value.map((each) => ['', each ?? null])
    : Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, each]) => [`${JSON.stringify(key)}:`, each])
  write(Array.isArray(value) ? '[' : '{')
  for (const [position, [head, each]] of parts.entries()) {
    write(`${position === 0 ? '' : ','}${head}`)
    writeCanonical(each, levels - 1, write)
  }
  write(Array.isArray(value) ? ']' : '}')
}

/** @returns the SHA-256 of the value's canonical JSON, in hexadecimal. */
export function hashOf(value: unknown): string {
  const hash = createHash('sha256')
  let text = ''
  writeCanonical(value, LEVELS, (piece) => {
    text += piece
    if (text.length < HASHED_AT_ONCE) return
    hash.update(text)
    text = ''
  })
  return hash.update(text).digest('hex')
}
