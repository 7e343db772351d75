import type { Target } from '../../model/catalogue.ts'
import type { Dictionary } from '../../model/indicator.ts'
import type { Policy } from '../../model/policy.ts'
import { RATE_WORDS, RATES } from '../../model/registration.ts'
import { warning } from '../../model/problem.ts'
import type { FoundRate, TargetLine } from '../../model/target.ts'
import { textIn, type Language } from '../../model/text.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments } from '../../shared/arguments.ts'
import { formatNumber, formatRate } from '../../words/numbers.ts'
import { withRegisterCounts } from '../../words/target-fields.ts'
import { indicatorLabels, stateInWords, visitsInWords } from '../../words/targets.ts'
import { COMMON, DEFAULT_POLICY, exactly, policyOf, type Terminal } from './commands.ts'
import { readInput } from './files.ts'
import { withOwnHost } from './own-host.ts'
import { table } from './plan-text.ts'

interface Found {
  year: number
  items: Target[]
  targets: OutputOf<'targets.account'>['targets']
  lines: TargetLine[]
  registration: Omit<OutputOf<'registration.account'>, 'year'>
  labelOf: (key: string, language: Language) => string
}

const SAY = {
  zh: {
    target: '目标',
    communities: '社区数',
    short: '不足',
    above: '超过上限',
    open: '样本不足',
    unknown: '需要未知',
    notCounted: '现有未知',
    least: '最少需要',
    most: '最多',
    wanted: '应达',
    present: '现有',
    shortage: '缺',
    visits: '可完成走访',
    community: '社区',
    class: '类别',
    tenants: '登记租客',
    found: '抽查在住',
    there: '推算在住租客',
    all: '合计',
    undecided: '未定',
    without: (count: number) => `${count}个社区未计入`,
  },
  en: {
    target: 'Target',
    communities: 'Communities',
    short: 'Short',
    above: 'Above',
    open: 'Too small',
    unknown: 'Need unknown',
    notCounted: 'Not counted',
    least: 'Least',
    most: 'Most',
    wanted: 'Wanted',
    present: 'Present',
    shortage: 'Short of',
    visits: 'Visits made',
    community: 'Community',
    class: 'Class',
    tenants: 'Registered',
    found: 'Found',
    there: 'Tenants present',
    all: 'Total',
    undecided: 'none',
    without: (count: number) => `${count} communities not in it`,
  },
} as const

const labelsIn =
  (dictionary: Dictionary, policy: Policy): Found['labelOf'] =>
  (key, language) =>
    indicatorLabels(withRegisterCounts([...dictionary.indicators, ...policy.indicators]), language)(key)
const isTarget = (item: OutputOf<'catalogue.get'>['items'][number]): item is Target => item.kind === 'target'

/** What a plan file says, asked of an own host as its pages ask. @throws file.missing and what the operations throw */
async function fromPlan(file: string): Promise<Found> {
  return withOwnHost({ plan: file }, async (ask) => {
    const { year, targets } = await ask('targets.account', {})
    const { items } = await ask('catalogue.get', {})
    return {
      year,
      targets,
      items: items.filter(isTarget),
      lines: await ask('targets.gaps', { all: true }),
      registration: await ask('registration.account', {}),
      labelOf: labelsIn(await ask('dictionary.get', {}), await ask('policy.get', {})),
    }
  })
}

/** The targets that come with the app over a sheet. */
async function fromSheet({ app, complain }: Terminal, path: string, policy: Policy): Promise<Found> {
  const input = readInput(path)
  const sheet = await app.factsFrom({ ...input, policies: [policy] })
  complain(sheet.problems)
  return {
    year: policy.effectiveYear,
    ...(await app.targetsOf({ ...sheet, ...input }, policy)),
    labelOf: labelsIn(sheet.dictionary, policy),
  }
}

const numberText = (value: number | null): string => (value === null ? '' : formatNumber(value))

function targetsText({ items, targets }: Found, language: Language): string[] {
  const say = SAY[language]
  const titles = new Map(items.map((each) => [each.id, textIn(each.title, language)]))
  const rows = targets.map(({ id, sum }) => [
    id,
    titles.get(id) ?? id,
    ...[sum.communities, sum.short, sum.above, sum.open, sum.needUnknown, sum.presentUnknown].map(String),
    ...[sum.least, sum.most, sum.wanted, sum.present, sum.shortage].map(numberText),
    typeof sum.visits?.share === 'number' ? formatRate(sum.visits.share) : '',
  ])
  const counts = [say.communities, say.short, say.above, say.open, say.unknown, say.notCounted]
  const heads = ['', say.target, ...counts, say.least, say.most, say.wanted, say.present, say.shortage, say.visits]
  return table([heads, ...rows])
}

