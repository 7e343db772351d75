import { PROBLEM_WORDS } from '../modules/words.ts'
import { FRAMES } from './frame.ts'
import { gapsInWords } from './gaps.ts'
import { moneyInWords } from './money.ts'
import type { Place, Problem } from '../model/problem.ts'
import type { Language } from '../model/text.ts'

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) || path

/** Parameters whose values are keys with a word of their own in each language. */
const TERMS = new Set(['found', 'kind', 'expected', 'what'])

function valueText(name: string, value: string | number, language: Language): string {
  const words = FRAMES[language]
  if (typeof value === 'number') return name.endsWith('Fen') ? moneyInWords(value, language) : String(value)
  if (value === '') return words.empty
  if (name === 'file') return fileName(value)
  return TERMS.has(name)
    ? value
        .split(' | ')
        .map((part) => (Object.hasOwn(words.terms, part) ? words.terms[part]! : part))
        .join(' | ')
    : gapsInWords(value, language)
}

/** '-' and an empty text say as little as no value at all: an optional part is left out for them. */
const saysSomething = (value: string | number | undefined): boolean => value !== undefined && value !== '' && value !== '-'

/** A message with its gaps filled: optional parts whose gap is not known are left out, amounts in fen are said as money. */
export function fill(message: string, params: Problem['params'], language: Language): string {
  const gap = /\{(\w+)\}/g
  const paramOf = (name: string): string | number | undefined => (language === 'en' ? (params[`${name}En`] ?? params[name]) : params[name])
  const namesIn = (text: string): string[] => [...text.matchAll(gap)].map((match) => match[1]!)
  const optional = message.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    namesIn(part).every((name) => saysSomething(paramOf(name))) ? part : '',
  )
  return optional.replace(gap, (_, name: string) => {
    const value = paramOf(name)
    return value === undefined ? FRAMES[language].unknown : valueText(name, value, language)
  })
}

/**
 * Where a problem is: sheet, row and column, path in a document, community. Whatever is known.
 * @returns '' where nothing is known
 */
export function describePlace(place: Place, language: Language): string {
  const words = FRAMES[language]
  const parts = [
    ...(place.file ? [fileName(place.file)] : []),
    ...(place.sheet ? [words.sheet(place.sheet)] : []),
    ...(place.row !== undefined ? [words.row(place.row, place.column || undefined)] : place.column ? [words.column(place.column)] : []),
    ...(place.path ? [words.path(place.path)] : []),
    ...(place.community ? [words.community(place.community)] : []),
  ]
  return parts.length === 0 ? '' : words.place(parts)
}

/** What is wrong and what to do next, without the place: for tables that show the place in columns of their own. */
export function problemMessage({ code, params }: Problem, language: Language): string {
  return fill(params.kind === 'unrecognized_keys' ? FRAMES[language].unknownField : PROBLEM_WORDS[code][language], params, language)
}

/** @returns one line: what is wrong, what to do next, and where. */
export function describeProblem(problem: Problem, language: Language): string {
  const words = FRAMES[language]
  const { file, ...place } = problem.place
  const named = problem.params.file === undefined ? { file, ...place } : place
  return `${problem.level === 'warning' ? words.warning : ''}${problemMessage(problem, language)}${describePlace(named, language)}`.replace(
    /\s+/g,
    ' ',
  )
}
