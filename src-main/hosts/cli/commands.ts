import type { CommandLine, Previous } from '../../modules/command-line/index.ts'
import type { Policy } from '../../model/policy.ts'
import type { Problem } from '../../model/problem.ts'
import { textIn, type Language } from '../../model/text.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { parseArguments, wholeNumber, type OptionKinds, type ParsedArguments } from '../../shared/arguments.ts'
import { fenFromYuan } from './amount.ts'
import { readInput, writeOutput } from './files.ts'
import { planJson } from './plan-json.ts'
import { planText } from './plan-text.ts'

/** What a command may use: the app, the reader's language, and where its output and its problems go. */
export interface Terminal {
  app: CommandLine
  language: Language
  print(text: string): void
  complain(problems: readonly Problem[]): void
}

export const COMMON = { lang: 'value', help: 'flag' } as const satisfies OptionKinds
export const SAY = { zh: { fine: '没有发现问题。', written: '已写入' }, en: { fine: 'No problems found.', written: 'Written:' } } as const
export const DEFAULT_POLICY = 'reference'

const hasErrors = (problems: readonly Problem[]): boolean => problems.some((each) => each.level === 'error')

/** @returns the arguments that have no option name, exactly as many as are named. @throws usage.missing, usage.argument */
export function exactly(parsed: ParsedArguments, names: readonly string[]): string[] {
  const missing = names[parsed.rest.length]
  if (missing !== undefined) throw appError('usage.missing', { what: missing })
  const extra = parsed.rest[names.length]
  if (extra !== undefined) throw appError('usage.argument', { argument: extra })
  return parsed.rest
}

/** A policy by name, or a file: everything that ends in .json or has a folder in it. @throws policy.* and file.* */
export function policyOf(app: CommandLine, source: string): Policy {
  if (!/\.json$/i.test(source) && !/[\\/]/.test(source)) return app.policyNamed(source)
  return app.policyFrom(readInput(source).bytes)
}

/** Last year as given by --previous-amount or --previous. @throws usage.together where both are given */
export function previousOf(amount: string | undefined, file: string | undefined): Previous | undefined {
  if (amount !== undefined && file !== undefined) throw appError('usage.together', { option: '--previous-amount', other: '--previous' })
  if (amount !== undefined) return { kind: 'amount', fen: fenFromYuan('--previous-amount', amount) }
  return file === undefined ? undefined : { kind: 'file', ...readInput(file) }
}

export async function plan({ app, language, print, complain }: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, {
    ...COMMON,
    policy: 'value',
    'previous-amount': 'value',
    previous: 'value',
    year: 'value',
    json: 'flag',
    out: 'value',
  })
  const [input] = exactly(parsed, ['INPUT'])
  const { values, flags } = parsed
  const year = values.year === undefined ? undefined : wholeNumber('--year', values.year, 1990, 2200)
  const previous = previousOf(values['previous-amount'], values.previous)
  const policy = policyOf(app, values.policy ?? DEFAULT_POLICY)
  const found = await app.planFromFile({
    ...readInput(input!),
    policy,
    language,
    ...(previous && { previous }),
    ...(year !== undefined && { year }),
  })
  if (values.out !== undefined) writeOutput(values.out, await found.workbook())
  complain(found.problems)
  print(flags.has('json') ? JSON.stringify(planJson(found.result)) : planText(found.result, policy, language))
  if (values.out !== undefined && !flags.has('json')) print(`\n${SAY[language].written} ${values.out}`)
}

/** Problems are the answer here: as one JSON document, or a sentence that there are none. Each is on standard error as well. */
function answerWithProblems({ language, print, complain }: Terminal, problems: Problem[], asJson: boolean): void {
  complain(problems)
  if (asJson) print(JSON.stringify({ problems }))
  else if (problems.length === 0) print(SAY[language].fine)
  if (hasErrors(problems)) process.exitCode = 1
}

const problemsIn = async (work: () => Problem[] | Promise<Problem[]>): Promise<Problem[]> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) return error.problems
    throw error
  }
}

export async function check(terminal: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, { ...COMMON, policy: 'value', json: 'flag' })
  const [input] = exactly(parsed, ['INPUT'])
  const { policy } = parsed.values
  const problems = await problemsIn(() =>
    terminal.app.checkFile({ ...readInput(input!), ...(policy !== undefined && { policy: policyOf(terminal.app, policy) }) }),
  )
  answerWithProblems(terminal, problems, parsed.flags.has('json'))
}

export async function template({ app, language, print }: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, { ...COMMON, policy: 'value', out: 'value' })
  exactly(parsed, [])
  const { out, policy } = parsed.values
  if (out === undefined) throw appError('usage.missing', { what: '--out FILE.xlsx' })
  writeOutput(out, await app.template(policyOf(app, policy ?? DEFAULT_POLICY)))
  print(`${SAY[language].written} ${out}`)
}

const POLICY_ACTIONS: Readonly<Record<string, (terminal: Terminal, given: readonly string[]) => Promise<void>>> = {
  async list({ app, language, print }, given) {
    const parsed = parseArguments(given, { ...COMMON, json: 'flag' })
    exactly(parsed, [])
    const policies = app
      .policyNames()
      .map(({ name, policy: { version, effectiveYear, title } }) => ({ name, version, effectiveYear, title }))
    if (parsed.flags.has('json')) print(JSON.stringify(policies))
    else
      for (const { name, version, effectiveYear, title } of policies)
        print(`${name.padEnd(24)}${version.padEnd(8)}${effectiveYear}  ${textIn(title, language)}`)
  },
  async show({ app, print }, given) {
    const [name] = exactly(parseArguments(given, COMMON), ['NAME'])
    print(JSON.stringify(app.policyNamed(name!), null, 2))
  },
  async check(terminal, given) {
    const parsed = parseArguments(given, { ...COMMON, json: 'flag' })
    const [file] = exactly(parsed, ['FILE'])
    answerWithProblems(terminal, await problemsIn(() => terminal.app.checkPolicy(readInput(file!).bytes)), parsed.flags.has('json'))
  },
}

/** The word after a command that says what to do, and all other arguments. @throws usage.missing with what there is to do */
export function actionIn(given: readonly string[], actions: string): { action: string; rest: string[] } {
  const at = given.findIndex((each, position) => !each.startsWith('--') && given[position - 1] !== '--lang')
  const action = given[at]
  if (action === undefined) throw appError('usage.missing', { what: actions })
  return { action, rest: [...given.slice(0, at), ...given.slice(at + 1)] }
}

export async function policy(terminal: Terminal, given: readonly string[]): Promise<void> {
  const { action, rest } = actionIn(given, 'list | show | check')
  if (!Object.hasOwn(POLICY_ACTIONS, action)) throw appError('usage.command', { command: `policy ${action}` })
  return POLICY_ACTIONS[action]!(terminal, rest)
}
