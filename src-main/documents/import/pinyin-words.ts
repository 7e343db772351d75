import { createRequire } from 'node:module'

/** Its dictionary is large, and few sheets have a heading in Latin letters: it is loaded at the first one, without waiting. */
const load = createRequire(import.meta.url)
const pinyinPro = (): typeof import('pinyin-pro') => load('pinyin-pro') as typeof import('pinyin-pro')

/** A Chinese word and the field it stands for; of two fields for the same letters the one of lower rank is meant, of equal rank neither. */
export interface PinyinEntry {
  word: string
  field: string
  rank: number
}

/** Fewer initials than this may be anything: xh, bz, dh. */
const FEWEST_INITIALS = 3

interface Known {
  field: string
  rank: number
  shared: boolean
}

/**
 * Recognises headings that are written in pinyin: in full (changzhurenkou, Cháng zhù rén kǒu) or as initials (czrk), with or without 数.
 * @returns the field of a heading, or null. Nothing is computed before the first heading that consists of Latin letters.
 */
export function pinyinReader(entries: readonly PinyinEntry[]): (heading: string) => string | null {
  let words: Map<string, Known> | undefined
  return (heading) => {
    const letters = plainLetters(heading)
    if (!/^(?=.*[a-z]{3})[a-z0-9]+$/.test(letters)) return null
    words ??= indexOf(entries)
    const found = words.get(letters)
    return found === undefined || found.shared ? null : found.field
  }
}

function indexOf(entries: readonly PinyinEntry[]): Map<string, Known> {
  const { pinyin } = pinyinPro()
  const words = new Map<string, Known>()
  const add = (letters: string, field: string, rank: number): void => {
    const known = words.get(letters)
    if (known === undefined || rank < known.rank) words.set(letters, { field, rank, shared: false })
    else if (rank === known.rank && known.field !== field) known.shared = true
  }
  for (const { word, field, rank } of entries) {
    if (!/\p{Script=Han}{2}/u.test(word)) continue
    for (const [form, more] of [
      [word, 0],
      [`${word}数`, 1],
    ] as const) {
      const syllables = pinyin(form, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map(plainLetters)
      const full = syllables.join('')
      // ü is typed as v or, without its dots, as u.
      for (const spelling of new Set([full, full.replaceAll('v', 'u')])) add(spelling, field, 2 * rank + more)
      const initials = syllables.map((syllable) => (/^\d/.test(syllable) ? syllable : syllable.slice(0, 1))).join('')
      // What is written in full says more than what is only begun.
      if (initials.length >= FEWEST_INITIALS) add(initials, field, 100 + 2 * rank + more)
    }
  }
  return words
}

const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\s\p{P}]/gu, '')
