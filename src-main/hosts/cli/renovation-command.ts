import type { ToldRenovation } from '../../modules/command-line/index.ts'
import type { Language } from '../../model/text.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments } from '../../shared/arguments.ts'
import { moneyInWords } from '../../words/money.ts'
import { finishedInWords, GAP_WORDS, soonerInWords } from '../../words/renovation.ts'
import { COMMON, exactly, type Terminal } from './commands.ts'
import { readInput } from './files.ts'
import { withOwnHost } from './own-host.ts'
import { table, yuanText } from './plan-text.ts'

const SAY = {
  zh: {
    community: '社区',
    courtyards: '待改造楼院',
    own: '自筹造价（元）',
    yearly: '每年资金（元）',
    finished: '完成年份',
    sooner: '与上年金额相比',
    need: '限期完成每年需要（元）',
    lack: '每年还差（元）',
    all: '合计',
    unknown: (count: number) => `${count}个社区未知，未计入`,
    need1: (by: number, need: string, lack: string) => `到${by}年底全部完成，每年共需${need}，还差${lack}`,
  },
  en: {
    community: 'Community',
    courtyards: 'Courtyards',
    own: 'Own cost (yuan)',
    yearly: 'Money a year (yuan)',
    finished: 'Done',
    sooner: "Against last year's amount",
    need: 'Needed a year (yuan)',
    lack: 'Lacking a year (yuan)',
    all: 'Total',
    unknown: (count: number) => `${count} communities are not known and not in it`,
    need1: (by: number, need: string, lack: string) => `To be done by ${by}, ${need} a year are needed in all; ${lack} are lacking`,
  },
} as const

function accountText({ account, goal }: ToldRenovation, language: Language): string {
  const say = SAY[language]
  const { year, communities, total } = account
  const needs = new Map(goal?.communities.map((each) => [each.key, each]))
  const fen = (value: number | null | undefined): string => (value === null || value === undefined ? '' : yuanText(value))
  const rows = communities.map(({ key, name, courtyards, ownFen, gaps, byPolicy, asBefore }) => [
    name,
    String(courtyards),
    fen(ownFen),
    fen(byPolicy?.yearlyFen),
    byPolicy === null ? gaps.map((each) => GAP_WORDS[each][language]).join('; ') : finishedInWords(byPolicy, year, language),
    byPolicy === null || asBefore === null ? '' : soonerInWords(courtyards, asBefore, byPolicy, language),
    ...(goal === null ? [] : [fen(needs.get(key)?.needFen), fen(needs.get(key)?.lackFen)]),
  ])
  const heading = [say.community, say.courtyards, say.own, say.yearly, say.finished, say.sooner]
  const sums = [say.all, String(total.courtyards), fen(total.ownFen), fen(total.yearlyFen), '', '']
  return [
    ...table([
      [...heading, ...(goal === null ? [] : [say.need, say.lack])],
      ...rows,
      [...sums, ...(goal === null ? [] : [fen(goal.total.needFen), fen(goal.total.lackFen)])],
    ]),
    ...(total.unknown === 0 ? [] : [say.unknown(total.unknown)]),
    ...(goal === null ? [] : [say.need1(goal.by, moneyInWords(goal.total.needFen, language), moneyInWords(goal.total.lackFen, language))]),
  ].join('\n')
}

const fromPlan = (file: string, by: number | null): Promise<ToldRenovation> =>
  withOwnHost({ plan: file }, async (ask) => ({
    account: await ask('renovation.account', {}),
    goal: by === null ? null : await ask('renovation.goal', { by }),
  }))

/** In which year the courtyards of each community are done, and the least money a year to be done by a year. */
export async function renovation(terminal: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, { ...COMMON, plan: 'value', by: 'value', json: 'flag' })
  const { values, flags } = parsed
  if (values.plan !== undefined && parsed.rest.length > 0) throw appError('usage.together', { option: '--plan', other: 'INPUT' })
  const [input] = values.plan === undefined ? exactly(parsed, ['INPUT | --plan FILE']) : []
  const by = values.by === undefined ? null : Number(values.by)
  if (by !== null && !Number.isInteger(by)) throw appError('usage.valueWrong', { option: '--by', value: values.by!, needed: '2030' })
  const found = values.plan === undefined ? await fromInput(terminal, input!, by) : await fromPlan(values.plan, by)
  const { account, goal } = found
  terminal.print(
    flags.has('json') ? JSON.stringify({ ...account, ...(goal === null ? {} : { goal }) }) : accountText(found, terminal.language),
  )
}

async function fromInput({ app, complain }: Terminal, path: string, by: number | null): Promise<ToldRenovation> {
  const found = await app.renovationOf({ ...readInput(path), year: new Date().getFullYear(), by })
  complain(found.problems)
  return found
}
