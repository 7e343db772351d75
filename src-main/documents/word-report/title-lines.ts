import type { Language } from '../../model/text.ts'

/** Width of the text in signs of the title (156 mm in 22 pt), a little less than there is room for. */
const ROOM = 19.5
/** Names that are not divided. */
const WHOLE = ['服务群众专项经费', '专项经费', '服务群众', '组织部', '财政局']
/** Signs that begin or end no line. */
const NEVER_FIRST = /^[的和与及、，。；：）》”\])]/
const NEVER_LAST = /[（《“[(]$/

const isWide = (sign: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(sign)
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (isWide(sign) ? 1 : 0.5), 0)

/** @returns the title in pieces after each of which a line may end */
function piecesOf(title: string, language: Language): string[] {
  const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(title)]
  const kept = WHOLE.flatMap((name) => [...title.matchAll(new RegExp(name, 'g'))].map(({ index }) => [index, index + name.length] as const))
  const isWithin = (at: number): boolean => kept.some(([from, to]) => at > from && at < to)
  const starts = words
    .map((each) => each.index)
    .filter((at) => at > 0 && !isWithin(at) && !NEVER_FIRST.test(title.slice(at)) && !NEVER_LAST.test(title.slice(0, at)))
  return [0, ...starts].map((at, position, all) => title.slice(at, all[position + 1]))
}

interface Division {
  lines: string[]
  /** How far the lines are from being equal and from having room. */ strain: number
}
const TOO_WIDE = 10_000

/** @returns the pieces in at most so many lines, as equal as can be */
function divided(pieces: readonly string[], count: number): Division {
  const aim = widthOf(pieces.join('')) / count
  const known = new Map<string, Division>()
  const from = (start: number, left: number): Division => {
    const before = known.get(`${start}/${left}`)
    if (before !== undefined) return before
    const ends = left === 1 ? [pieces.length] : Array.from({ length: pieces.length - start }, (_, more) => start + more + 1)
    const found = ends
      .map((end): Division => {
        const line = pieces.slice(start, end).join('').trim()
        const rest = end === pieces.length ? { lines: [], strain: 0 } : from(end, left - 1)
        return { lines: [line, ...rest.lines], strain: (widthOf(line) - aim) ** 2 + (widthOf(line) > ROOM ? TOO_WIDE : 0) + rest.strain }
      })
      .reduce((least, each) => (each.strain < least.strain ? each : least))
    known.set(`${start}/${left}`, found)
    return found
  }
  return from(0, count)
}

/**
 * Divides a title into lines whose words stay whole and which are about equally long, as official letters ask for (GB/T 9704-2012, 7.3.1).
 * @param title | is where the department wants a line to end
 */
export function titleLines(title: string, language: Language): string[] {
  if (title.includes('|'))
    return title
      .split('|')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const least = Math.max(1, Math.ceil(widthOf(title) / ROOM))
  if (least === 1) return [title]
  const pieces = piecesOf(title, language)
  const tried = [least, least + 1].map((count) => divided(pieces, count))
  return (tried.find((each) => each.strain < TOO_WIDE) ?? tried[0]!).lines
}
