import type { Answer, CatalogueItem, ItemKind, ItemOf, Measure, Quantity } from '../model/catalogue.ts'
import type { Indicator } from '../model/indicator.ts'
import { FEN_PER_YUAN } from '../model/money.ts'
import { withoutDust } from '../model/number.ts'
import { comparable, textIn, type Language, type Text } from '../model/text.ts'
import { refuse, type Refusal } from '../model/value.ts'
import { isBlankMark, parseWrittenNumber } from '../model/written-number.ts'
import { conditionText, readCondition } from './condition-text.ts'

/** What is needed to write and read the fields of items: the classes of the policy, and the indicators. */
export interface CatalogueSource {
  classes: readonly string[]
  indicators: readonly Indicator[]
}

const both = (zh: string, en: string): Required<Text> => ({ zh, en })

/** What each choice is called; read again in either language, or as it is in a file. */
export const KIND_WORDS: Record<ItemKind, Text> = {
  measure: both('措施', 'measure'),
  task: both('任务', 'task'),
  service: both('服务', 'service'),
}
export const ANSWER_WORDS: Record<Answer, Text> = { yes: both('可', 'yes'), consent: both('须同意', 'with consent'), no: both('否', 'no') }
export const PERIOD_WORDS: Record<Measure['period'], Text> = {
  year: both('每年', 'yearly'),
  quarter: both('每季', 'quarterly'),
  month: both('每月', 'monthly'),
}
export const DURATION_WORDS: Record<ItemOf<'task'>['duration'], Text> = {
  permanent: both('长期', 'permanent'),
  staged: both('阶段性', 'staged'),
  occasional: both('临时', 'occasional'),
}
export const CHANNEL_WORDS: Record<ItemOf<'service'>['channel'], Text> = {
  counter: both('窗口办理', 'counter'),
  proxy: both('代办', 'by proxy'),
  mobile: both('上门', 'at home'),
}
export const SOURCE_WORDS: Record<CatalogueItem['source'], Text> = { source: both('来源', 'published'), ours: both('本单位', 'own') }
const STATE_WORDS = { used: both('在用', 'in use'), withdrawn: both('已撤下', 'withdrawn') } as const

