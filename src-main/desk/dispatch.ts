import { isOperation, operations, type OperationName, type ParsedInputOf } from '../contract/operations.ts'
import type { KeptFile } from '../contract/operation.ts'
import { problem, type Problem } from '../model/problem.ts'
import { cutTo, DEEPEST_INPUT, isTooDeep, wellFormed } from '../model/text.ts'
import { Note, type Reply } from '../contract/reply.ts'
import { AppError } from '../shared/app-error.ts'
import { incident } from '../shared/incident.ts'
import { schemaProblems } from '../shared/schema-problems.ts'
import type { FileStream, KeepFile } from './kept-files.ts'
import {
  OWN_OPERATIONS,
  type FolderOpener,
  type Host,
  type Logger,
  type OperationContext,
  type OwnOperation,
  type PagePrinter,
  type Service,
} from './service.ts'
import { Tasks } from './tasks.ts'

export interface DispatchContext {
  host: Host
  logger: Logger
  /** Shared by all requests of a host, so that one request can ask about another. */
  tasks: Tasks
  /** Checks every answer against the contract as well: in tests and while developing. */
  checkOutput: boolean
  /** Set by a host that can print pages. */
  printPage?: PagePrinter
  /** Set by a host that can show a folder. */
  showFolder?: FolderOpener
}

const refused = (problems: Problem[]): Reply<never> => ({ ok: false, problems })

/** A sender names a long request by the field `task` of its input. */
const taskNameIn = (input: unknown): string | undefined => (input as { task?: string }).task

const OWN: { [N in OwnOperation]: (input: ParsedInputOf<N>, context: DispatchContext) => unknown } = {
  'task.progress': ({ task }, { tasks }) => tasks.progressOf(task),
  'task.cancel': ({ task }, { tasks }) => {
    tasks.cancel(task)
    return {}
  },
  'app.fault': ({ incident: number, text }, { logger }) => {
    logger.error(`incident ${number} in the page: ${text}`)
    return {}
  },
}
const isOwn = (name: string): name is OwnOperation => (OWN_OPERATIONS as readonly string[]).includes(name)

async function run(
  service: Partial<Service>,
  name: OperationName,
  input: unknown,
  context: DispatchContext,
): Promise<{ value: unknown; note: Note }> {
  const { tasks, host, printPage, showFolder } = context
  if (isOwn(name)) return { value: (OWN[name] as (input: unknown, context: DispatchContext) => unknown)(input, context), note: {} }
  const told: Note = {}
  const note = (more: Note): void => void Object.assign(told, more)
  // Name and input were checked against the contract just now; the types of all operations can't be followed one by one here.
  const operation = service[name] as (input: unknown, context: OperationContext) => unknown
  const value = await tasks.run(taskNameIn(input), (signal, progress) =>
    operation(input, { signal, progress, host, printPage, showFolder, note }),
  )
  return { value, note: told }
}

const problemsOf = (error: unknown, name: OperationName, { logger }: DispatchContext): Problem[] => {
  if (error instanceof AppError) {
    if (error.cause !== undefined) logger.info(`${name}: ${error.message}: ${String(error.cause)}`)
    return error.problems
  }
  if (error instanceof Error && error.name === 'AbortError') return [problem('task.cancelled')]
  return [incident(error, name, (text) => logger.error(text))]
}

/**
 * The one door of the app: every host passes each request through here, and every request gets a reply.
 * @param name of the operation, as it came from outside
 * @param input as it came from outside; nothing counts as an empty input
 * @returns the operation's value and what is told beside it, or the problems: request.unknownOperation; request.invalid with the
 *   path of what is wrong; those
 *   the operation names; task.cancelled; or internal.incident, with the stack in the log
 */
export async function dispatch(service: Partial<Service>, name: string, input: unknown, context: DispatchContext): Promise<Reply<unknown>> {
  if (!isOperation(name) || !(isOwn(name) || Object.hasOwn(service, name)))
    return refused([problem('request.unknownOperation', { name: cutTo(name, 80) })])
  const given = input ?? {}
  if (isTooDeep(given)) return refused([problem('request.invalid', { expected: `<= ${DEEPEST_INPUT} levels`, value: '-' }, { path: '/' })])
  try {
    const parsed = operations[name].input.safeParse(wellFormed(given))
    if (!parsed.success) return refused(schemaProblems('request.invalid', parsed.error, given))
    const { value, note } = await run(service, name, parsed.data, context)
    if (!context.checkOutput) return { ok: true, value, ...note }
    operations[name].output.parse(value)
    return { ok: true, value, ...Note.parse(note) }
  } catch (error) {
    return refused(problemsOf(error, name, context))
  }
}

/**
 * The other door, through which files come as they are.
 * @returns the id by which operations are asked about the file, or the problems: file.tooLarge, plan.diskFull, those of a start that failed
 * @throws what breaks off while the file comes
 */
export async function handOver(keepFile: KeepFile, content: FileStream): Promise<Reply<KeptFile>> {
  try {
    return { ok: true, value: await keepFile(content) }
  } catch (error) {
    if (error instanceof AppError) return refused(error.problems)
    throw error
  }
}

/** @returns a context with a fresh register of tasks, for one host. */
export const dispatchContext = (host: Host, logger: Logger, checkOutput = process.env.NODE_ENV === 'test'): DispatchContext => ({
  host,
  logger,
  checkOutput,
  tasks: new Tasks(),
})