/** Each line in a sentence. */
function linesText({ items, lines, labelOf }: Found, language: Language): string[] {
  const byId = new Map(items.map((each) => [each.id, each]))
  const rows = lines.map((line) => {
    const target = byId.get(line.resolved.item)!
    const said = stateInWords(target, line.state, (key) => labelOf(key, language), language)
    const work = line.state.visits === null ? '' : visitsInWords(line.state.visits, language)
    return [textIn(target.title, language), [said, work].filter((each) => each !== '').join('; ')]
  })
  const [first] = lines
  return first === undefined
    ? []
    : [`${first.name}   ${first.district}${first.subdistrict}   ${first.class ?? ''}`, '', ...table(rows, { last: 'words' })]
}

const rateText = (rate: FoundRate | null | undefined): string =>
  rate === null || rate === undefined ? '' : `${formatRate(rate.rate)} (${formatRate(rate.low)}–${formatRate(rate.high)})`

/** @param isAll whether the lines are all of the total */
function registrationText({ registration: { communities, total } }: Found, isAll: boolean, language: Language): string[] {
  const say = SAY[language]
  const line = (name: string, own: string, of: Pick<typeof total, 'register' | 'checks' | 'rates'>, there: string): string[] => [
    name,
    own,
    numberText(of.register.tenants),
    numberText(of.checks.found),
    ...RATES.map((rate) => rateText(of.rates[rate])),
    there,
  ]
  const { estimate, without } = total.tenants
  return table([
    [say.community, say.class, say.tenants, say.found, ...RATES.map((rate) => RATE_WORDS[rate][language]), say.there],
    ...communities.map((each) => {
      const { tenants } = each
      const there = tenants === null ? '' : `${numberText(tenants.estimate)} (${formatNumber(tenants.low)}–${numberText(tenants.high)})`
      return line(each.name, each.class ?? say.undecided, each, there)
    }),
    ...(isAll ? [line(say.all, '', total, `${numberText(estimate)}${without === 0 ? '' : ` (${say.without(without)})`}`)] : []),
  ])
}

/** Nothing of the register is known, and nothing was checked. */
const isEmpty = ({ registration: { communities } }: Found): boolean =>
  communities.every(({ register, checks }) => [...Object.values(register), ...Object.values(checks)].every((each) => each === null))

/** @throws plan.communityUnknown */
function ofCommunity(found: Found, wanted: string): Found {
  const isWanted = (each: { key: string; code: string; name: string }): boolean => [each.key, each.code, each.name].includes(wanted)
  const lines = found.lines.filter(isWanted)
  const communities = found.registration.communities.filter(isWanted)
  if (lines.length === 0 && communities.length === 0) throw appError('plan.communityUnknown', { value: wanted }, { community: wanted })
  return { ...found, lines, registration: { ...found.registration, communities } }
}

const command =
  (about: 'targets' | 'registration') =>
  async (terminal: Terminal, given: readonly string[]): Promise<void> => {
    const parsed = parseArguments(given, { ...COMMON, plan: 'value', policy: 'value', community: 'value', json: 'flag' })
    const { values, flags } = parsed
    if (values.plan !== undefined && parsed.rest.length > 0) throw appError('usage.together', { option: '--plan', other: 'INPUT' })
    if (values.plan !== undefined && values.policy !== undefined) throw appError('usage.together', { option: '--plan', other: '--policy' })
    const [input] = values.plan === undefined ? exactly(parsed, ['INPUT | --plan FILE']) : []
    const all =
      values.plan === undefined
        ? await fromSheet(terminal, input!, policyOf(terminal.app, values.policy ?? DEFAULT_POLICY))
        : await fromPlan(values.plan)
    const found = values.community === undefined ? all : ofCommunity(all, values.community)
    if (flags.has('json')) {
      const { year, items, targets, lines, registration } = found
      return terminal.print(JSON.stringify(about === 'targets' ? { year, items, targets, lines } : { year, ...registration }))
    }
    const { language } = terminal
    if (about === 'registration' && isEmpty(found)) terminal.complain([warning('registration.nothingCounted')])
    const text =
      about === 'registration'
        ? registrationText(found, values.community === undefined, language)
        : values.community === undefined
          ? targetsText(found, language)
          : linesText(found, language)
    terminal.print(text.join('\n'))
  }

/** What communities need between bounds, against what they have. */
export const targets = command('targets')
/** The housing register, and what spot checks found of it. */
export const registration = command('registration')
