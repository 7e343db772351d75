import { z } from 'zod'

/** A text shown to people, in both languages of the app. Chinese is never empty; an empty English text falls back to it. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().default('') })
export type Text = z.infer<typeof Text>
export type Language = 'zh' | 'en'

/** @returns the text in that language, or the Chinese one where there is no English. */
export const textIn = (text: Text, language: Language): string => (language === 'en' && text.en !== '' ? text.en : text.zh)

/** @returns the words for comparing: half-width, small letters, without blanks and punctuation; + < > = stay, they carry meaning. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}★☆●○√|~^`$]/gu, '')
