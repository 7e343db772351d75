import type { Dictionary } from '../model/indicator.ts'
import { payersIn } from '../model/fund.ts'
import { isCondition } from '../model/condition.ts'
import type { Component, ExampleOther, Policy, PolicyExample, Rule, Step } from '../model/policy.ts'
import type { PolicyDifferenceInWords } from '../model/policy-draft.ts'
import {
  classInWords,
  conditionInWords,
  indicatorInWords,
  moneyInWords,
  numberInWords,
  payersInWords,
  ruleInWords,
  splitInWords,
  stepInWords,
  valueInWords,
  type PolicySource,
} from './policies.ts'
import type { PolicyDifference } from '../model/scenario.ts'
import { textIn, type Language, type Text } from '../model/text.ts'

type Part = PolicyDifferenceInWords['part']
interface Side {
  policy: Policy
  dictionary: Dictionary
}
interface Said {
  label: string
  old: string
  new: string
}

const unescape = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~')
const isKeyed = (value: unknown): value is Array<{ key: string }> =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof (each as { key?: unknown } | null)?.key === 'string')

/** Everything on the way of a path through a document, the document first; undefined from where the way is gone. */
function nodesOn(names: string[], document: unknown): unknown[] {
  const nodes = [document]
  for (const name of names) {
    const holder = nodes.at(-1)
    nodes.push(isKeyed(holder) ? holder.find((each) => each.key === name) : (holder as Record<string, unknown> | null | undefined)?.[name])
  }
  return nodes
}

const PART_OF: Readonly<Record<string, Part>> = {
  classes: 'classes',
  indicators: 'indicators',
  examples: 'examples',
  'classification/rules': 'rules',
  'classification/fallback': 'rules',
  'allocation/steps': 'steps',
}
const ABOUT = ['id', 'version', 'title', 'description', 'effectiveYear', 'document']

/** A step of a further component of the fund: allocation/components/KEY/steps/KEY. */
const isStepOfComponent = ([first, second, , fourth]: string[]): boolean =>
  first === 'allocation' && second === 'components' && fourth === 'steps'

/** The part of the policy in which a path lies, for groups of a list. */
function partOf(names: string[]): Part {
  const [first = '', second = ''] = names
  if (ABOUT.includes(first)) return 'about'
  if (isStepOfComponent(names)) return 'steps'
  return PART_OF[first] ?? PART_OF[`${first}/${second}`] ?? (first === 'allocation' ? 'split' : 'other')
}

const LABELS: Record<Language, Readonly<Record<string, string>>> = {
  zh: {
    id: '代号',
    version: '版本',
    title: '名称',
    description: '说明',
    effectiveYear: '生效年度',
    document: '依据文件',
    'document/title': '依据文件的名称',
    'document/number': '文号',
    'document/date': '日期',
    fallback: '其余情形',
    previousAmountFen: '上年金额的缺省值（所有社区都没有时）',
    split: '分担比例',
    component: '基本部分的名称与用途',
    useCategory: '用途',
    budgetCode: '预算科目',
    payers: '由谁出资',
    order: '顺序',
    name: '名称',
    color: '颜色',
    class: '归入',
    when: '条件',
    label: '名称',
    unit: '单位',
    range: '范围',
    formula: '公式',
    options: '选项',
    note: '说明',
    reason: '理由',
  },
  en: {
    id: 'Identifier',
    version: 'Version',
    title: 'Title',
    description: 'Description',
    effectiveYear: 'Effective year',
    document: 'Document',
    'document/title': 'Title of the document',
    'document/number': 'Number of the document',
    'document/date': 'Date of the document',
    fallback: 'All other cases',
    previousAmountFen: 'Amount of last year as long as no community has one',
    split: 'Who pays',
    component: 'Name and purpose of the main part',
    useCategory: 'use category',
    budgetCode: 'budget code',
    payers: 'Who pays',
    order: 'order',
    name: 'name',
    color: 'colour',
    class: 'class',
    when: 'condition',
    label: 'name',
    unit: 'unit',
    range: 'range',
    formula: 'formula',
    options: 'options',
    note: 'note',
    reason: 'reason',
  },
}
const COMPONENT = { zh: '经费分项', en: 'Component' } as const
const LIST_OF = {
  zh: { classes: '类别', rules: '规则', steps: '步骤', indicators: '指标', examples: '检验样例' },
  en: { classes: 'Classes', rules: 'Rules', steps: 'Steps', indicators: 'Indicators', examples: 'Examples' },
} as const
const KINDS = {
  zh: { classes: '类别', rules: '规则', steps: '步骤', indicators: '指标', examples: '样例' },
  en: { classes: 'Class', rules: 'Rule', steps: 'Step', indicators: 'Indicator', examples: 'Example' },
} as const
const LISTS = {
  zh: { classes: '类别的顺序', rules: '规则的顺序', steps: '步骤的顺序', indicators: '指标的顺序', examples: '样例的顺序' },
  en: {
    classes: 'Order of classes',
    rules: 'Order of rules',
    steps: 'Order of steps',
    indicators: 'Order of indicators',
    examples: 'Order of examples',
  },
} as const

