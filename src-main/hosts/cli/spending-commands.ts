import type { OutputOf } from '../../contract/operations.ts'
import type { Account } from '../../model/project.ts'
import { textIn, type Language } from '../../model/text.ts'
import { communityNamed } from '../../desk/community-named.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments } from '../../shared/arguments.ts'
import { formatMoney } from '../../words/money.ts'
import { UNCERTAIN_SHORT } from '../../words/calendar.ts'
import { ACCOUNT_WORDS, DUTY_WORDS, FINDING_WORDS, PROJECT_PARTS, STATE_WORDS } from '../../words/projects.ts'
import { describeProblem } from '../../words/problems.ts'
import { RECEIPT_PARTS } from '../../words/receipts.ts'
import { COMMON, exactly, type Terminal } from './commands.ts'
import { withOwnHost } from './own-host.ts'
import { table } from './plan-text.ts'

const SAY = {
  zh: {
    community: '社区',
    payer: '拨款单位',
    total: '合计',
    unit: '单位：元',
    finding: '发现',
    project: '项目',
    days: '工作日',
    late: '欠拨社区数',
    unknown: (count: number) => `应拨金额未知的社区 ${count} 个：除已到账外，各数不含这些社区`,
  },
  en: {
    community: 'Community',
    payer: 'Payer',
    total: 'Total',
    unit: 'in yuan',
    finding: 'Finding',
    project: 'Project',
    days: 'Working days',
    late: 'Communities short',
    unknown: (count: number) => `Communities of which it is not known what is due: ${count}; only what came in counts them`,
  },
} as const

const FIELDS = Object.keys(ACCOUNT_WORDS) as (keyof Account)[]
const yuan = (fen: number | null): string => (fen === null ? '' : formatMoney(fen, 'yuan'))

interface Register {
  list: OutputOf<'projects.list'>
  accounts: OutputOf<'projects.accounts'>
  supervision: OutputOf<'projects.supervision'>
  months: OutputOf<'projects.months'>
}
type Receipts = OutputOf<'receipts.list'>

function registerText({ list, accounts, supervision }: Register, language: Language): string[] {
  const say = SAY[language]
  const amounts = ['plannedFen', 'approvedFen', 'paidFen', 'committedFen'] as const
  const accountLine = (name: string, account: Account): string[] => [name, ...FIELDS.map((each) => yuan(account[each]))]
  const names = new Map(accounts.communities.map((each) => [each.key, each.name]))
  return [
    `${list.year}   ${say.unit}`,
    '',
    ...table([
      [
        say.community,
        textIn(PROJECT_PARTS.number, language),
        textIn(PROJECT_PARTS.purpose, language),
        textIn(PROJECT_PARTS.state, language),
        ...amounts.map((each) => textIn(PROJECT_PARTS[each], language)),
      ],
      ...list.projects.map((each) => [
        each.name,
        each.number,
        each.purpose,
        textIn(STATE_WORDS[each.state], language),
        ...amounts.map((part) => yuan(each[part])),
      ]),
    ]),
    '',
    ...table([
      ['', ...FIELDS.map((each) => textIn(ACCOUNT_WORDS[each], language))],
      ...accounts.payers.map(({ key, name }) => accountLine(textIn(name, language), accounts.byPayer[key]!)),
      accountLine(say.total, accounts.total),
    ]),
    '',
    ...table([
      [say.finding, say.community, say.project, '', say.days],
      ...supervision.findings.map(({ kind, key, number, duty, fen, days, uncertain, word, wordEn }) => [
        textIn(FINDING_WORDS[kind], language),
        names.get(key) ?? key,
        number ?? '',
        [duty === null ? '' : textIn(DUTY_WORDS[duty], language), yuan(fen), (language === 'en' && wordEn) || word]
          .filter((each) => each !== '')
          .join(' '),
        days === null ? '' : `${days}${uncertain ? textIn(UNCERTAIN_SHORT, language) : ''}`,
      ]),
    ]),
    ...(accounts.problems.length === 0 ? [] : ['', ...accounts.problems.map((each) => describeProblem(each, language))]),
  ]
}

