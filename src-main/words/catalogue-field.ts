import type { CatalogueItem, ItemKind } from '../model/catalogue.ts'
import type { Indicator } from '../model/indicator.ts'
import { withoutDust } from '../model/number.ts'
import { comparable, textIn, type Language, type Text } from '../model/text.ts'
import { refuse, type Refusal } from '../model/value.ts'
import { isBlankMark, parseWrittenNumber } from '../model/written-number.ts'

/** What is needed to write and read the fields of items: the classes of the policy, and the indicators. */
export interface CatalogueSource {
  classes: readonly string[]
  indicators: readonly Indicator[]
}

export const both = (zh: string, en: string): Required<Text> => ({ zh, en })

export type Draft = Record<string, unknown>
/** A field of an item: its heading, and how it is written into a cell and read from one. */
export interface CatalogueField {
  key: string
  heading: Required<Text>
  /** The kinds that have it; all where left out. */
  kinds?: readonly ItemKind[]
  /** What may be chosen; left out: free text. */
  choices?: Readonly<Record<string, Text>>
  /** Shares of the width. */
  width: number
  write(item: CatalogueItem, source: CatalogueSource, language: Language): string
  /** Puts what a text says into a draft of an item. @returns why it can't be read, else nothing */
  read(text: string, draft: Draft, source: CatalogueSource): Refusal | undefined
}

const part = (item: CatalogueItem, key: string): unknown => (item as unknown as Draft)[key]

/** A text in both languages: two columns, of which the second is English. */
export const texts = (
  key: string,
  heading: Required<Text>,
  width: number,
  needed: boolean,
  kinds?: readonly ItemKind[],
): CatalogueField[] => {
  const of = (language: Language): CatalogueField => ({
    key: language === 'zh' ? key : `${key}En`,
    heading: language === 'zh' ? heading : both(`${heading.zh}（英文）`, `${heading.en} (English)`),
    ...(kinds && { kinds }),
    width,
    write: (item) => (part(item, key) as Text | undefined)?.[language] ?? '',
    read: (text, draft) => {
      const before = draft[key] as Partial<Text> | undefined
      const said = { zh: '', en: '', ...before, [language]: text.trim() }
      if (language === 'zh' && needed && said.zh === '') return refuse('catalogue.fieldMissing', { what: heading.zh, whatEn: heading.en })
      if (said.zh === '' && said.en === '') delete draft[key]
      else draft[key] = said
      return undefined
    },
  })
  return [of('zh'), of('en')]
}

/** @returns the key that a text names, in either language or as it is in a file */
export const chosenIn = (choices: Readonly<Record<string, Text>>, text: string): string | undefined =>
  Object.entries(choices).find(([key, said]) => [key, said.zh, said.en].some((each) => comparable(each) === comparable(text)))?.[0]

export const choice = (
  key: string,
  heading: Required<Text>,
  choices: Readonly<Record<string, Text>>,
  width: number,
  kinds?: readonly ItemKind[],
): CatalogueField => ({
  key,
  heading,
  ...(kinds && { kinds }),
  choices,
  width,
  write: (item, _, language) => textIn(choices[part(item, key) as string]!, language),
  read: (text, draft) => {
    const chosen = chosenIn(choices, text)
    if (chosen === undefined)
      return refuse('catalogue.choiceUnknown', { what: heading.zh, whatEn: heading.en, value: text, ...listed(choices) })
    draft[key] = chosen
    return undefined
  },
})
export const listed = (choices: Readonly<Record<string, Text>>): { choices: string; choicesEn: string } => ({
  choices: Object.values(choices)
    .map((each) => each.zh)
    .join('、'),
  choicesEn: Object.values(choices)
    .map((each) => each.en)
    .join(', '),
})

/** @param scale from what is shown to what is kept: 60 from hours to minutes */
export const number = (key: string, heading: Required<Text>, scale: number, width: number, kinds: readonly ItemKind[]): CatalogueField => ({
  key,
  heading,
  kinds,
  width,
  write: (item) => String(withoutDust(Number(part(item, key)) / scale)),
  read: (text, draft) => {
    const said = isBlankMark(text) ? { number: 0, behind: '' } : parseWrittenNumber(text)
    const what = { what: heading.zh, whatEn: heading.en, value: text }
    if (said === null || said.behind !== '') return refuse('catalogue.numberExpected', what)
    if (said.number < 0) return refuse('catalogue.negative', what)
    const kept = withoutDust(said.number * scale)
    if (!Number.isSafeInteger(kept)) return refuse('catalogue.tooFine', { ...what, scale })
    draft[key] = kept
    return undefined
  },
})

export const labelOf = (key: string, { indicators }: Pick<CatalogueSource, 'indicators'>, language: Language): string => {
  const found = indicators.find((each) => each.key === key)
  return found === undefined ? key : textIn(found.label, language)
}
export const indicatorNamed = (name: string, { indicators }: Pick<CatalogueSource, 'indicators'>): string | undefined =>
  indicators.find(({ key, label }) => [key, label.zh, label.en].some((each) => comparable(each) === comparable(name)))?.key

/** A line that another reader understands; empty: left out. */
export const line = (
  key: string,
  heading: Required<Text>,
  width: number,
  write: CatalogueField['write'],
  read: (text: string, draft: Draft, source: CatalogueSource) => unknown,
  kinds?: readonly ItemKind[],
): CatalogueField => ({
  key,
  heading,
  width,
  ...(kinds && { kinds }),
  write,
  read: (text, draft, source) => {
    if (isBlankMark(text)) {
      delete draft[key]
      return undefined
    }
    const said = read(text, draft, source)
    if (typeof said === 'object' && said !== null && 'code' in said) return said as Refusal
    draft[key] = said
    return undefined
  },
})
