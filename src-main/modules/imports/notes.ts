import { problemMessage } from '../../words/problems.ts'
import type { Dictionary, IndicatorValue } from '../../model/indicator.ts'
import { warning, type Problem } from '../../model/problem.ts'
import type { CellNote } from '../../documents/returned/index.ts'
import type { PreparedFile, PreparedImport } from './prepare.ts'

const BUILT_IN_WORDS: Readonly<Record<string, string>> = {
  name: '社区名称',
  district: '区县',
  subdistrict: '街道（镇）',
  previousAmount: '上年经费（元）',
  previousClass: '上年类别',
}

/** What goes back with a file, in Chinese: its problems, and where another file says otherwise. */
export function notesOf(prepared: PreparedImport, file: PreparedFile): CellNote[] {
  return [...file.problems, ...contradictions(prepared, file)].map((problem) => {
    const { sheet = '', row = null, column = null, community = '' } = problem.place
    return { sheet, row, column, community, level: problem.level, text: problemMessage(problem, 'zh') }
  })
}

function contradictions({ settled, dictionary }: PreparedImport, { name }: PreparedFile): Problem[] {
  return settled.conflicts.flatMap(({ field, name: community, sources }) =>
    sources
      .filter(({ file }) => file === name)
      .flatMap((own) => {
        const other = sources.find((each) => each.value !== own.value && each !== own)
        if (other === undefined) return []
        const heading = BUILT_IN_WORDS[field] ?? dictionary.indicators.find(({ key }) => key === field)?.label.zh ?? field
        const params = {
          heading,
          value: inWords(field, own.value, dictionary),
          file: other.file,
          otherValue: inWords(field, other.value, dictionary),
        }
        return [warning('import.conflict', params, { file: name, sheet: own.sheet, row: own.row, column: own.column, community })]
      }),
  )
}

/** A value as it would stand in a sheet. */
function inWords(field: string, value: IndicatorValue, { indicators }: Dictionary): string {
  if (field === 'previousAmount') return String(Number(value) / 100)
  const indicator = indicators.find(({ key }) => key === field)
  if (indicator?.kind === 'flag') return value === 1 ? '是' : '否'
  if (indicator?.kind === 'share') return `${Number((Number(value) * 100).toPrecision(15))}%`
  return indicator?.options.find(({ key }) => key === value)?.label.zh ?? String(value)
}
