import type { CatalogueItem, ItemKind, Resolved } from '../../model/catalogue.ts'
import { workIn, workUnitOf } from '../../model/hours.ts'
import type { Dictionary } from '../../model/indicator.ts'
import type { Policy } from '../../model/policy.ts'
import { textIn, type Language } from '../../model/text.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { communityNamed } from '../../desk/community-named.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments } from '../../shared/arguments.ts'
import { sayWhy } from '../../words/catalogue.ts'
import { formatNumber } from '../../words/numbers.ts'
import { COMMON, DEFAULT_POLICY, exactly, policyOf, type Terminal } from './commands.ts'
import { readInput } from './files.ts'
import { withOwnHost } from './own-host.ts'
import { table } from './plan-text.ts'

interface Found {
  year: number
  items: CatalogueItem[]
  policy: Policy
  dictionary: Dictionary
  communities: OutputOf<'catalogue.resolve'>['communities']
}

const SAY = {
  zh: {
    item: '事项',
    department: '部门',
    yes: '可',
    consent: '须同意',
    no: '否',
    unknown: '未定',
    answer: '结果',
    why: '依据',
    quantity: '数量',
    class: '类别',
    count: '社区数',
    tasks: '任务',
    sent: { hours: '工时（小时）', minutes: '工时（分钟）' },
    spared: { hours: '减少（小时）', minutes: '减少（分钟）' },
    all: '合计',
    undecided: '未定类',
  },
  en: {
    item: 'Item',
    department: 'Department',
    yes: 'Yes',
    consent: 'Consent',
    no: 'No',
    unknown: 'Undecided',
    answer: 'Answer',
    why: 'Why',
    quantity: 'Quantity',
    class: 'Class',
    count: 'Communities',
    tasks: 'Tasks',
    sent: { hours: 'Hours sent', minutes: 'Minutes sent' },
    spared: { hours: 'Hours spared', minutes: 'Minutes spared' },
    all: 'Total',
    undecided: 'No class',
  },
} as const

/** What a plan file says, asked of an own host as its pages ask. @throws file.missing and what the operations throw */
async function fromPlan(file: string, kind: ItemKind): Promise<Found> {
  return withOwnHost({ plan: file }, async (ask) => {
    const [{ items }, resolved, rules, dictionary] = [
      await ask('catalogue.get', {}),
      await ask('catalogue.resolve', { kind }),
      await ask('policy.get', {}),
      await ask('dictionary.get', {}),
    ]
    return { ...resolved, items, policy: rules, dictionary }
  })
}

/** The set that comes with the app over a sheet. */
async function fromSheet({ app, complain }: Terminal, path: string, policy: Policy, kind: ItemKind): Promise<Found> {
  const sheet = await app.factsFrom({ ...readInput(path), policies: [policy] })
  complain(sheet.problems)
  const { items, lists } = await app.listsOf(sheet, policy, kind)
  return { year: policy.effectiveYear, items, policy, dictionary: sheet.dictionary, ...lists }
}

/** How many communities each item is answered yes, with consent, no and unknown for. */
function countsText({ items, communities }: Found, kind: ItemKind, language: Language): string[] {
  const say = SAY[language]
  const counts = new Map<string, Record<Resolved['answer'], number>>()
  for (const { items: resolved } of communities)
    for (const { item, answer } of resolved) {
      const count = counts.get(item) ?? { yes: 0, consent: 0, no: 0, unknown: 0 }
      count[answer] += 1
      counts.set(item, count)
    }
  const rows = items
    .filter((each) => each.kind === kind && counts.has(each.id))
    .map((each) => {
      const { yes, consent, no, unknown } = counts.get(each.id)!
      return [each.id, textIn(each.title, language), textIn(each.department, language), ...[yes, consent, no, unknown].map(String)]
    })
  return table([['', say.item, say.department, say.yes, say.consent, say.no, say.unknown], ...rows])
}

/** Tasks and hours sent and spared, by class. */
function burdenText({ policy, communities }: Found, language: Language): string[] {
  const say = SAY[language]
  const unit = workUnitOf(communities.flatMap(({ burden }) => (burden === null ? [] : [burden.sent.minutes, burden.spared.minutes])))
  const lineOf = (name: string, own: Found['communities']): string[] => {
    const sum = (part: 'sent' | 'spared', of: 'tasks' | 'minutes'): number =>
      own.reduce((total, each) => total + (each.burden?.[part][of] ?? 0), 0)
    const work = (part: 'sent' | 'spared'): string => formatNumber(workIn(unit, sum(part, 'minutes')))
    return [name, String(own.length), String(sum('sent', 'tasks')), work('sent'), work('spared')]
  }
  const classes = [...policy.classes.map((each) => each.key), null]
  const lines = classes
    .map((key) => [key, communities.filter((each) => each.class === key)] as const)
    .filter(([key, own]) => key !== null || own.length > 0)
    .map(([key, own]) => lineOf(key ?? say.undecided, own))
  return table([[say.class, say.count, say.tasks, say.sent[unit], say.spared[unit]], ...lines, lineOf(say.all, communities)])
}

/** One community's answers with their reasons. */
function communityText({ items, policy, dictionary, communities }: Found, language: Language): string[] {
  const say = SAY[language]
  const byId = new Map(items.map((each) => [each.id, each]))
  return communities.flatMap(({ name, district, subdistrict, class: own, items: resolved }) => [
    `${name}   ${district}${subdistrict}   ${own ?? say.undecided}`,
    '',
    ...table([
      [say.item, say.answer, say.quantity, say.why],
      ...resolved.map((each) => [
        textIn(byId.get(each.item)!.title, language),
        say[each.answer],
        each.quantity === null ? '' : String(each.quantity),
        sayWhy(each, byId.get(each.item)!, own, { policy, dictionary }, language),
      ]),
    ]),
  ])
}

const command =
  (kind: ItemKind) =>
  async (terminal: Terminal, given: readonly string[]): Promise<void> => {
    const parsed = parseArguments(given, { ...COMMON, plan: 'value', policy: 'value', community: 'value', json: 'flag' })
    const { values, flags } = parsed
    if (values.plan !== undefined && parsed.rest.length > 0) throw appError('usage.together', { option: '--plan', other: 'INPUT' })
    if (values.plan !== undefined && values.policy !== undefined) throw appError('usage.together', { option: '--plan', other: '--policy' })
    const [input] = values.plan === undefined ? exactly(parsed, ['INPUT | --plan FILE']) : []
    const all =
      values.plan === undefined
        ? await fromSheet(terminal, input!, policyOf(terminal.app, values.policy ?? DEFAULT_POLICY), kind)
        : await fromPlan(values.plan, kind)
    const found = values.community === undefined ? all : { ...all, communities: [communityNamed(all.communities, values.community)] }
    if (flags.has('json')) {
      const { year, communities } = found
      return terminal.print(JSON.stringify({ year, kind, items: found.items.filter((each) => each.kind === kind), communities }))
    }
    const lines =
      values.community !== undefined
        ? communityText(found, terminal.language)
        : [...countsText(found, kind, terminal.language), ...(kind === 'task' ? ['', ...burdenText(found, terminal.language)] : [])]
    terminal.print(lines.join('\n'))
  }

/** What each community does because of its class. */
export const measures = command('measure')
/** What may be sent to each community, and the hours that it is spared. */
export const tasks = command('task')
/** Where services by proxy are suggested. */
export const services = command('service')
