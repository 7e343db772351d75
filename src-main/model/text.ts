import { z } from 'zod'

/** A text shown to people, in both languages of the app. Chinese is never empty; an empty English text falls back to it. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().default('') })
export type Text = z.infer<typeof Text>
export type Language = 'zh' | 'en'

/** @returns the text in that language, or the Chinese one where there is no English. */
export const textIn = (text: Text, language: Language): string => (language === 'en' && text.en !== '' ? text.en : text.zh)

const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** @returns the text, or its first signs and an ellipsis where it has more; a sign is never cut in two (𠮷 is one, and so is é) */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text
  const all = [...signs.segment(text)]
  return all.length <= most
    ? text
    : `${all
        .slice(0, most)
        .map(({ segment }) => segment)
        .join('')}…`
}

/**
 * @param value of an input: texts, lists and records of them, and whatever else JSON has
 * @returns the same with every text well-formed: half of a sign becomes the replacement sign, as the disk would have it
 */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T
  if (Array.isArray(value)) return value.map(wellFormed) as T
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key.toWellFormed(), wellFormed(inside)])) as T
}

/** No input needs more lists and records within each other; what walks through an input has its stack used up by some thousands. */
export const DEEPEST_INPUT = 200

/** @returns whether lists and records lie within each other deeper than an input may have them; found without using up the stack */
export function isTooDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST_INPUT) return true
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}

/** @returns the words for comparing: half-width, small letters, without blanks and punctuation; + < > = stay, they carry meaning. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}★☆●○√|~^`$]/gu, '')
