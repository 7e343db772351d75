import type { HandedFile } from '../contract/operation.ts'
import { readInWorker, type PartRead } from '../documents/import/index.ts'
import { LARGEST_COUNT } from '../model/count.ts'
import type { Dictionary, Indicator } from '../model/indicator.ts'
import { PERSONAL_HEADING, personalIn } from '../model/personal.ts'
import { problem, type Place, type Problem } from '../model/problem.ts'
import type { Text } from '../model/text.ts'
import { AppError } from '../shared/app-error.ts'
import type { Desk } from './desk.ts'
import type { OperationContext } from './service.ts'

/** A count, an amount of money or a share that a sheet may have a column for. `what` left out: a count. */
export interface CountColumn {
  what?: 'count' | 'money' | 'share'
  field: string
  label: Text
  unit?: Text
  synonyms?: readonly string[]
}

const MOST_OF = { count: LARGEST_COUNT, money: 100_000_000_000, share: 1 } as const
const STEP_OF = { count: 1, money: 0.01, share: 0.0001 } as const

/** Counts as columns that are read like those of indicators: whole numbers from zero, money in 元, shares as fractions. */
export const countDictionary = (columns: readonly CountColumn[]): Dictionary => ({
  format: 'quanheng-indicators',
  formatVersion: 1,
  groups: [{ key: 'counts', label: { zh: '数目', en: 'Counts' } }],
  indicators: columns.map(({ what = 'count', field, label, unit, synonyms = [] }): Indicator => ({
    key: field,
    label,
    ...(unit && { unit }),
    kind: what === 'share' ? 'share' : 'number',
    group: 'counts',
    required: false,
    range: { min: 0, max: MOST_OF[what] },
    step: STEP_OF[what],
    notAbove: [],
    options: [],
    synonyms: [...synonyms],
  })),
})

/** Columns of persons, and numbers of persons among the values that are shown of a column: such a sheet is not read at all. */
function personalProblems(file: string, { recognition }: PartRead): Problem[] {
  return recognition.columns.flatMap(({ heading, column, samples }) => {
    const place: Place = { file, sheet: recognition.sheet, column }
    if (PERSONAL_HEADING.test(heading)) return [problem('counts.personsInSheet', { value: heading }, place)]
    const found = samples.map(personalIn).find((each) => each !== null)
    return found === undefined || found === null ? [] : [problem(`text.${found.kind}`, { field: heading, value: found.shown }, place)]
  })
}

/**
 * Reads the parts of a delivered sheet of counts, by the reader of all delivered sheets.
 * @throws AppError file.* where it can't be read; counts.personsInSheet, text.identity, text.mobile
 */
export async function readCountFile(
  desk: Desk,
  file: HandedFile,
  columns: readonly CountColumn[],
  { signal, progress }: OperationContext,
): Promise<PartRead[]> {
  const { fileName } = file
  const given = [{ fileName, mappings: [], content: desk.files.contentOf(file) }]
  const told = (done: number, name: string): void => progress(Math.floor(1000 * done), 1000, name)
  const [outcome] = await desk.inThread(signal, (until) =>
    readInWorker(given, countDictionary(columns), [], { signal: until, progress: told, log: (text) => desk.options.logger.error(text) }),
  )
  if (outcome === undefined || 'problems' in outcome) throw new AppError(outcome?.problems ?? [])
  const personal = outcome.read.parts.flatMap((part) => personalProblems(fileName, part))
  if (personal.length > 0) throw new AppError(personal)
  return outcome.read.parts
}
