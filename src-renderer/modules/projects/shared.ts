import type { Finding, Project, ProjectKey, ProjectLine, UseCategory } from '../../../src-main/model/project.ts'
import { textIn, type Language } from '../../../src-main/model/text.ts'
import { UNCERTAIN_SHORT } from '../../../src-main/words/calendar.ts'
import { DUTY_WORDS, lateInWords } from '../../../src-main/words/projects.ts'
import { formatMoney } from '../../format/money.ts'

/** How a project is known in tables, which know their rows by a text. */
export const rowKeyOf = ({ year, key, number }: ProjectKey): string => JSON.stringify([year, key, number])
export function projectOfRow(rowKey: string): ProjectKey {
  const [year, key, number] = JSON.parse(rowKey) as [number, string, string]
  return { year, key, number }
}
export const keyOf = ({ year, key, number }: ProjectKey): ProjectKey => ({ year, key, number })

/** @returns what a use is called; one that the rules do not have any more, by its key */
export function categoryName({ category }: Pick<Project, 'category'>, categories: readonly UseCategory[], language: Language): string {
  const found = categories.find((each) => each.key === category)
  return found === undefined ? category : textIn(found.name, language)
}

/** @returns what was found, without its kind: which duty, how much, which word or days */
export const findingInWords = ({ duty, fen, word, wordEn, uncertain }: Finding, language: Language): string =>
  [
    duty === null ? '' : textIn(DUTY_WORDS[duty], language),
    fen === null ? '' : `${yuan(fen)} ${language === 'zh' ? '元' : 'yuan'}`,
    (language === 'en' && wordEn) || word,
  ]
    .filter((each) => each !== '')
    .join(' ') + (uncertain ? textIn(UNCERTAIN_SHORT, language) : '')

export const yuan = (fen: number | null): string => (fen === null ? '–' : formatMoney(fen, 'yuan'))

/** @returns what of filing and publication is to be done next, or has waited longest; null: nothing */
export function nextDuty({ duties }: ProjectLine) {
  return duties.filter((each) => each.done === null).sort((one, other) => (one.due < other.due ? -1 : 1))[0] ?? null
}
export function dutyInWords(line: ProjectLine, language: Language): string {
  const duty = nextDuty(line)
  if (duty === null) return ''
  const name = textIn(DUTY_WORDS[duty.duty], language)
  const said = duty.daysLate > 0 ? lateInWords(duty.daysLate, language) : duty.due
  return `${name}${language === 'zh' ? ' ' : ', '}${said}${duty.uncertain ? textIn(UNCERTAIN_SHORT, language) : ''}`
}
