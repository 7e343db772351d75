import type { Dictionary, Indicator, IndicatorGroup } from '../../../src-main/model/indicator.ts'
import { inPercent } from '../../../src-main/model/number.ts'
import { numberIn } from '../../../src-main/model/value.ts'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import type { Text } from '../../../src-main/model/text.ts'

type IndicatorOption = Indicator['options'][number]

/** Stands in the choice of groups for one that does not exist yet. */
export const NEW_GROUP = '+'

/** An indicator as it is typed: texts only. The range of a share is typed in percent. */
export interface IndicatorForm {
  key: string
  label: string
  labelEnglish: string
  kind: Indicator['kind']
  group: string
  newGroup: string
  unit: string
  unitEnglish: string
  min: string
  max: string
  step: string
  required: boolean
  notAbove: string[]
  synonyms: string
  options: string
  formula: string
  whenDivisorIsZero: string
  note: string
  noteEnglish: string
}

const typedNumber = (value: number | undefined, kind: Indicator['kind']): string =>
  value === undefined ? '' : String(kind === 'share' ? inPercent(value) : value)

const optionLine = ({ label }: IndicatorOption): string => (label.en === '' ? label.zh : `${label.zh} / ${label.en}`)

/** A number that no key of the dictionary ends in yet: the key offered for a new indicator. */
function freeKey(keys: readonly string[], stem: string): string {
  let number = 1
  while (keys.includes(`${stem}${number}`)) number++
  return `${stem}${number}`
}

export const emptyForm = (dictionary: Dictionary): IndicatorForm => ({
  key: freeKey(
    dictionary.indicators.map((each) => each.key),
    'own',
  ),
  label: '',
  labelEnglish: '',
  kind: 'number',
  group: dictionary.groups[0]?.key ?? NEW_GROUP,
  newGroup: '',
  unit: '',
  unitEnglish: '',
  min: '0',
  max: '',
  step: '1',
  required: false,
  notAbove: [],
  synonyms: '',
  options: '',
  formula: '',
  whenDivisorIsZero: '',
  note: '',
  noteEnglish: '',
})

const PERCENT = /[%％]/
const YES_OR_NO = ['是', '否', '有', '无', 'yes', 'no', '√', '×']
const MOST_OPTIONS = 12

/** What kind of indicator a column holds, as far as its unit and its first values tell. */
function kindOf(unit: string, values: readonly string[]): IndicatorForm['kind'] {
  if (PERCENT.test(unit) || (values.length > 0 && values.every((each) => PERCENT.test(each)))) return 'share'
  if (values.every((each) => numberIn(each, 'plain') !== null)) return 'number'
  return values.every((each) => YES_OR_NO.includes(each.toLowerCase())) ? 'flag' : 'category'
}

/**
 * A new indicator as a column of a delivered sheet suggests it: its name and unit as they are headed, its kind by its first values.
 * @param heading '志愿者（人）'; where it has several levels, the last is the name
 */
export function formOfColumn(dictionary: Dictionary, heading: string, samples: readonly string[]): IndicatorForm {
  const [, words = heading, bracketed = ''] = /^(.+?)\s*[（(]([^（）()]{1,8})[）)]\s*$/.exec(heading) ?? []
  const values = samples.map((each) => each.trim()).filter((each) => each !== '')
  const kind = kindOf(bracketed, values)
  const decimals = Math.max(0, ...values.map((each) => /\.(\d+)/.exec(each)?.[1]!.length ?? 0))
  return {
    ...emptyForm(dictionary),
    label: words.trim().slice(0, 40),
    kind,
    unit: kind === 'number' ? bracketed : '',
    ...(kind === 'share' ? { max: '100', step: '0.0001' } : kind === 'number' ? { step: String(10 ** -decimals) } : {}),
    ...(kind === 'category' ? { options: [...new Set(values)].slice(0, MOST_OPTIONS).join('\n') } : {}),
  }
}

export const formOf = (indicator: Indicator): IndicatorForm => ({
  key: indicator.key,
  label: indicator.label.zh,
  labelEnglish: indicator.label.en,
  kind: indicator.kind,
  group: indicator.group,
  newGroup: '',
  unit: indicator.unit?.zh ?? '',
  unitEnglish: indicator.unit?.en ?? '',
  min: typedNumber(indicator.range?.min, indicator.kind),
  max: typedNumber(indicator.range?.max, indicator.kind),
  step: String(indicator.step),
  required: indicator.required,
  notAbove: [...indicator.notAbove],
  synonyms: indicator.synonyms.join('、'),
  options: indicator.options.map(optionLine).join('\n'),
  formula: indicator.formula ?? '',
  whenDivisorIsZero: indicator.whenDivisorIsZero === undefined ? '' : String(indicator.whenDivisorIsZero),
  note: indicator.note?.zh ?? '',
  noteEnglish: indicator.note?.en ?? '',
})

