import { isLeaf, OPERATORS, type Condition, type Operator } from '../model/condition.ts'
import type { Indicator } from '../model/indicator.ts'
import { inPercent } from '../model/number.ts'
import { comparable, textIn, type Language } from '../model/text.ts'
import { readText, refuse, TYPED, type Refusal } from '../model/value.ts'
import { choiceInWords } from './values.ts'

/**
 * A condition as a line of text that can be typed into a cell: 楼院>0 或（区位=乡镇 且 老年人占比≥25%）. What is written is read again as the
 * same condition, but for a range, which becomes its two comparisons.
 */
const SIGNS: Readonly<Record<Operator, string>> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=', '!=': '≠' }
const JOINTS = { zh: { all: ' 且 ', any: ' 或 ' }, en: { all: ' and ', any: ' or ' } } as const
const NOT = { zh: '非', en: 'not ' } as const
/** Between several options of a category. */
const OPTIONS_APART = '、'

/** @returns the line for a condition; an indicator that nobody knows stands there by its key */
export function conditionText(condition: Condition, indicators: ReadonlyMap<string, Indicator>, language: Language): string {
  const written = (part: Condition): string => conditionText(part, indicators, language)
  if (!isLeaf(condition)) {
    if (condition.kind === 'not') return `${NOT[language]}（${written(condition.of)}）`
    if (condition.of.length === 1) return written(condition.of[0]!)
    const joined = (part: Condition): string =>
      (isLeaf(part) && part.kind !== 'range') || part.kind === 'not' ? written(part) : `（${written(part)}）`
    return condition.of.map(joined).join(JOINTS[language][condition.kind])
  }
  const indicator = indicators.get(condition.indicator)
  const label = indicator === undefined ? condition.indicator : textIn(indicator.label, language)
  const number = (value: number): string => (indicator?.kind === 'share' ? `${inPercent(value)}%` : String(value))
  const choice = (value: string | number): string => (indicator === undefined ? String(value) : choiceInWords(indicator, value, language))
  switch (condition.kind) {
    case 'compare':
      return label + SIGNS[condition.operator] + number(condition.value)
    case 'flag':
      return `${label}=${choice(condition.value ? 1 : 0)}`
    case 'category':
      return `${label}=${condition.anyOf.map(choice).join(OPTIONS_APART)}`
    case 'range':
      return [
        ...(condition.from === undefined ? [] : [`${label}≥${number(condition.from)}`]),
        ...(condition.to === undefined ? [] : [`${label}${condition.toIncluded ? '≤' : '<'}${number(condition.to)}`]),
      ].join(JOINTS[language].all)
  }
}

class Unreadable extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const OPERATOR_OF = new Map<string, Operator>([
  ...OPERATORS.map((each) => [each, each] as const),
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['==', '='],
])
const COMPARISON = /^(.+?)(<=|>=|!=|==|[<>=≤≥≠])(.+)$/u

