import type { Language } from '../../model/text.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** The fixed words of the workbook. Functions take names and counts and give a sentence. */
export type Words = typeof zh
export const words: Record<Language, Words> = { zh, en }
