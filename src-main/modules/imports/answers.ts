import { MOST_LISTED, type ImportDesk, type ImportPart } from '../../model/import-desk.ts'
import type { ImportPreview, ImportRow } from '../../model/import.ts'
import type { Problem } from '../../model/problem.ts'
import { ProblemList } from '../../documents/import/index.ts'
import type { Part } from './deliveries.ts'
import { errorsOf, type PreparedFile, type PreparedImport } from './prepare.ts'

const sum = <T>(list: readonly T[], count: (each: T) => number): number => list.reduce((total, each) => total + count(each), 0)
const valuesOf = ({ values, previousFen, previousClass }: ImportRow): number =>
  [...Object.values(values), previousFen, previousClass].filter((value) => value !== null && value !== undefined).length

export const answerOfPart = ({ read: { recognition, rows, skipped, problems } }: Part): ImportPart => ({
  sheet: recognition.sheet,
  headerRows: recognition.headerRows,
  columns: recognition.columns,
  rows: rows.length,
  skipped: skipped.slice(0, MOST_LISTED),
  layout: recognition.layout?.id ?? null,
  top: recognition.top,
  values: sum(rows, valuesOf),
  refused: errorsOf({ problems }),
})

/** Problems up to a limit, errors before warnings; what is beyond it is counted. */
function listed({ name, problems }: PreparedFile): Problem[] {
  const list = new ProblemList()
  for (const each of problems) list.add(each)
  return list.all({ file: name })
}

/** What was prepared, as the desk shows it; long lists are cut off. */
export function deskAnswer(
  { id, files, settled, errors, synthetic }: PreparedImport,
  choices: Pick<ImportDesk, 'districts' | 'subdistricts'>,
): ImportDesk {
  const { added, changed, conflicts, unchanged, changedCommunities } = settled
  const parts = files.flatMap((file) => file.parts)
  return {
    id,
    synthetic,
    files: files.map((file) => ({
      file: file.name,
      sheets: file.sheets,
      parts: file.parts.map(answerOfPart),
      problems: listed(file),
      errors: errorsOf(file),
      withoutDistrict: file.withoutDistrict,
      withoutSubdistrict: file.withoutSubdistrict,
    })),
    counts: {
      rows: sum(parts, ({ read }) => read.rows.length),
      skipped: sum(parts, ({ read }) => read.skipped.length),
      added: added.length,
      changed: changedCommunities,
      unchanged,
      values: changed.length,
      conflicts: conflicts.length,
      errors,
    },
    added: added.slice(0, MOST_LISTED),
    changed: changed.slice(0, MOST_LISTED),
    conflicts: conflicts.slice(0, MOST_LISTED),
    ...choices,
  }
}

/** The same for a single file of which one sheet was read. */
export function previewAnswer(
  { id, settled: { added, changed, unchanged }, synthetic }: PreparedImport,
  only: PreparedFile,
): ImportPreview {
  const { name, sheets, parts } = only
  const { sheet, headerRows, columns, rows } = answerOfPart(parts[0]!)
  return {
    id,
    file: name,
    sheets,
    sheet,
    headerRows,
    columns,
    rows,
    added,
    changed,
    unchanged,
    skipped: parts[0]!.read.skipped,
    synthetic,
    problems: listed(only),
  }
}
