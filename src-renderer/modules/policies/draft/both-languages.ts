import { wordsIn } from '../../../locales/words.ts'
import type { MessageKey } from '../../../locales/messages.ts'

const [chinese, english] = [wordsIn('zh'), wordsIn('en')]

/** @returns a text of the interface in both languages, for names that go into the document */
export const inBothLanguages = (key: MessageKey, gaps: Record<string, string | number> = {}): { zh: string; en: string } => ({
  zh: chinese.t(key, gaps),
  en: english.t(key, gaps),
})
