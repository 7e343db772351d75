import { PLACE_FIELDS, type ImportColumn, type ImportMapping } from '../../contract/import.ts'
import type { Dictionary } from '../../contract/indicator.ts'
import { problem, warning, type Place, type Problem } from '../../contract/problem.ts'
import { columnLetters, columnNumber, type Book, type Sheet } from './book.ts'
import { findHeader, headerAt, headerGrid, type Header, type Heading } from './header.ts'
import { factorBetween, parseUnit, unitOf, YUAN, type Unit } from './units.ts'
import { ASKED_FOR, isIgnorable, vocabularyOf, type Vocabulary } from './vocabulary.ts'

/** A column of the sheet. `unitStated`: its heading, or the line 单位 above the table, names the unit its numbers are in. */
export type RecognisedColumn = ImportColumn & { unitStated: boolean }

/** What the sheet of a book means, and what is wrong with its headings. Header rows from 1, both included. */
export interface Recognition {
  sheet: string
  headerRows: [number, number]
  columns: RecognisedColumn[]
  problems: Problem[]
}

/**
 * Finds the sheet, the header rows and the meaning of every column. A heading has to be the label, the English label, the key or a
 * synonym of an indicator, after blanks, punctuation, full width, unit, year, 总, 数 ... are set aside; the most specific wins.
 * A heading that merely contains a known word is not taken for it: the column is reported instead.
 * @param mapping what the user has chosen instead: sheet, header rows, field by column letter.
 * @returns errors among the problems (no header, no name or place column, a field twice, a unit that does not fit) mean that the
 *   file can't be imported as it is; the columns are there all the same so that they can be mapped by hand.
 */
export function recognise(book: Book, dictionary: Dictionary, mapping: ImportMapping = {}): Recognition {
  const vocabulary = vocabularyOf(dictionary)
  const candidates = book.sheets.filter((sheet) => sheet.rows.length > 0).map((sheet) => ({ sheet, header: findHeader(sheet, vocabulary) }))
  const best = candidates.toSorted((one, other) => Number(one.header === null) - Number(other.header === null)
    || Number(one.sheet.hidden) - Number(other.sheet.hidden) || (other.header?.score ?? 0) - (one.header?.score ?? 0))[0]
  const chosen = mapping.sheet === undefined ? best : candidates.find(({ sheet }) => sheet.name === mapping.sheet)
  const problems: Problem[] = []
  if (mapping.sheet !== undefined && chosen === undefined) {
    const known = candidates.map(({ sheet }) => sheet.name).join('、')
    problems.push(problem('import.mappingWrong', { given: mapping.sheet, known }, { file: book.fileName }))
  }
  const { sheet, header: found } = chosen ?? best!
  const place: Place = { file: book.fileName, sheet: sheet.name }
  const chosenRows = mapping.headerRows
  const header = chosenRows === undefined ? found : headerAt(headerGrid(sheet), chosenRows[0], Math.max(...chosenRows), vocabulary)
  if (header === null || header.headings.length === 0) {
    const first = sheet.rows[0]!
    problems.push(problem('import.noHeader', { lookedFor: Object.values(ASKED_FOR).join('、') }, place))
    const unknown = headerAt(headerGrid(sheet), first, first, vocabulary)
    return { sheet: sheet.name, headerRows: [first, first], columns: columnsOf(unknown, vocabulary, {}, [], place, []), problems }
  }
  const unitLine = unitsAbove(sheet, header.top)
  const chosenFields: Record<string, string | null> = {}
  for (const [letters, field] of Object.entries(mapping.fields ?? {})) {
    const isKnown = field === null || vocabulary.indicators.has(field) || BUILT_IN_FIELDS.has(field)
    if (isKnown && columnNumber(letters) > 0) chosenFields[letters.toUpperCase()] = field
    else problems.push(problem('import.mappingWrong', { given: `${letters}: ${field ?? ''}`, known: '' }, { ...place, column: letters }))
  }
  const columns = columnsOf(header, vocabulary, chosenFields, unitLine, place, problems)
  problems.push(...columnProblems(columns, vocabulary, place, header.bottom))
  const others = candidates.filter((each) => each.sheet !== sheet && hasCommunities(each.header)).map((each) => each.sheet.name)
  if (others.length > 0) problems.push(warning('import.sheetsNotRead', { sheets: others.join('、'), read: sheet.name }, place))
  const hiddenRows = sheet.rows.filter((row) => row > header.bottom && sheet.hiddenRows.has(row)).length
  const hiddenColumns = columns.filter((column) => column.field !== null && sheet.hiddenColumns.has(columnNumber(column.column)))
  if (hiddenRows + hiddenColumns.length > 0) {
    problems.push(warning('import.hiddenRead', { rows: hiddenRows, columns: hiddenColumns.map(({ column }) => column).join('、') || '0' }, place))
  }
  return { sheet: sheet.name, headerRows: [header.top, header.bottom], columns, problems }
}

