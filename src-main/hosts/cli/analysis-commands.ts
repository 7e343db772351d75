import { fromPercent } from '../../model/number.ts'
import { comparePolicies, explainCommunity, sweepPolicy } from '../../modules/command-line/analysis.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments, wholeNumber } from '../../shared/arguments.ts'
import { COMMON, DEFAULT_POLICY, exactly, policyOf, previousOf, SAY, type Terminal } from './commands.ts'
import { compareJson, compareText } from './compare-output.ts'
import { explainJson, explainText } from './explain-output.ts'
import { readInput, writeOutput } from './files.ts'
import { sweepJson, sweepText } from './sweep-output.ts'

/** Points of a sweep where no number is asked for, and as many as can be. */
const POINTS = { usual: 61, least: 4, most: 400 }

/** @throws usage.missing with the option */
function needed(value: string | undefined, option: string): string {
  if (value === undefined) throw appError('usage.missing', { what: option })
  return value
}

/** A number as in a policy file, or with % as a hundredth. @throws usage.valueWrong */
function numberIn(option: string, text: string): number {
  const match = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(text)
  if (match === null) throw appError('usage.valueWrong', { option, value: text, needed: '0.5 | 50% | 3000' })
  return match[2] === '%' ? fromPercent(Number(match[1])) : Number(match[1])
}

/** Two policies on the same sheet. */
export async function compare({ app, language, print, complain }: Terminal, given: readonly string[]): Promise<void> {
  const { values, flags, rest } = parseArguments(given, {
    ...COMMON,
    base: 'value',
    with: 'value',
    'previous-amount': 'value',
    previous: 'value',
    year: 'value',
    json: 'flag',
    out: 'value',
  })
  const [input] = exactly({ values, flags, rest }, ['INPUT'])
  const names = [needed(values.base, '--base POLICY'), needed(values.with, '--with POLICY')] as const
  const year = values.year === undefined ? undefined : wholeNumber('--year', values.year, 1990, 2200)
  const previous = previousOf(values['previous-amount'], values.previous)
  const [base, other] = names.map((name) => policyOf(app, name)) as [ReturnType<typeof policyOf>, ReturnType<typeof policyOf>]
  const sheet = await app.factsFrom({ ...readInput(input!), policies: [base, other], ...(previous && { previous }) })
  const found = comparePolicies(sheet, base, other, year)
  if (values.out !== undefined) writeOutput(values.out, await found.workbook(language))
  complain([...sheet.problems, ...found.base.problems, ...found.other.problems])
  print(flags.has('json') ? JSON.stringify(compareJson(found)) : compareText(found, { base, other }, language))
  if (values.out !== undefined && !flags.has('json')) print(`\n${SAY[language].written} ${values.out}`)
}

/** Why one community has its class and amount. */
export async function explain({ app, language, print, complain }: Terminal, given: readonly string[]): Promise<void> {
  const { values, flags, rest } = parseArguments(given, {
    ...COMMON,
    community: 'value',
    policy: 'value',
    'previous-amount': 'value',
    previous: 'value',
    json: 'flag',
  })
  const [input] = exactly({ values, flags, rest }, ['INPUT'])
  const community = needed(values.community, '--community CODE')
  const previous = previousOf(values['previous-amount'], values.previous)
  const policy = policyOf(app, values.policy ?? DEFAULT_POLICY)
  const sheet = await app.factsFrom({ ...readInput(input!), policies: [policy], ...(previous && { previous }) })
  const explained = explainCommunity(sheet, policy, community)
  complain(sheet.problems)
  print(
    flags.has('json') ? JSON.stringify(explainJson(explained)) : explainText(explained, { policy, dictionary: sheet.dictionary }, language),
  )
}

/** The plan as one number of the policy moves. */
export async function sweep({ app, language, print, complain }: Terminal, given: readonly string[]): Promise<void> {
  const { values, flags, rest } = parseArguments(given, {
    ...COMMON,
    rule: 'value',
    from: 'value',
    to: 'value',
    points: 'value',
    policy: 'value',
    'previous-amount': 'value',
    previous: 'value',
    json: 'flag',
  })
  const [input] = exactly({ values, flags, rest }, ['INPUT'])
  const path = needed(values.rule, '--rule PATH')
  const from = numberIn('--from', needed(values.from, '--from A'))
  const to = numberIn('--to', needed(values.to, '--to B'))
  if (from > to) throw appError('usage.valueWrong', { option: '--to', value: values.to!, needed: `>= ${values.from!}` })
  const most = values.points === undefined ? POINTS.usual : wholeNumber('--points', values.points, POINTS.least, POINTS.most)
  const previous = previousOf(values['previous-amount'], values.previous)
  const policy = policyOf(app, values.policy ?? DEFAULT_POLICY)
  const sheet = await app.factsFrom({ ...readInput(input!), policies: [policy], ...(previous && { previous }) })
  const found = sweepPolicy(sheet, policy, path, { from, to, most })
  complain(sheet.problems)
  print(flags.has('json') ? JSON.stringify(sweepJson(found)) : sweepText(found, policy, language))
}
