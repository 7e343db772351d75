import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isOperation, operations, type InputOf, type OperationName } from '../../contract/operations.ts'
import { UNSIGNED_COMMANDS } from '../../contract/signing.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments, wholeNumber } from '../../shared/arguments.ts'
import { COMMON, SAY, type Terminal } from './commands.ts'
import { assertWritable, readInput, writeOutput } from './files.ts'
import { withOwnHost, type Ask } from './own-host.ts'

type Json = Record<string, unknown>
const STANDARD_INPUT = 0

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** @throws usage.operation */
function operationNamed(name: string): OperationName {
  if (!isOperation(name)) throw appError('usage.operation', { name })
  return name
}

/** JSON text as it stands, @FILE, or - for standard input. @throws usage.json; file.missing, file.unreadable */
function jsonFrom(given: string): unknown {
  const text = given === '-' ? readFileSync(STANDARD_INPUT) : given.startsWith('@') ? readInput(given.slice(1)).bytes : given
  try {
    return JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text))
  } catch (cause) {
    throw appError('usage.json', { option: '--input', detail: (cause as Error).message }, undefined, cause)
  }
}

/** What each of the operations is given; an input that is no object goes as it is, and is refused at the door. @throws usage.inputs */
function inputsFor(names: readonly OperationName[], given: unknown, path: string | undefined): unknown[] {
  const inputs = names.length === 1 ? [given] : given
  if (!Array.isArray(inputs) || inputs.length !== names.length) throw appError('usage.inputs', { operations: names.length })
  if (path === undefined || !isRecord(inputs[0])) return inputs
  const { bytes, fileName } = readInput(path)
  return [{ fileName, base64: Buffer.from(bytes).toString('base64'), ...inputs[0] }, ...inputs.slice(1)]
}

/** A step without an operator is refused, as the window refuses it. @throws usage.unsigned */
async function refuseUnsigned(ask: Ask, names: readonly OperationName[]): Promise<void> {
  const signed = names.find((name) => operations[name].kind === 'command' && !UNSIGNED_COMMANDS.includes(name))
  if (signed === undefined) return
  if ((await ask('app.status', {})).operator === '') throw appError('usage.unsigned', { operation: signed })
}

/** The id that the operation before has answered, where this one asks for one. */
function handedOn(before: unknown, name: OperationName): Json {
  const { input } = operations[name]
  const asksForId = input instanceof z.ZodObject && 'id' in input.shape
  return asksForId && isRecord(before) && typeof before['id'] === 'string' ? { id: before['id'] } : {}
}

/** Asks one operation after the other. @returns their answers */
async function askAll(ask: Ask, names: readonly OperationName[], inputs: readonly unknown[]): Promise<unknown[]> {
  const answers: unknown[] = []
  for (const [at, name] of names.entries()) {
    const given = inputs[at]
    const input = isRecord(given) ? { ...handedOn(answers.at(-1), name), ...given } : given
    // Checked at the door against the contract of the operation; its type can't be known here.
    answers.push(await ask(name, input as InputOf<typeof name>))
  }
  return answers
}

/** @throws usage.noFile */
function fileIn(answer: unknown, operation: string): Uint8Array {
  if (!isRecord(answer) || typeof answer['base64'] !== 'string') throw appError('usage.noFile', { operation })
  return Buffer.from(answer['base64'], 'base64')
}

/**
 * Asks operations of the app about a plan file, through the dispatch of a host of its own.
 * @throws usage.*, file.*, and whatever the operations refuse
 */
export async function call({ language, print }: Terminal, given: readonly string[]): Promise<void> {
  const { values, flags, rest } = parseArguments(given, {
    ...COMMON,
    plan: 'value',
    data: 'value',
    input: 'value',
    file: 'value',
    year: 'value',
    operator: 'value',
    out: 'value',
    json: 'flag',
  })
  if (rest.length === 0) throw appError('usage.missing', { what: 'OPERATION' })
  const names = rest.map(operationNamed)
  const { plan, data, operator, out } = values
  if (plan === undefined && data === undefined) throw appError('usage.missing', { what: '--plan FILE | --data FOLDER' })
  if (plan !== undefined && data !== undefined) throw appError('usage.together', { option: '--plan', other: '--data' })
  const year = values.year === undefined ? undefined : wholeNumber('--year', values.year, 1990, 2200)
  const empty = names.length === 1 ? {} : names.map(() => ({}))
  const inputs = inputsFor(names, values.input === undefined ? empty : jsonFrom(values.input), values.file)
  if (out !== undefined) assertWritable(out)
  const evenBroken = names.every((name) => name === 'app.bundle')
  const answers = await withOwnHost({ plan, data, operator, evenBroken }, async (ask) => {
    await refuseUnsigned(ask, names)
    if (year !== undefined) await ask('plan.useYear', { year })
    return askAll(ask, names, inputs)
  })
  const answer = names.length === 1 ? answers[0] : answers
  if (out === undefined) return print(flags.has('json') ? JSON.stringify(answer) : JSON.stringify(answer, null, 2))
  writeOutput(out, fileIn(answers.at(-1), names.at(-1)!))
  print(`${SAY[language].written} ${out}`)
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => z.toJSONSchema(schema, { io, unrepresentable: 'any' })

function operationJson(name: OperationName): Json {
  const { kind, summary, input, output } = operations[name]
  return { name, kind, summary, input: schemaOf(input, 'input'), output: schemaOf(output, 'output') }
}

/** Lists the operations of the app, or says what one takes and answers. @throws usage.operation, usage.argument */
export async function operationsCommand({ print }: Terminal, given: readonly string[]): Promise<void> {
  const { flags, rest } = parseArguments(given, { ...COMMON, json: 'flag' })
  if (rest[1] !== undefined) throw appError('usage.argument', { argument: rest[1] })
  if (rest[0] !== undefined) {
    const found = operationJson(operationNamed(rest[0]))
    return print(flags.has('json') ? JSON.stringify(found) : JSON.stringify(found, null, 2))
  }
  const all = (Object.keys(operations) as OperationName[]).map((name) => ({ name, ...operations[name] }))
  if (flags.has('json')) return print(JSON.stringify(all.map(({ name, kind, summary }) => ({ name, kind, summary }))))
  const width = Math.max(...all.map(({ name }) => name.length)) + 2
  for (const { name, kind, summary } of all) print(`${name.padEnd(width)}${kind.padEnd(9)}${summary}`)
}
