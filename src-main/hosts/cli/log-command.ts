import { verifyLog } from '../../modules/command-line/log.ts'
import type { HistoryCheck } from '../../model/history.ts'
import type { Language } from '../../model/text.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments } from '../../shared/arguments.ts'
import { actionIn, COMMON, exactly, type Terminal } from './commands.ts'

const SAY = {
  zh: {
    whole: (steps: number) => `变更记录完整：共 ${steps} 步，与方案内容一致。`,
    halved: (list: string) => `第 ${list} 步的说明里有一个字被早先版本的程序截断，不影响其他内容，不是改动。`,
    altered: (step: number) => `变更记录被改动过：第 ${step} 步与当时写下的不符。它之前的步骤完好。`,
    missing: (step: number) => `变更记录不完整：第 ${step} 步不见了。它之前的步骤完好。`,
    content: (table: string, row: string) => `方案内容被改动过：${table} ${row} 与变更记录不符。`,
  },
  en: {
    whole: (steps: number) => `The change log is whole: ${steps} steps, and the plan is what they lead to.`,
    halved: (list: string) =>
      `In the words of step ${list} an earlier version of the program cut a sign in two; nothing else is touched, and nobody altered it.`,
    altered: (step: number) => `The change log was altered: step ${step} is not what was written. The steps before it are sound.`,
    missing: (step: number) => `The change log is not complete: step ${step} is gone. The steps before it are sound.`,
    content: (table: string, row: string) => `The plan was altered: ${table} ${row} is not what the change log leads to.`,
  },
} as const

/** What a check of a change log has found, as the command line says it. */
export function checkInWords({ ok, steps, halved, kind, firstAltered, table, row }: HistoryCheck, language: Language): string {
  const say = SAY[language]
  if (ok) return [say.whole(steps), ...(halved === undefined ? [] : [say.halved(halved.join(', '))])].join('\n')
  if (kind === 'content') return say.content(table ?? '', row ?? '')
  return kind === 'missing' ? say.missing(firstAltered ?? 0) : say.altered(firstAltered ?? 0)
}

/** Checks the change log of a plan file, which is only read. Exit status 1 where it is not whole. */
export async function log({ language, print }: Terminal, given: readonly string[]): Promise<void> {
  const { action, rest } = actionIn(given, 'verify')
  if (action !== 'verify') throw appError('usage.command', { command: `log ${action}` })
  const parsed = parseArguments(rest, { ...COMMON, json: 'flag' })
  const [file] = exactly(parsed, ['FILE'])
  const found = verifyLog(file!)
  print(parsed.flags.has('json') ? JSON.stringify(found) : checkInWords(found, language))
  if (!found.ok) process.exitCode = 1
}
