const LESS = 0x3c
const GREATER = 0x3e
const SLASH = 0x2f
const QUOTE = 0x22
const APOSTROPHE = 0x27

/** What an XML part is made of. `longest`: the bytes of its longest text or tag. */
export interface Survey {
  isWhole: boolean
  elements: number
  longest: number
}

/**
 * Whether an XML part is whole: one root element, every element closed by its own name, nothing cut off. SheetJS reads whatever
 * it finds in a broken part and says nothing, so this is asked first. Looks at bytes (UTF-8), not at the meaning.
 */
export function surveyOf(bytes: Buffer): Survey {
  let elements = 0
  let longest = 0
  const survey = (isWhole: boolean): Survey => ({ isWhole, elements, longest })
  /** Where the names of the elements that are open stand in the bytes: start and end in turn. */
  const opened: number[] = []
  let roots = 0
  let at = bytes.indexOf(LESS)
  while (at >= 0) {
    const end = markupEnd(bytes, at)
    if (end < 0) return survey(false)
    const next = bytes[at + 1]!
    if (next === SLASH) {
      const [nameStart, nameEnd] = opened.splice(-2)
      if (nameStart === undefined || nameEnd === undefined) return survey(false)
      if (!sameName(bytes, nameStart, nameEnd, at + 2, nameEndAt(bytes, at + 2, end))) return survey(false)
    } else if (next !== 0x3f && next !== 0x21) {
      elements += 1
      if (opened.length === 0) roots += 1
      if (bytes[end - 1] !== SLASH) opened.push(at + 1, nameEndAt(bytes, at + 1, end))
    }
    const following = bytes.indexOf(LESS, end + 1)
    longest = Math.max(longest, end - at, following - end)
    at = following
  }
  return survey(opened.length === 0 && roots === 1)
}

/** Where the tag, comment, CDATA section or instruction that starts at `at` ends: at its '>'. -1 when it does not. */
function markupEnd(bytes: Buffer, at: number): number {
  if (bytes[at + 1] === 0x21) {
    if (bytes.toString('latin1', at, at + 4) === '<!--') return endOf(bytes, '-->', at)
    if (bytes.toString('latin1', at, at + 9) === '<![CDATA[') return endOf(bytes, ']]>', at)
  }
  let quote = 0
  for (let position = at + 1; position < bytes.length; position++) {
    const byte = bytes[position]!
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === GREATER) return position
    else if (byte === LESS) return -1
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte
  }
  return -1
}

function endOf(bytes: Buffer, mark: string, from: number): number {
  const found = bytes.indexOf(mark, from, 'latin1')
  return found < 0 ? -1 : found + mark.length - 1
}

function nameEndAt(bytes: Buffer, from: number, end: number): number {
  let to = from
  while (to < end && bytes[to]! > 0x20 && bytes[to] !== SLASH) to++
  return to
}

function sameName(bytes: Buffer, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false
  for (let step = 0; step < end - start; step++) if (bytes[start + step] !== bytes[otherStart + step]) return false
  return true
}
