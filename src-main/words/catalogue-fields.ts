import type { Answer, CatalogueItem, ItemKind, ItemOf, Measure, Quantity } from '../model/catalogue.ts'
import { FEN_PER_YUAN } from '../model/money.ts'
import { textIn, type Language, type Text } from '../model/text.ts'
import { refuse, type Refusal } from '../model/value.ts'
import { isBlankMark } from '../model/written-number.ts'
import {
  both,
  choice,
  chosenIn,
  indicatorNamed,
  labelOf,
  line,
  listed,
  number,
  texts,
  type CatalogueField,
  type CatalogueSource,
} from './catalogue-field.ts'
import { conditionText, readCondition } from './condition-text.ts'
import { TARGET_FIELDS } from './target-fields.ts'

/** What each choice is called; read again in either language, or as it is in a file. */
export const KIND_WORDS: Record<ItemKind, Text> = {
  measure: both('措施', 'measure'),
  task: both('任务', 'task'),
  service: both('服务', 'service'),
  target: both('目标', 'target'),
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

/** What is needed needs nobody's consent. */
const { consent: _, ...HOLDS_OR_NOT } = ANSWER_WORDS
const answersFor = (kind: unknown): Readonly<Record<string, Text>> => (kind === 'target' ? HOLDS_OR_NOT : ANSWER_WORDS)

/** The answer for one class; a class without one of its own has that of the others. */
const answerOf = (key: string, kind: ItemKind | undefined): CatalogueField => ({
  key: `class:${key}`,
  heading: both(key, key),
  choices: answersFor(kind),
  width: 5,
  write: ({ answers, others }, _, language) => textIn(ANSWER_WORDS[answers[key] ?? others], language),
  read: (text, draft) => {
    const { [key]: _, ...answers } = (draft.answers ?? {}) as Record<string, Answer>
    draft.answers = answers
    if (isBlankMark(text)) return undefined
    const choices = answersFor(draft.kind)
    const chosen = chosenIn(choices, text)
    if (chosen === undefined)
      return refuse('catalogue.choiceUnknown', { what: `${key}类`, whatEn: `class ${key}`, value: text, ...listed(choices) })
    // As the others have it: nothing of its own.
    if (chosen !== draft.others) draft.answers = { ...answers, [key]: chosen as Answer }
    return undefined
  },
})

const othersOf = (kind: ItemKind | undefined): CatalogueField => choice('others', both('其余类别', 'Other classes'), answersFor(kind), 7)

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
    othersOf(kind),
    ...classes.map((each) => answerOf(each, kind)),
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
      ['measure', 'task', 'service'],
    ),
    ...TARGET_FIELDS,
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
  ...(kind === 'target' && { least: '0', present: { kind: 'entered' } }),
})
