import { z } from 'zod'
import { SUMMARY_WORDS } from '../modules/words.ts'
import { fill } from './problems.ts'
import type { Text } from '../model/text.ts'

export type SummaryKey = keyof typeof SUMMARY_WORDS
export const SUMMARY_KEYS = Object.keys(SUMMARY_WORDS) as [SummaryKey, ...SummaryKey[]]

/** A step's words in a form that every language can say: amounts are fen and end in Fen, a second form for English ends in En. */
export const Summary = z.object({ key: z.enum(SUMMARY_KEYS), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Summary = z.infer<typeof Summary>

/** @returns the step's words in both languages */
export const summaryText = ({ key, params }: Summary): Text => ({
  zh: fill(SUMMARY_WORDS[key].zh, params, 'zh'),
  en: fill(SUMMARY_WORDS[key].en, params, 'en'),
})

/**
 * A step's words as they are shown. What an older program wrote, or a newer one that knows more sentences, is shown as it was written.
 * @param message the step's Summary as JSON, or null
 */
export function saidOf(summary: string, message: string | null): Text {
  const known = message === null ? undefined : Summary.safeParse(JSON.parse(message)).data
  return known === undefined ? { zh: summary || ' ', en: '' } : summaryText(known)
}

/** Names in a row, the first three of many; with their form for English. */
export function namesIn<P extends string>(param: P, names: readonly string[]): Record<P | `${P}En`, string> {
  const first = names.slice(0, 3)
  const more = names.length > 3
  return {
    [param]: `${first.join('、')}${more ? `等${names.length}个` : ''}`,
    [`${param}En`]: `${first.join(', ')}${more ? ` and others, ${names.length} in all` : ''}`,
  } as Record<P | `${P}En`, string>
}
