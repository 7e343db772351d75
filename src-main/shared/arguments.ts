import { parseArgs } from 'node:util'
import { appError } from './app-error.ts'

/** 'value' takes one (--out FILE or --out=FILE), 'flag' takes none. */
export type OptionKinds = Readonly<Record<string, 'value' | 'flag'>>
export interface ParsedArguments<K extends string = string> {
  values: Partial<Record<K, string>>
  flags: Set<K>
  rest: string[]
}

/**
 * Takes a command line apart, strictly: an option that is unknown, given twice, or has no value is an error with its name.
 * @param given arguments without the program's name
 * @throws AppError usage.option, usage.optionTwice, usage.valueMissing, usage.valueWrong
 */
export function parseArguments<O extends OptionKinds>(given: readonly string[], kinds: O): ParsedArguments<Extract<keyof O, string>> {
  type Name = Extract<keyof O, string>
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }]),
  )
  const { tokens } = parseArgs({ args: [...given], options, strict: false, allowPositionals: true, tokens: true })
  const parsed: ParsedArguments<Name> = { values: {}, flags: new Set(), rest: [] }
  for (const token of tokens) {
    if (token.kind === 'positional') parsed.rest.push(token.value)
    if (token.kind !== 'option') continue
    const { rawName: option, value } = token
    if (!option.startsWith('--') || !Object.hasOwn(kinds, token.name)) throw appError('usage.option', { option })
    const name = token.name as Name
    if (parsed.flags.has(name) || parsed.values[name] !== undefined) throw appError('usage.optionTwice', { option })
    if (kinds[name] === 'flag') {
      if (value !== undefined) throw appError('usage.valueWrong', { option, value, needed: option })
      parsed.flags.add(name)
    } else {
      if (value === undefined || value === '' || (value.startsWith('--') && !token.inlineValue))
        throw appError('usage.valueMissing', { option })
      parsed.values[name] = value
    }
  }
  return parsed
}

/** @returns a whole number within the limits. @throws usage.valueWrong */
export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < min || number > max)
    throw appError('usage.valueWrong', { option, value: text, needed: `${min} - ${max}` })
  return number
}

/** The language of a terminal's user: --lang, else English where LANG says so, else Chinese. @throws usage.valueWrong */
export function languageOf(
  chosen: string | undefined,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): 'zh' | 'en' {
  if (chosen === 'zh' || chosen === 'en') return chosen
  if (chosen !== undefined) throw appError('usage.valueWrong', { option: '--lang', value: chosen, needed: 'zh | en' })
  return /^en/i.test(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '') ? 'en' : 'zh'
}
