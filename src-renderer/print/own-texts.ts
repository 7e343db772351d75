import type { OwnText } from '../../src-main/model/paper.ts'
import { useWords } from '../locales/words.ts'
import { useSession } from '../stores/session.ts'
import { ownText, type Paper } from './paper.ts'

/** @returns how a text of the department's own is said on a paper: its gaps filled in, those that every paper knows and `gaps` */
export function useOwnTexts(asked: () => { paper: Paper; gaps: Readonly<Record<string, string | number>> }): (text: OwnText) => string {
  const session = useSession()
  const { language } = useWords()
  return (text) => {
    const { paper, gaps } = asked()
    return ownText(text, language.value, {
      department: ownText(paper.department, language.value),
      plan: session.plan?.name ?? '',
      year: session.plan?.year ?? '',
      ...gaps,
    })
  }
}