type Draft = Record<string, unknown>
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
const texts = (key: string, heading: Required<Text>, width: number, needed: boolean, kinds?: readonly ItemKind[]): CatalogueField[] => {
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
const chosenIn = (choices: Readonly<Record<string, Text>>, text: string): string | undefined =>
  Object.entries(choices).find(([key, said]) => [key, said.zh, said.en].some((each) => comparable(each) === comparable(text)))?.[0]

const choice = (
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
const listed = (choices: Readonly<Record<string, Text>>): { choices: string; choicesEn: string } => ({
  choices: Object.values(choices)
    .map((each) => each.zh)
    .join('、'),
  choicesEn: Object.values(choices)
    .map((each) => each.en)
    .join(', '),
})

/** @param scale from what is shown to what is kept: 60 from hours to minutes */
const number = (key: string, heading: Required<Text>, scale: number, width: number, kinds: readonly ItemKind[]): CatalogueField => ({
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

const labelOf = (key: string, { indicators }: CatalogueSource, language: Language): string => {
  const found = indicators.find((each) => each.key === key)
  return found === undefined ? key : textIn(found.label, language)
}
const indicatorNamed = (name: string, { indicators }: CatalogueSource): string | undefined =>
  indicators.find(({ key, label }) => [key, label.zh, label.en].some((each) => comparable(each) === comparable(name)))?.key

/** A quantity as it is typed: 4, or 常住户数×1/15. */
const quantityText = (quantity: Quantity, source: CatalogueSource, language: Language): string =>
  quantity.kind === 'fixed' ? String(quantity.number) : `${labelOf(quantity.indicator, source, language)}×${quantity.rate}/${quantity.per}`

function readQuantity(text: string, source: CatalogueSource): Quantity | Refusal {
  const plain = text.normalize('NFKC').trim()
  if (/^\d+$/.test(plain)) return { kind: 'fixed', number: Number(plain) }
  const [, name = '', rate = '1', per = '1'] = /^([^×*/]+?)\s*(?:[×*]\s*([\d.]+))?\s*(?:\/\s*([\d.]+))?$/u.exec(plain) ?? []
  const indicator = indicatorNamed(name, source)
  if (name === '') return refuse('catalogue.quantityUnreadable', { value: text })
  if (indicator === undefined) return refuse('policy.indicatorUnknown', { indicator: name })
  return { kind: 'rate', indicator, rate: Number(rate), per: Number(per) }
}

/** Parameters as they are typed: 每月次数 | Visits a month: A=2 B=4; 每户次数: D=4. The English name may be left out. */
const parametersText = (parameters: Measure['parameters']): string =>
  parameters
    .map(
      ({ name, values }) =>
        `${name.en === '' ? name.zh : `${name.zh} | ${name.en}`}: ${Object.entries(values)
          .map(([key, value]) => `${key}=${value}`)
          .join(' ')}`,
    )
    .join('; ')

function readParameters(text: string, before: Measure['parameters']): Measure['parameters'] | Refusal {
  const read: Measure['parameters'] = []
  for (const line of text
    .normalize('NFKC')
    .split(/[;\n]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')) {
    const [, name = '', rest = ''] = /^([^:]+):(.*)$/u.exec(line) ?? []
    const values = [...rest.matchAll(/([^\s=,，、]+)\s*=\s*([\d.]+)/gu)].map(([, key, value]) => [key!, Number(value)] as const)
    if (name === '' || values.length === 0) return refuse('catalogue.parameterUnreadable', { value: line })
    const [zh = '', en = ''] = name.split('|').map((each) => each.trim())
    const known = before.find((each) => each.name.zh === zh || each.name.en === zh)
    read.push({ name: en === '' && known !== undefined ? known.name : both(zh, en), values: Object.fromEntries(values) })
  }
  return read
}

/** The answer for one class; a class without one of its own has that of the others. */
const answerOf = (key: string): CatalogueField => ({
  key: `class:${key}`,
  heading: both(key, key),
  choices: ANSWER_WORDS,
  width: 5,
  write: ({ answers, others }, _, language) => textIn(ANSWER_WORDS[answers[key] ?? others], language),
  read: (text, draft) => {
    const { [key]: _, ...answers } = (draft.answers ?? {}) as Record<string, Answer>
    draft.answers = answers
    if (isBlankMark(text)) return undefined
    const chosen = chosenIn(ANSWER_WORDS, text)
    if (chosen === undefined)
      return refuse('catalogue.choiceUnknown', { what: `${key}类`, whatEn: `class ${key}`, value: text, ...listed(ANSWER_WORDS) })
    // As the others have it: nothing of its own.
    if (chosen !== draft.others) draft.answers = { ...answers, [key]: chosen as Answer }
    return undefined
  },
})

/** A line that another reader understands; empty: left out. */
const line = (
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

const OTHERS = choice('others', both('其余类别', 'Other classes'), ANSWER_WORDS, 7)

/** @returns the fields of items in the order of their columns; those of one kind where it is given */
export function catalogueFields({ classes }: Pick<CatalogueSource, 'classes'>, kind?: ItemKind): CatalogueField[] {
  const fields: CatalogueField[] = [
    {
      key: 'id',
      heading: both('代号', 'Id'),
      width: 9,
      write: (item) => item.id,
      read: (text, draft) => {
        draft.id = text.trim()
        return undefined
      },
    },
    choice('kind', both('种类', 'Kind'), KIND_WORDS, 5),
    ...texts('title', both('名称', 'Title'), 16, true),
    ...texts('department', both('部门', 'Department'), 10, true),
    OTHERS,
    ...classes.map(answerOf),
    line(
      'when',
      both('条件', 'Condition'),
      20,
      ({ when }, { indicators }, language) =>
        when === undefined ? '' : conditionText(when, new Map(indicators.map((each) => [each.key, each])), language),
      (text, draft, { indicators }) => {
        const known = new Map(indicators.map((each) => [each.key, each]))
        const before = draft.when as CatalogueItem['when']
        // A line that was not touched stays the condition that it was, also where it has a form that lines do not have.
        if (before !== undefined && (['zh', 'en'] as const).some((each) => conditionText(before, known, each) === text.trim()))
          return before
        const read = readCondition(text, indicators)
        return 'condition' in read ? read.condition : read
      },
    ),
    line(
      'quantity',
      both('数量', 'Quantity'),
      12,
      ({ quantity }, source, language) => (quantity === undefined ? '' : quantityText(quantity, source, language)),
      (text, _, source) => readQuantity(text, source),
    ),
    ...texts('purpose', both('目的', 'Purpose'), 18, true, ['measure']),
    choice('period', both('周期', 'Period'), PERIOD_WORDS, 7, ['measure']),
    line(
      'moves',
      both('应改善的指标', 'Should move'),
      11,
      (item, source, language) => (item.kind === 'measure' && item.moves !== undefined ? labelOf(item.moves, source, language) : ''),
      (text, _, source) => indicatorNamed(text, source) ?? refuse('policy.indicatorUnknown', { indicator: text }),
      ['measure'],
    ),
    line(
      'parameters',
      both('各类参数', 'Parameters'),
      18,
      (item) => (item.kind === 'measure' ? parametersText(item.parameters) : ''),
      (text, draft) => readParameters(text, (draft.parameters ?? []) as Measure['parameters']),
      ['measure'],
    ),
    choice('duration', both('性质', 'Nature'), DURATION_WORDS, 7, ['task']),
    number('minutes', both('年工时（小时）', 'Hours a year'), 60, 8, ['task']),
    number('timesAYear', both('年次数', 'Times a year'), 1, 6, ['task']),
    number('moneyFen', both('随转经费（元）', 'Money that travels (yuan)'), FEN_PER_YUAN, 9, ['task']),
    choice('channel', both('办理方式', 'Channel'), CHANNEL_WORDS, 8, ['service']),
    ...texts('documents', both('所需材料', 'Documents'), 14, false, ['service']),
    number('minutesACase', both('每件分钟', 'Minutes a case'), 1, 7, ['service']),
    ...texts('reason', both('说明', 'Reason'), 22, false),
    choice('source', both('出处', 'Source'), SOURCE_WORDS, 7),
    {
      ...choice('withdrawn', both('状态', 'State'), STATE_WORDS, 7),
      write: ({ withdrawn }, _, language) => textIn(STATE_WORDS[withdrawn === true ? 'withdrawn' : 'used'], language),
      read: (text, draft) => {
        const chosen = isBlankMark(text) ? 'used' : chosenIn(STATE_WORDS, text)
        if (chosen === undefined)
          return refuse('catalogue.choiceUnknown', { what: '状态', whatEn: 'State', value: text, ...listed(STATE_WORDS) })
        if (chosen === 'withdrawn') draft.withdrawn = true
        else delete draft.withdrawn
        return undefined
      },
    },
  ]
  return kind === undefined ? fields : fields.filter((each) => each.kinds?.includes(kind) ?? true)
}

/** What an item of a kind has where nothing was said of it. */
export const draftOf = (kind: ItemKind): Record<string, unknown> => ({
  kind,
  answers: {},
  others: 'no',
  source: 'ours',
  ...(kind === 'measure' && { period: 'year', parameters: [] }),
  ...(kind === 'task' && { duration: 'permanent', minutes: 0, timesAYear: 0, moneyFen: 0 }),
  ...(kind === 'service' && { channel: 'proxy', minutesACase: 0 }),
})
