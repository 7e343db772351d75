import { join } from 'node:path'
import { CommandLine } from '../../modules/command-line/index.ts'
import { describeProblem } from '../../words/problems.ts'
import { COPIED_FIRST, type Problem } from '../../model/problem.ts'
import type { Language } from '../../model/text.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { languageOf } from '../../shared/arguments.ts'
import { dataFolder } from '../../shared/data-folder.ts'
import { incident } from '../../shared/incident.ts'
import { fileLogger } from '../../shared/logger.ts'
import { projectFolder, versionOf } from '../../shared/project-folder.ts'
import type { Terminal } from './commands.ts'
import { exitStatusOf } from './exit-status.ts'
import { COMMAND_CHOICE, help, isCommand, usageOf, type CommandName } from './usage.ts'

type Command = (terminal: Terminal, given: readonly string[]) => Promise<void>
/**
 * A command that a module names and nobody runs does not compile. Each is loaded when it is asked for: most need neither the engine nor
 * the plan file, and all need only their own part.
 */
const COMMANDS: Record<Exclude<CommandName, 'serve'>, () => Promise<Command>> = {
  plan: async () => (await import('./commands.ts')).plan,
  compare: async () => (await import('./analysis-commands.ts')).compare,
  explain: async () => (await import('./analysis-commands.ts')).explain,
  sweep: async () => (await import('./analysis-commands.ts')).sweep,
  check: async () => (await import('./commands.ts')).check,
  template: async () => (await import('./commands.ts')).template,
  policy: async () => (await import('./commands.ts')).policy,
  log: async () => (await import('./log-command.ts')).log,
  backups: async () => (await import('./backups-command.ts')).backups,
  copy: async () => (await import('./copy-command.ts')).copy,
  package: async () => (await import('./package-commands.ts')).packageCommand,
  verify: async () => (await import('./package-commands.ts')).verify,
  measures: async () => (await import('./catalogue-commands.ts')).measures,
  tasks: async () => (await import('./catalogue-commands.ts')).tasks,
  services: async () => (await import('./catalogue-commands.ts')).services,
  projects: async () => (await import('./spending-commands.ts')).projects,
  receipts: async () => (await import('./spending-commands.ts')).receipts,
  teams: async () => (await import('./teams-command.ts')).teams,
  renovation: async () => (await import('./renovation-command.ts')).renovation,
  targets: async () => (await import('./target-commands.ts')).targets,
  registration: async () => (await import('./target-commands.ts')).registration,
  appeals: async () => (await import('./appeals-command.ts')).appeals,
  print: async () => (await import('./print-command.ts')).print,
  call: async () => (await import('./call-command.ts')).call,
  operations: async () => (await import('./call-command.ts')).operationsCommand,
}

const print = (text: string): void => void process.stdout.write(`${text}\n`)
const complain = (text: string): void => void process.stderr.write(`${text}\n`)

/** The language for whatever is said, also when the rest of the command line is wrong. */
function languageIn(given: readonly string[]): Language {
  const at = given.findIndex((each) => each === '--lang' || each.startsWith('--lang='))
  if (at < 0) return languageOf(undefined)
  return languageOf(given[at]!.includes('=') ? given[at]!.slice('--lang='.length) : (given[at + 1] ?? ''))
}

async function runCommand(name: CommandName, rest: readonly string[], language: Language): Promise<void> {
  if (name === 'serve') return (await import('./serve.ts')).serve(rest)
  const project = projectFolder(import.meta.dirname)
  const app = new CommandLine({ resourcesFolder: join(project, 'resources'), version: versionOf(project) })
  const tell = (problems: readonly Problem[]): void => problems.forEach((each) => complain(describeProblem(each, language)))
  const command = await COMMANDS[name]()
  await command({ app, language, print, complain: tell }, rest)
}

/** @returns the problems of anything thrown; a fault of ours becomes an incident in the log */
function problemsOf(error: unknown, command: string): readonly Problem[] {
  if (error instanceof AppError) return error.problems
  return [incident(error, `cli ${command}`, (text) => fileLogger(dataFolder(), () => new Date()).error(text))]
}

/**
 * Runs one command line. Sets the exit status: 0 fine, 1 the data or the policy is wrong, 2 wrong use. Problems are on standard error,
 * one a line.
 * @param given arguments after the program's name
 */
export async function runCommandLine(given: readonly string[]): Promise<void> {
  const at = given.findIndex((each, position) => !each.startsWith('--') && given[position - 1] !== '--lang')
  const name = given[at] ?? ''
  const rest = [...given.slice(0, at), ...given.slice(at + 1)]
  const command = isCommand(name) ? name : null
  let language: Language = languageOf(undefined)
  try {
    language = languageIn(given)
    if (given.includes('--help') || given.length === 0) return print(help(command, language))
    if (at < 0) throw appError('usage.missing', { what: COMMAND_CHOICE })
    if (command === null) throw appError('usage.command', { command: name })
    await runCommand(command, rest, language)
  } catch (error) {
    const problems = problemsOf(error, name)
    for (const each of problems) complain(describeProblem(each, language))
    // What goes away with a copy on this computer: the command for it is named.
    if (problems.some((each) => COPIED_FIRST.includes(each.code))) complain(usageOf('copy', language))
    process.exitCode = exitStatusOf(problems)
    if (process.exitCode === 2) complain(command === null ? help(null, language) : usageOf(command, language))
  }
}
