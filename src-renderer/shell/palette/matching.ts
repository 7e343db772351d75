import { pinyin } from 'pinyin-pro'

/** A text as it can be asked for: as written, in pinyin, and by the initials of its words or characters. */
export interface Spelling {
  plain: string
  /** Where each syllable of the pinyin begins. */
  pinyin: string
  starts: ReadonlySet<number>
  initials: string
}

/** Small letters, without tones, blanks and signs. */
export const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'’·.,，。（）()“”"/-]/gu, '')

const LATIN = /^[a-z0-9]+$/

/** ü is typed as v. */
const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).flatMap((each) =>
    each
      .split(/\s+/)
      .map(plainOf)
      .filter((part) => part !== ''),
  )

export function spell(text: string): Spelling {
  const syllables = syllablesOf(text)
  const starts = new Set<number>()
  let at = 0
  for (const syllable of syllables) {
    starts.add(at)
    at += syllable.length
  }
  return { plain: plainOf(text), pinyin: syllables.join(''), starts, initials: syllables.map((each) => each[0]).join('') }
}

/**
 * How well a text answers what was typed: higher is better, 0 not at all. As written counts before pinyin, pinyin before initials, and
 * the beginning before the middle; pinyin counts from the beginning of a syllable only.
 */
export function score({ plain, pinyin: spelled, starts, initials }: Spelling, typed: string): number {
  const asked = plainOf(typed)
  if (asked === '') return 0
  if (plain === asked) return 7
  if (plain.startsWith(asked)) return 6
  if (plain.includes(asked)) return 5
  if (!LATIN.test(asked)) return 0
  if (initials === asked) return 4.5
  for (let at = spelled.indexOf(asked); at >= 0; at = spelled.indexOf(asked, at + 1)) if (starts.has(at)) return at === 0 ? 4 : 3
  if (initials.startsWith(asked)) return 2
  return initials.includes(asked) ? 1 : 0
}
