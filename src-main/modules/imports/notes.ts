import { fieldLabel } from '../../words/fields.ts'
import { choiceInWords } from '../../words/values.ts'
import { problemMessage } from '../../words/problems.ts'
import { fieldOf, PREVIOUS_AMOUNT } from '../../model/field.ts'
import type { ImportConflict } from '../../model/import-desk.ts'
import type { Dictionary, IndicatorValue } from '../../model/indicator.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import { inPercent } from '../../model/number.ts'
import { warning, type Problem } from '../../model/problem.ts'
import type { CellNote } from '../../documents/returned/index.ts'
import type { PreparedFile, PreparedImport } from './prepare.ts'

/** What goes back with a file, in Chinese: its problems, and where another file says otherwise. */
export function notesOf(prepared: PreparedImport, file: PreparedFile): CellNote[] {
  return [...file.problems, ...contradictions(prepared, file)].map((problem) => {
    const { sheet = '', row = null, column = null, community = '' } = problem.place
    return { sheet, row, column, community, level: problem.level, text: problemMessage(problem, 'zh') }
  })
}

const contradictions = ({ settled, dictionary }: PreparedImport, { name }: PreparedFile): Problem[] =>
  settled.conflicts.flatMap((conflict) => contradictionsOf(conflict, name, dictionary))

/** Where the file says otherwise than another one about a cell. */
export function contradictionsOf({ field, name: community, sources }: ImportConflict, name: string, dictionary: Dictionary): Problem[] {
  return sources
    .filter(({ file }) => file === name)
    .flatMap((own) => {
      const other = sources.find((each) => each.value !== own.value && each !== own)
      if (other === undefined) return []
      const heading = headingOf(field, dictionary)
      const params = {
        heading,
        value: inWords(field, own.value, dictionary),
        file: other.file,
        otherValue: inWords(field, other.value, dictionary),
      }
      return [warning('import.conflict', params, { file: name, sheet: own.sheet, row: own.row, column: own.column, community })]
    })
}

/** A heading as it would stand in a sheet. */
const headingOf = (field: string, { indicators }: Dictionary): string =>
  `${fieldLabel(field, indicators).zh}${field === PREVIOUS_AMOUNT ? '（元）' : ''}`

/** A value as it would stand in a sheet, without separators. */
function inWords(field: string, value: IndicatorValue, { indicators }: Dictionary): string {
  if (value === null) return ''
  const found = fieldOf(field, indicators)
  if (found?.kind === 'amount') return String(Number(value) / FEN_PER_YUAN)
  if (found?.kind !== 'indicator') return String(value)
  const { indicator } = found
  if (indicator.kind === 'share') return `${inPercent(Number(value))}%`
  return indicator.kind === 'number' ? String(value) : choiceInWords(indicator, value, 'zh')
}