/** @returns the pieces of the line between and/or and brackets, and these themselves */
const piecesOf = (text: string): string[] =>
  text
    .replaceAll(/[（(]/gu, '\u0001(\u0001')
    .replaceAll(/[）)]/gu, '\u0001)\u0001')
    .replaceAll(/\s*(且|或)\s*/gu, '\u0001$1\u0001')
    .replaceAll(/(?<=^|[\s\u0001])(and|or)(?=$|[\s\u0001])/giu, (word) => `\u0001${word.toLowerCase() === 'and' ? '且' : '或'}\u0001`)
    .replaceAll(/(?<=^|\u0001)\s*(非|not\b)\s*(?=\u0001\()/giu, '\u0001非\u0001')
    .split('\u0001')
    .map((each) => each.trim())
    .filter((each) => each !== '')

function readLeaf(piece: string, indicators: Iterable<Indicator>): Condition {
  const [, name = '', sign = '', value = ''] = COMPARISON.exec(piece.normalize('NFKC')) ?? []
  if (name === '') throw new Unreadable(refuse('catalogue.conditionUnreadable', { value: piece }))
  const wanted = comparable(name)
  const indicator = [...indicators].find(({ key, label }) => [key, label.zh, label.en].some((each) => comparable(each) === wanted))
  if (indicator === undefined) throw new Unreadable(refuse('policy.indicatorUnknown', { indicator: name.trim() }))
  const operator = OPERATOR_OF.get(sign)!
  const read = (text: string): number | string => {
    const reading = readText(indicator, text.trim(), TYPED)
    if (!('value' in reading)) throw new Unreadable(reading)
    if (reading.value === null) throw new Unreadable(refuse('catalogue.conditionUnreadable', { value: piece }))
    return reading.value
  }
  if (indicator.kind === 'number' || indicator.kind === 'share')
    return { kind: 'compare', indicator: indicator.key, operator, value: Number(read(value)) }
  if (operator !== '=' && operator !== '!=') throw new Unreadable(refuse('catalogue.conditionUnreadable', { value: piece }))
  const leaf: Condition =
    indicator.kind === 'flag'
      ? { kind: 'flag', indicator: indicator.key, value: read(value) !== 0 }
      : { kind: 'category', indicator: indicator.key, anyOf: value.split(OPTIONS_APART).map((each) => String(read(each))) }
  return operator === '=' ? leaf : { kind: 'not', of: leaf }
}

/** Reads pieces from the front: or joins what and joins. */
class Reader {
  readonly #pieces: readonly string[]
  readonly #indicators: readonly Indicator[]
  #at = 0
  constructor(pieces: readonly string[], indicators: readonly Indicator[]) {
    this.#pieces = pieces
    this.#indicators = indicators
  }
  whole(): Condition {
    const read = this.#group('或')
    if (this.#at < this.#pieces.length) throw this.#stuck()
    return read
  }
  #group(joint: '且' | '或'): Condition {
    const part = (): Condition => (joint === '或' ? this.#group('且') : this.#single())
    const of = [part()]
    while (this.#pieces[this.#at] === joint) {
      this.#at += 1
      of.push(part())
    }
    return of.length === 1 ? of[0]! : { kind: joint === '且' ? 'all' : 'any', of }
  }
  #single(): Condition {
    const piece = this.#pieces[this.#at]
    if (piece === undefined || piece === ')' || piece === '且' || piece === '或') throw this.#stuck()
    this.#at += 1
    if (piece === '非') return { kind: 'not', of: this.#single() }
    if (piece !== '(') return readLeaf(piece, this.#indicators)
    const inside = this.#group('或')
    if (this.#pieces[this.#at] !== ')') throw this.#stuck()
    this.#at += 1
    return inside
  }
  #stuck(): Unreadable {
    return new Unreadable(refuse('catalogue.conditionUnreadable', { value: this.#pieces[this.#at] ?? this.#pieces.at(-1) ?? '' }))
  }
}

/** Labels that contain what joins conditions (缺失或失修公共设施) go by their keys, so that they stay in one piece. */
const JOINING = /[且或非()（）]|\b(and|or|not)\b/iu
const withKeys = (text: string, indicators: readonly Indicator[]): string =>
  indicators
    .flatMap(({ key, label }) => [label.zh, label.en].map((said) => ({ key, said })))
    .filter(({ said }) => JOINING.test(said))
    .sort((a, b) => b.said.length - a.said.length)
    .reduce((line, { key, said }) => line.replaceAll(said, key), text)

/** @returns the condition that a line says, or why it can't be read; indicators go by label in either language, or by key */
export function readCondition(text: string, indicators: readonly Indicator[]): { condition: Condition } | Refusal {
  try {
    return { condition: new Reader(piecesOf(withKeys(text, indicators)), indicators).whole() }
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal
    throw error
  }
}
