import type { OutputOf } from '../../contract/operations.ts'
import type { Account } from '../../model/project.ts'
import { textIn, type Language } from '../../model/text.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments } from '../../shared/arguments.ts'
import { formatMoney } from '../../words/money.ts'
import { ACCOUNT_WORDS, DUTY_WORDS, FINDING_WORDS, PROJECT_PARTS, STATE_WORDS } from '../../words/projects.ts'
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
  },
} as const

const FIELDS = Object.keys(ACCOUNT_WORDS) as (keyof Account)[]
const yuan = (fen: number | null): string => (fen === null ? '' : formatMoney(fen, 'yuan'))

interface Register {
  list: OutputOf<'projects.list'>
  accounts: OutputOf<'projects.accounts'>
  supervision: OutputOf<'projects.supervision'>
}

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
      ...supervision.findings.map(({ kind, key, number, duty, fen, days, word }) => [
        textIn(FINDING_WORDS[kind], language),
        names.get(key) ?? key,
        number ?? '',
        [duty === null ? '' : textIn(DUTY_WORDS[duty], language), yuan(fen), word].filter((each) => each !== '').join(' '),
        days === null ? '' : String(days),
      ]),
    ]),
  ]
}

/** What a plan file says; there is no register without one. @throws usage.missing */
const planIn = (given: readonly string[], more: Record<string, 'value' | 'flag'> = {}) => {
  const parsed = parseArguments(given, { ...COMMON, plan: 'value', community: 'value', json: 'flag', ...more })
  exactly(parsed, [])
  if (parsed.values.plan === undefined) throw appError('usage.missing', { what: '--plan FILE' })
  return { plan: parsed.values.plan, community: parsed.values.community, isJson: parsed.flags.has('json') }
}

/** The year's project register, its accounts and what supervision finds. */
export async function projects({ language, print }: Terminal, given: readonly string[]): Promise<void> {
  const { plan, community, isJson } = planIn(given)
  const all = await withOwnHost({ plan }, async (ask): Promise<Register> => ({
    list: await ask('projects.list', {}),
    accounts: await ask('projects.accounts', {}),
    supervision: await ask('projects.supervision', {}),
  }))
  const register = community === undefined ? all : ofCommunity(all, community)
  const { list, accounts, supervision } = register
  print(
    isJson
      ? JSON.stringify({ ...list, accounts, findings: supervision.findings, months: supervision.months })
      : registerText(register, language).join('\n'),
  )
}

/** @throws plan.communityUnknown */
function ofCommunity({ list, accounts, supervision }: Register, wanted: string): Register {
  const own = accounts.communities.filter((each) => [each.code, each.key, each.name].includes(wanted))
  const [found] = own
  if (found === undefined) throw appError('plan.communityUnknown', { value: wanted }, { community: wanted })
  const has = ({ key }: { key: string }): boolean => own.some((each) => each.key === key)
  return {
    list: { ...list, projects: list.projects.filter(has) },
    accounts: { ...accounts, communities: own, places: [], total: found, byPayer: found.byPayer },
    supervision: { ...supervision, findings: supervision.findings.filter(has) },
  }
}

/** What payers owe and have paid in the year. */
export async function receipts({ language, print }: Terminal, given: readonly string[]): Promise<void> {
  const { plan, isJson } = planIn(given)
  const found = await withOwnHost({ plan }, (ask) => ask('receipts.list', {}))
  if (isJson) return print(JSON.stringify(found))
  const parts = ['dueFen', 'dueNowFen', 'receivedFen', 'shortFen', 'overFen'] as const
  const lines = found.payers.map((each) => [
    textIn(each.name, language),
    ...parts.map((part) => yuan(each[part])),
    String(each.late),
    String(each.lateDays),
  ])
  print(
    [
      `${found.year}   ${SAY[language].unit}`,
      '',
      ...table([
        [
          SAY[language].payer,
          ...parts.map((part) => textIn(RECEIPT_PARTS[part], language)),
          SAY[language].late,
          textIn(RECEIPT_PARTS.lateDays, language),
        ],
        ...lines,
      ]),
    ].join('\n'),
  )
}
