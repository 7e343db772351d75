import { resolve } from 'node:path'
import { copyPlan } from '../../modules/command-line/copy.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments } from '../../shared/arguments.ts'
import { COMMON, exactly, SAY, type Terminal } from './commands.ts'

/** Copies a plan file with its last changes, from where it is not worked on to where it can be. */
export async function copy({ language, print }: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, { ...COMMON, out: 'value' })
  const [file] = exactly(parsed, ['FILE'])
  const { out } = parsed.values
  if (out === undefined) throw appError('usage.missing', { what: '--out FILE' })
  copyPlan(resolve(file!), resolve(out))
  print(`${SAY[language].written} ${out}`)
}
