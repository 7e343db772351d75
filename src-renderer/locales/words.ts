import type {} from '../../src-main/contract/bridge.ts'
import { computed, type ComputedRef } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import { textIn, type Language, type Text } from '../../src-main/model/text.ts'
import { messages, type MessageKey } from './messages.ts'

/** What a pure function needs to speak: the language, the texts of the interface, and the texts that come with the data. */
export interface Words {
  language: Language
  t(key: MessageKey, gaps?: Record<string, string | number>): string
  /** A text of a policy or dictionary; Chinese where there is no English. */
  text(text: Text): string
}

const STORED_AS = 'quanheng.language'

/** @returns the translator of the whole app, in the language chosen last; Chinese the first time. */
export const createTranslator = (language: Language) =>
  createI18n({ legacy: false, locale: language, fallbackLocale: 'zh', messages, missingWarn: false, fallbackWarn: false })

type Translator = ReturnType<typeof createTranslator>

const wordsOf = (language: Language, translate: (key: string, gaps: Record<string, string | number>) => string): Words => ({
  language,
  t: (key, gaps = {}) => translate(key, gaps),
  text: (text) => textIn(text, language),
})

/** For code outside of components, and for tests. */
export const wordsIn = (language: Language, translator: Translator = createTranslator(language)): Words =>
  wordsOf(language, (key, gaps) => translator.global.t(key, gaps, { locale: language }))

/** Tells the document and the window around it, which has a menu and dialogs of its own. */
export function announceLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  void window.bridge?.setLanguage(language)
}

/** For components: the words in the language of the moment, which follow a switch. */
export function useWords(): {
  words: ComputedRef<Words>
  t: Words['t']
  text: Words['text']
  language: ComputedRef<Language>
  setLanguage(language: Language): void
} {
  const { t, locale } = useI18n({ useScope: 'global' })
  const words = computed(() => wordsOf(locale.value as Language, (key, gaps) => t(key, gaps)))
  return {
    words,
    t: (key, gaps) => words.value.t(key, gaps),
    text: (text) => words.value.text(text),
    language: computed(() => words.value.language),
    setLanguage(language) {
      locale.value = language
      localStorage.setItem(STORED_AS, language)
      announceLanguage(language)
    },
  }
}

/**
 * @returns the language that the address asks for, as when a page is printed without a window; else that of the last visit;
 *   Chinese the first time.
 */
export function rememberedLanguage(): Language {
  const asked = /[?&]language=(zh|en)(?:&|$)/.exec(location.hash)?.[1] as Language | undefined
  return asked ?? (localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'zh')
}