const isText = (value: unknown): value is Text => typeof (value as Text | null)?.zh === 'string'
/** Anything without words of its own: as short as it can be read. */
function plain(name: string, value: unknown, language: Language): string {
  if (value === undefined || value === null) return ''
  if (isText(value)) return textIn(value, language)
  if (typeof value === 'number')
    return name.endsWith('Fen') ? moneyInWords(value, language) : name.toLowerCase().endsWith('year') ? String(value) : numberInWords(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

type Element = Text | { key: string; name?: Text | string; label?: Text }
function nameOf(element: Element | undefined, language: Language): string | undefined {
  if (element === undefined) return undefined
  const name = 'name' in element ? element.name : 'label' in element ? element.label : undefined
  return typeof name === 'string' ? name : name === undefined ? undefined : textIn(name, language)
}

const valuesInWords = (values: PolicyExample['values'], source: PolicySource, language: Language): string =>
  Object.entries(values)
    .map(([key, value]) => `${indicatorInWords(key, source, language)} ${valueInWords(key, value, source, language)}`)
    .join(language === 'zh' ? '，' : ', ')

/** Other communities of an example: how many, and what is told of each. */
export function otherInWords({ values, previousFen, count = 1 }: ExampleOther, source: PolicySource, language: Language): string {
  const chinese = language === 'zh'
  const before = previousFen === undefined ? '' : `${chinese ? '，上年金额 ' : ', last year '}${moneyInWords(previousFen, language)}`
  return `${chinese ? `另有 ${count} 个社区：` : `${count} more: `}${valuesInWords(values, source, language)}${before}`
}

/** @returns what an example asks and expects, as one sentence */
export function exampleInWords(example: PolicyExample, source: PolicySource, language: Language): string {
  const chinese = language === 'zh'
  const others = (example.others ?? []).map((each) => otherInWords(each, source, language))
  const alone = valuesInWords(example.values, source, language)
  const all = [alone, ...others].filter((each) => each !== '').join(chinese ? '；' : '; ')
  const { class: wanted, amountFen } = example.expect
  const given = wanted === null ? (chinese ? '未定' : 'undecided') : classInWords(wanted, source.policy, language)
  const amount =
    amountFen === undefined
      ? ''
      : amountFen === null
        ? chinese
          ? '，金额未知'
          : ', amount unknown'
        : `${chinese ? '，' : ', '}${moneyInWords(amountFen, language)}`
  return `${all} → ${given}${amount}`.trimStart()
}

/** An element of a keyed list as a whole, as one sentence. */
function elementInWords(part: Part, element: unknown, source: Side, language: Language): string {
  if (element === undefined) return ''
  switch (part) {
    case 'classes':
      return classInWords((element as { key: string }).key, source.policy, language)
    case 'rules':
      return ruleInWords(element as Rule, source, language)
    case 'steps':
      return stepInWords(element as Step, source, language)
    case 'indicators':
      return textIn((element as { label: Text }).label, language)
    case 'examples':
      return exampleInWords(element as PolicyExample, source, language)
    case 'about':
    case 'split':
    case 'other':
      return plain('', element, language)
  }
}

/** What stands at a place inside an element: a condition as it reads, an amount of a class, else the element itself as a sentence. */
function insideInWords(part: Part, names: string[], nodes: unknown[], source: Side, language: Language): string {
  const last = names.at(-1)!
  const element = nodes[nodes.length - names.length]
  if (element === undefined) return ''
  if (part === 'rules' && names[1] === 'when') {
    const condition = nodes.findLast(isCondition)
    return condition === undefined ? '' : conditionInWords(condition, source, language)
  }
  if (names[1] === 'class' && part === 'rules') return classInWords(String(nodes.at(-1) ?? ''), source.policy, language)
  if (part === 'steps' && names[1] !== 'name' && !(names[1] === 'amountsFen' && names.length === 3))
    return elementInWords(part, element, source, language)
  if (part === 'examples' && ['values', 'expect', 'previousFen', 'district', 'others'].includes(names[1]!))
    return elementInWords(part, element, source, language)
  return plain(names[1] === 'amountsFen' ? 'Fen' : last, nodes.at(-1), language)
}

const quoted = (kind: string, name: string, language: Language): string => (language === 'zh' ? `${kind}“${name}”` : `${kind} "${name}"`)

function keyedInWords(
  part: 'classes' | 'rules' | 'steps' | 'indicators' | 'examples',
  depth: number,
  names: string[],
  sides: { old: Side; new: Side },
  language: Language,
): Said {
  const rest = names.slice(depth)
  const listOf = ({ policy }: Side): Array<{ key: string }> =>
    (nodesOn(names.slice(0, depth), policy).at(-1) ?? []) as Array<{ key: string }>
  if (rest[0] === '@order') {
    const order = (side: Side): string =>
      listOf(side)
        .map((each) => (part === 'classes' ? each.key : (nameOf(each, language) ?? each.key)))
        .join(language === 'zh' ? '、' : ', ')
    return { label: LISTS[language][part], old: order(sides.old), new: order(sides.new) }
  }
  if (rest.length === 0) {
    const all = (side: Side): string =>
      listOf(side)
        .map((each) => elementInWords(part, each, side, language))
        .join(language === 'zh' ? '；' : '; ')
    return { label: LIST_OF[language][part], old: all(sides.old), new: all(sides.new) }
  }
  const [was, is] = [listOf(sides.old), listOf(sides.new)].map((list) => list.find((each) => each.key === rest[0]))
  const name = part === 'classes' ? rest[0]! : (nameOf(is ?? was, language) ?? rest[0]!)
  const titled = quoted(KINDS[language][part], name, language)
  if (rest.length === 1)
    return { label: titled, old: elementInWords(part, was, sides.old, language), new: elementInWords(part, is, sides.new, language) }
  const field = part === 'steps' && rest[1] === 'amountsFen' ? rest[2] : rest[1] === 'when' ? undefined : LABELS[language][rest[1]!]
  const said = (side: Side): string => insideInWords(part, rest, nodesOn(names, side.policy), side, language)
  return { label: field === undefined ? titled : `${titled} · ${field}`, old: said(sides.old), new: said(sides.new) }
}

/** A further component as a whole, or what it says of itself beside its steps. */
function componentSaid(names: string[], sides: { old: Side; new: Side }, language: Language): Said {
  const [, , key, field] = names
  const find = ({ policy }: Side): Component | undefined => policy.allocation.components?.find((each) => each.key === key)
  const sentence = (component: Component | undefined, side: Side): string =>
    component === undefined ? '' : component.steps.map((step) => stepInWords(step, side, language)).join(language === 'zh' ? '；' : '; ')
  const all = (text: (side: Side) => string): Omit<Said, 'label'> => ({ old: text(sides.old), new: text(sides.new) })
  if (key === undefined || key === '@order') {
    return {
      label: COMPONENT[language],
      ...all(({ policy }) =>
        (policy.allocation.components ?? []).map((each) => textIn(each.name, language)).join(language === 'zh' ? '、' : ', '),
      ),
    }
  }
  const titled = quoted(COMPONENT[language], nameOf(find(sides.new) ?? find(sides.old), language) ?? key, language)
  if (field === undefined) return { label: titled, ...all((side) => sentence(find(side), side)) }
  const label = `${titled} · ${LABELS[language][field] ?? field}`
  if (field === 'payers' || field === 'split') {
    return {
      label,
      ...all((side) => {
        const own = find(side)
        const payers = own === undefined ? null : payersIn(own)
        return payers === null ? '' : payersInWords(payers, language)
      }),
    }
  }
  return { label, ...all(({ policy }) => plain(field, nodesOn(names.slice(0, 4), policy).at(-1), language)) }
}

function say(names: string[], sides: { old: Side; new: Side }, language: Language): Said {
  const part = partOf(names)
  if (isStepOfComponent(names) && names.length > 4) {
    const said = keyedInWords('steps', 4, names, sides, language)
    const component = [sides.new, sides.old]
      .map(({ policy }) => policy.allocation.components?.find((each) => each.key === names[2]))
      .find((each) => each !== undefined)
    return { ...said, label: `${nameOf(component, language) ?? names[2]} · ${said.label}` }
  }
  if (names[0] === 'allocation' && names[1] === 'components') return componentSaid(names, sides, language)
  if (part === 'classes' || part === 'indicators' || part === 'examples') return keyedInWords(part, 1, names, sides, language)
  if (part === 'steps' || (part === 'rules' && names[1] === 'rules')) return keyedInWords(part, 2, names, sides, language)
  const labels = LABELS[language]
  const both = (text: (side: Side) => string): Omit<Said, 'label'> => ({ old: text(sides.old), new: text(sides.new) })
  if (names.join() === 'document') {
    return {
      label: labels.document!,
      ...both(({ policy: { document } }) =>
        [document?.title, document?.number, document?.date].filter((part) => part !== undefined && part !== '').join(' '),
      ),
    }
  }
  if (names[1] === 'fallback')
    return { label: labels.fallback!, ...both(({ policy }) => classInWords(policy.classification.fallback, policy, language)) }
  if (names[1] === 'split' || names[1] === 'payers')
    return { label: labels.split!, ...both(({ policy }) => splitInWords(policy, language) ?? '') }
  const field = part === 'about' ? (labels[names.join('/')] ?? labels[names[0]!]) : labels[names[1] ?? names[0]!]
  const depth = part === 'about' && isText(nodesOn(names.slice(0, 1), sides.new.policy).at(-1)) ? 1 : names.length
  return {
    label: field ?? names.join('/'),
    ...both(({ policy }) => plain(names.at(-1)!, nodesOn(names.slice(0, depth), policy).at(-1), language)),
  }
}

/** A difference of which the sentences say nothing is told as it is written in the document. */
const asWritten = (names: string[], { label }: Said, difference: PolicyDifference, language: Language): Said => {
  const name = names.at(-1)!
  return {
    label: label.endsWith(name) ? label : `${label} · ${name}`,
    old: plain(name, difference.old, language),
    new: plain(name, difference.new, language),
  }
}

/**
 * Differences between two policies in both languages, with names instead of keys and values with their units.
 * @param differences as policy/difference finds them; several within one condition or sentence become one
 */
export function differencesInWords(
  from: Policy,
  to: Policy,
  dictionary: Dictionary,
  differences: PolicyDifference[],
): PolicyDifferenceInWords[] {
  const sides = { old: { policy: from, dictionary }, new: { policy: to, dictionary } }
  const seen = new Map<string, PolicyDifferenceInWords>()
  for (const difference of differences) {
    const names = difference.path.split('/').map(unescape)
    const inSentences = [say(names, sides, 'zh'), say(names, sides, 'en')]
    const isSilent = inSentences.every((said) => said.old === said.new)
    const [zh, en] = isSilent
      ? [asWritten(names, inSentences[0]!, difference, 'zh'), asWritten(names, inSentences[1]!, difference, 'en')]
      : inSentences
    const said = {
      part: partOf(names),
      label: { zh: zh!.label, en: en!.label },
      old: { zh: zh!.old, en: en!.old },
      new: { zh: zh!.new, en: en!.new },
    }
    const id = JSON.stringify(said)
    const known = seen.get(id)
    if (known === undefined) seen.set(id, { difference, also: [], ...said })
    else known.also.push(difference)
  }
  return [...seen.values()]
}