/** What a plan file says; there is no register without one. @throws usage.missing */
const planIn = (given: readonly string[], more: Record<string, 'value' | 'flag'> = {}) => {
  const parsed = parseArguments(given, { ...COMMON, plan: 'value', community: 'value', json: 'flag', ...more })
  exactly(parsed, [])
  if (parsed.values.plan === undefined) throw appError('usage.missing', { what: '--plan FILE' })
  return { plan: parsed.values.plan, community: parsed.values.community, isJson: parsed.flags.has('json') }
}

/** The year's project register, its accounts and what supervision finds. @throws plan.communityUnknown, import.nameNotUnique */
export async function projects({ language, print }: Terminal, given: readonly string[]): Promise<void> {
  const { plan, community, isJson } = planIn(given)
  const register = await withOwnHost({ plan }, async (ask): Promise<Register> => {
    const [list, accounts, supervision] = [
      await ask('projects.list', {}),
      await ask('projects.accounts', {}),
      await ask('projects.supervision', {}),
    ]
    const own = community === undefined ? null : communityNamed(accounts.communities, community)
    const months = await ask('projects.months', own === null ? {} : { key: own.key })
    const all = { list, accounts, supervision, months }
    return own === null ? all : ofCommunity(all, own)
  })
  const { list, accounts, supervision, months } = register
  print(
    isJson ? JSON.stringify({ ...list, accounts, findings: supervision.findings, months }) : registerText(register, language).join('\n'),
  )
}

/** What of the register is of one community; the months are so already. */
function ofCommunity(
  { list, accounts, supervision, months }: Register,
  own: OutputOf<'projects.accounts'>['communities'][number],
): Register {
  const has = ({ key }: { key?: string }): boolean => key === own.key
  const problems = accounts.problems.filter(({ place }) => has(place))
  return {
    list: { ...list, projects: list.projects.filter(has) },
    accounts: { ...accounts, communities: [own], places: [], total: own, byPayer: own.byPayer, problems },
    supervision: { ...supervision, findings: supervision.findings.filter(has) },
    months,
  }
}

/** What payers owe one community and have paid to it. @throws plan.communityUnknown, import.nameNotUnique */
function receiptsOf({ payers, communities, receipts, ...rest }: Receipts, wanted: string): Receipts {
  const own = communityNamed(communities, wanted)
  return {
    ...rest,
    communities: [own],
    receipts: receipts.filter(({ key }) => key === own.key || rest.merged.some((each) => each.key === key && each.into === own.key)),
    payers: own.payers.map(({ payer, instalments: _, ...dues }) => {
      const { key, name } = payers.find((each) => each.key === payer)!
      return { key, name, ...dues, unknown: dues.dueFen === null ? 1 : 0, late: (dues.shortFen ?? 0) > 0 ? 1 : 0 }
    }),
  }
}

/** What payers owe and have paid in the year. */
export async function receipts({ language, print }: Terminal, given: readonly string[]): Promise<void> {
  const { plan, community, isJson } = planIn(given)
  const all = await withOwnHost({ plan }, (ask) => ask('receipts.list', {}))
  const found = community === undefined ? all : receiptsOf(all, community)
  if (isJson) return print(JSON.stringify(found))
  const say = SAY[language]
  const parts = ['dueFen', 'dueNowFen', 'receivedFen', 'shortFen', 'overFen'] as const
  const lines = found.payers.map((each) => [
    textIn(each.name, language),
    ...parts.map((part) => yuan(each[part])),
    String(each.late),
    String(each.lateDays),
  ])
  const unknown = Math.max(0, ...found.payers.map((each) => each.unknown))
  print(
    [
      [found.year, say.unit, ...(community === undefined ? [] : [found.communities[0]!.name])].join('   '),
      '',
      ...table([
        [say.payer, ...parts.map((part) => textIn(RECEIPT_PARTS[part], language)), say.late, textIn(RECEIPT_PARTS.lateDays, language)],
        ...lines,
      ]),
      ...(unknown === 0 ? [] : ['', say.unknown(unknown)]),
    ].join('\n'),
  )
}