const hasCommunities = (header: Header | null): boolean =>
  header !== null && header.score >= 3 && header.headings.some(({ match }) => match?.field === 'name')

const BUILT_IN_FIELDS: ReadonlySet<string> = new Set([...PLACE_FIELDS, 'previousAmount', 'previousClass'])

function columnsOf(
  header: Header, vocabulary: Vocabulary, chosen: Record<string, string | null>, unitLine: Unit[], place: Place, problems: Problem[],
): RecognisedColumn[] {
  return header.headings.map((heading) => {
    const column = columnLetters(heading.column)
    const title = headingText(heading)
    const isChosen = Object.hasOwn(chosen, column)
    const field = isChosen ? chosen[column]! : (heading.match?.field ?? null)
    const how = isChosen ? 'chosen' : (heading.match?.how ?? 'none')
    const part = heading.parts.findLast((each) => each.unit !== null)
    const { factor, unitStated } = factorOf(field, part?.unit ?? null, part?.unitText ?? '', unitLine, vocabulary)
    if (factor === null) {
      const own = field === 'previousAmount' ? '元' : vocabulary.indicators.get(field!)?.unit?.zh ?? '1'
      const at: Place = { ...place, row: header.bottom, column, indicator: field! }
      problems.push(problem('import.unitUnfit', { heading: title, unit: part!.unitText, expected: own }, at))
    }
    return { column, heading: title, field, factor: factor ?? 1, how, unitStated }
  })
}

const headingText = (heading: Heading): string =>
  heading.parts.map(({ text, unitText }) => (text === '' ? unitText : unitText === '' ? text : `${text}（${unitText}）`)).join(' / ')

/** The factor from the heading's unit, else from the unit line, to the field's own unit; null when the heading's does not fit. */
function factorOf(
  field: string | null, stated: Unit | null, statedText: string, unitLine: Unit[], vocabulary: Vocabulary,
): { factor: number | null; unitStated: boolean } {
  const indicator = field === null ? undefined : vocabulary.indicators.get(field)
  const measured = field === 'previousAmount' || indicator?.kind === 'number' || indicator?.kind === 'share'
  if (!measured) return { factor: 1, unitStated: false }
  const own = indicator === undefined ? YUAN : unitOf(indicator)
  if (stated !== null) {
    const same = indicator?.unit !== undefined && indicator.unit.zh.normalize('NFKC') === statedText.normalize('NFKC') && indicator.kind !== 'share'
    return { factor: same ? 1 : factorBetween(stated, own), unitStated: true }
  }
  const fitting = unitLine.filter((unit) => unit.dimension === own?.dimension)
  return fitting.length === 1 ? { factor: factorBetween(fitting[0]!, own), unitStated: true } : { factor: 1, unitStated: false }
}

/** The units of a line such as 单位：万元 or 单位：人、万元 above the table. */
function unitsAbove(sheet: Sheet, top: number): Unit[] {
  for (const row of sheet.rows) {
    if (row >= top) break
    for (let column = 1; column <= sheet.columns; column++) {
      const [, named] = /(?:^|[(（\s])(?:计量|金额)?单位[:：]\s*([^)）]+)/.exec(sheet.shown(row, column)) ?? []
      if (named !== undefined) return named.split(/[、,，;；/\s]+/).map(parseUnit).filter((unit) => unit !== null)
    }
  }
  return []
}

function columnProblems(columns: RecognisedColumn[], vocabulary: Vocabulary, place: Place, row: number): Problem[] {
  const problems: Problem[] = []
  const first = new Map<string, RecognisedColumn>()
  for (const column of columns) {
    const at: Place = { ...place, row, column: column.column }
    const { field, heading } = column
    if (field === null) {
      if (column.how === 'none' && !isIgnorable(heading)) problems.push(warning('import.columnUnknown', { heading }, at))
      continue
    }
    if (vocabulary.indicators.get(field)?.formula !== undefined) {
      problems.push(warning('import.columnDerived', { heading }, { ...at, indicator: field }))
      column.field = null
      continue
    }
    const twin = first.get(field)
    if (twin === undefined) first.set(field, column)
    else problems.push(problem('import.columnTwice', { heading, other: twin.heading, otherColumn: twin.column }, { ...at, indicator: field }))
  }
  if (!first.has('name')) problems.push(problem('import.noNameColumn', { lookedFor: ASKED_FOR.name }, place))
  if (!first.has('code') && !first.has('subdistrict')) {
    problems.push(problem('import.noPlaceColumn', { lookedFor: `${ASKED_FOR.code}、${ASKED_FOR.subdistrict}` }, place))
  }
  for (const { key, label, required, formula } of vocabulary.indicators.values()) {
    if (!required || formula !== undefined || first.has(key)) continue
    problems.push(warning('import.columnMissing', { label: label.zh, labelEn: label.en || label.zh }, { ...place, indicator: key }))
  }
  return problems
}