const textOf = (zh: string, en: string): Text => ({ zh: zh.trim(), en: en.trim() })
const optionalText = (zh: string, en: string): Text | undefined => (zh.trim() === '' ? undefined : textOf(zh, en))
/** undefined where nothing is typed; what is no number is sent as such, and refused with its place. */
const numberOf = (typed: string, field: 'percent' | 'plain' = 'plain'): number | undefined =>
  typed.trim() === '' ? undefined : (numberIn(typed, field) ?? Number.NaN)
const boundOf = (typed: string, kind: Indicator['kind']): number | undefined => numberOf(typed, kind === 'share' ? 'percent' : 'plain')

/** Options as typed, one a line. One that keeps its name keeps its key, and with it the values of the communities. */
function optionsOf(typed: string, before: readonly IndicatorOption[]): IndicatorOption[] {
  const keys = before.map((each) => each.key)
  return typed
    .split('\n')
    .map((line) => line.split('/').map((part) => part.trim()))
    .filter(([zh]) => zh !== undefined && zh !== '')
    .map(([zh = '', en = '']) => {
      const kept = before.find((each) => each.label.zh === zh)
      if (kept !== undefined) return { ...kept, label: { zh, en } }
      const key = freeKey(keys, 'option')
      keys.push(key)
      return { key, label: { zh, en }, synonyms: [] }
    })
}

/** The group that has to be made for the form, if it asks for one. */
export function newGroupOf(form: IndicatorForm, dictionary: Dictionary): IndicatorGroup | undefined {
  if (form.group !== NEW_GROUP) return undefined
  const known = dictionary.groups.find((each) => each.label.zh === form.newGroup.trim())
  return (
    known ?? {
      key: freeKey(
        dictionary.groups.map((each) => each.key),
        'group',
      ),
      label: textOf(form.newGroup, ''),
    }
  )
}

/** @param before the indicator that is changed: what the form does not show is kept from it. */
export function indicatorOf(form: IndicatorForm, dictionary: Dictionary, before: Indicator | null): Indicator {
  const { kind } = form
  const isMeasured = kind === 'number' || kind === 'share'
  const min = isMeasured ? boundOf(form.min, kind) : undefined
  const max = isMeasured ? boundOf(form.max, kind) : undefined
  const formula = isMeasured ? form.formula.trim() : ''
  const divisor = numberOf(form.whenDivisorIsZero)
  const unit = kind === 'number' ? optionalText(form.unit, form.unitEnglish) : undefined
  const note = optionalText(form.note, form.noteEnglish)
  return {
    key: form.key.trim(),
    label: textOf(form.label, form.labelEnglish),
    kind,
    group: newGroupOf(form, dictionary)?.key ?? form.group,
    required: form.required && formula === '',
    step: isMeasured ? (numberOf(form.step) ?? 1) : 1,
    notAbove: isMeasured && formula === '' ? [...form.notAbove] : [],
    options: kind === 'category' ? optionsOf(form.options, before?.options ?? []) : [],
    synonyms: [
      ...new Set(
        form.synonyms
          .split(/[、,，;；\n]/)
          .map((each) => each.trim())
          .filter((each) => each !== ''),
      ),
    ],
    ...(unit === undefined ? {} : { unit }),
    ...(min === undefined && max === undefined
      ? {}
      : { range: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } }),
    ...(formula === '' ? {} : { formula, ...(divisor === undefined ? {} : { whenDivisorIsZero: divisor }) }),
    ...(note === undefined ? {} : { note }),
  }
}

const CHANGEABLE = [
  'label',
  'kind',
  'group',
  'required',
  'step',
  'notAbove',
  'options',
  'synonyms',
  'unit',
  'range',
  'note',
  'formula',
  'whenDivisorIsZero',
] as const

/** @returns the parts that differ, null where one was taken away; empty when nothing was changed. */
export const changeBetween = (before: Indicator, after: Indicator): InputOf<'dictionary.changeIndicator'>['change'] =>
  Object.fromEntries(
    CHANGEABLE.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part])).map((part) => [part, after[part] ?? null]),
  )
