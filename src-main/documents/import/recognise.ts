import { PREVIOUS_AMOUNT } from '../../model/field.ts'
import type { ImportColumn, ImportMapping } from '../../model/import.ts'
import type { ImportLayout, SheetTop } from '../../model/import-desk.ts'
import type { Dictionary } from '../../model/indicator.ts'
import { problem, warning, type Place, type Problem } from '../../model/problem.ts'
import { assignFields, isField, type Assignment } from './assign-fields.ts'
import { columnLetters, columnNumber, type Book, type Sheet } from './book.ts'
import { findHeader, headerAt, headerGrid, looksTurned, withNames, type Header, type Heading } from './header.ts'
import { headerByShape } from './header-shape.ts'
import { assignByValues, notAsHeaded, placesOfRows } from './places-by-values.ts'
import { withoutTable } from './tables-of-sheet.ts'
import { layoutHeadings, layoutId } from './layouts.ts'
import { topOf, withSamples } from './samples.ts'
import { factorBetween, measures, parseUnit, unitOf, YUAN, type Unit } from '../../model/measure.ts'
import { isIgnorable, lookedFor, vocabularyOf, type Vocabulary } from './vocabulary.ts'

/** A column of the sheet. `unitStated`: its heading, or the line 单位 above the table, names the unit its numbers are in. */
export type RecognisedColumn = ImportColumn & { unitStated: boolean }

/**
 * What the sheet of a book means, and what is wrong with its headings. Header rows from 1, both included. `headings` are those that are
 * found without being told (see layoutHeadings) in `foundRows`: what is chosen for the sheet is remembered under them. `layout`: what was
 * remembered and used.
 */
export interface Recognition {
  sheet: string
  headerRows: [number, number]
  columns: RecognisedColumn[]
  problems: Problem[]
  headings: Record<string, string>
  foundRows: [number, number]
  layout: ImportLayout | null
  /** What stands above the header. */
  title: string
  /** The first rows as they are shown, so that the header can be pointed at. */
  top: SheetTop
}

interface Candidate {
  sheet: Sheet
  header: Header | null
}
interface Known {
  vocabulary: Vocabulary
  layouts: readonly ImportLayout[]
}

/**
 * Finds the sheet, the header rows and the meaning of every column. A heading has to be the label, the English label, the key or a
 * synonym of an indicator, after blanks, punctuation, full width, unit, year, 总, 数 ... are set aside; the most specific wins.
 * A heading that merely contains a known word is not taken for it: the column is reported instead.
 * @param mapping what the user has chosen instead: sheet, header rows, field by column letter.
 * @param layouts what was chosen for other sheets, the one saved last first.
 * @returns errors among the problems (no header, no name or place column, a field twice, a unit that does not fit) mean that the
 *   file can't be imported as it is; the columns are there all the same so that they can be mapped by hand.
 */
export function recognise(
  book: Book,
  dictionary: Dictionary,
  mapping: ImportMapping = {},
  layouts: readonly ImportLayout[] = [],
): Recognition {
  const known = { vocabulary: vocabularyOf(dictionary), layouts }
  const candidates = candidatesIn(book, known.vocabulary)
  const chosen = mapping.sheet === undefined ? undefined : candidates.find(({ sheet }) => sheet.name === mapping.sheet)
  const read = chosen ?? bestOf(candidates)
  const recognition = recogniseSheet(book, read, known, mapping)
  recognition.problems.unshift(...(chosen === undefined ? unknownSheets(book, candidates, [mapping.sheet]) : []))
  recognition.problems.push(...sheetsNotRead(book, candidates, [read]), ...leftOut(book))
  return recognition
}

/**
 * The same for every sheet with a table of communities: a workbook may have one for each subdistrict. Hidden sheets are not among them
 * unless they are asked for.
 * @param mappings at most one for each sheet, and one without a sheet for all others.
 * @param sheets which are read; left out: those that have a table of communities, or the one that looks most like it.
 */
export function recogniseAll(
  book: Book,
  dictionary: Dictionary,
  mappings: readonly ImportMapping[],
  layouts: readonly ImportLayout[],
  sheets?: readonly string[],
): Recognition[] {
  const known = { vocabulary: vocabularyOf(dictionary), layouts }
  const candidates = candidatesIn(book, known.vocabulary)
  const isAsked = (name: string): boolean => sheets?.includes(name) ?? mappings.some((mapping) => mapping.sheet === name)
  const asked = candidates.filter(
    ({ sheet, header }) => isAsked(sheet.name) || (sheets === undefined && !sheet.hidden && hasCommunities(sheet, header)),
  )
  const read = asked.length > 0 ? asked : [bestOf(candidates)]
  const all = read.map((each) =>
    recogniseSheet(
      book,
      each,
      known,
      mappings.find(({ sheet }) => sheet === each.sheet.name) ?? mappings.find(({ sheet }) => sheet === undefined) ?? {},
    ),
  )
  all[0]!.problems.unshift(...unknownSheets(book, candidates, [...(sheets ?? []), ...mappings.map(({ sheet }) => sheet)]))
  all[0]!.problems.push(...sheetsNotRead(book, candidates, read), ...leftOut(book))
  return all
}

const candidatesIn = (book: Book, vocabulary: Vocabulary): Candidate[] =>
  book.sheets.filter((sheet) => sheet.rows.length > 0).map((sheet) => ({ sheet, header: findHeader(sheet, vocabulary) }))

const bestOf = (candidates: Candidate[]): Candidate =>
  candidates.toSorted(
    (one, other) =>
      Number(one.header === null) - Number(other.header === null) ||
      Number(one.sheet.hidden) - Number(other.sheet.hidden) ||
      (other.header?.score ?? 0) - (one.header?.score ?? 0) ||
      Number(isMuchLonger(other, one)) - Number(isMuchLonger(one, other)),
  )[0]!

/** Of the tables of one sheet the first one is meant, unless it is only a little one above another. */
const isMuchLonger = (one: Candidate, other: Candidate): boolean =>
  withoutTable(one.sheet.name) === withoutTable(other.sheet.name) && one.sheet.rows.length > other.sheet.rows.length * 1.5

/** Fewer headings are enough for one of several tables of a sheet: who has one wants them all. */
const hasCommunities = (sheet: Sheet, header: Header | null): boolean =>
  header !== null && header.score >= (sheet.piece ? 2 : 3) && header.headings.some(({ match }) => match?.field === 'name')

function unknownSheets(book: Book, candidates: Candidate[], named: readonly (string | undefined)[]): Problem[] {
  const known = candidates.map(({ sheet }) => sheet.name)
  return [...new Set(named)]
    .filter((name) => name !== undefined && !known.includes(name))
    .map((name) => problem('import.mappingWrong', { given: name!, known: known.join('、') }, { file: book.fileName }))
}

function sheetsNotRead(book: Book, candidates: Candidate[], read: Candidate[]): Problem[] {
  const isBesideRead = ({ sheet }: Candidate): boolean =>
    sheet.piece === true && read.some((each) => withoutTable(each.sheet.name) === withoutTable(sheet.name))
  const others = candidates
    .filter((each) => !read.includes(each) && (hasCommunities(each.sheet, each.header) || isBesideRead(each)))
    .map((each) => each.sheet.name)
  const names = read.map((each) => each.sheet.name)
  return others.length === 0
    ? []
    : [warning('import.sheetsNotRead', { sheets: others.join('、'), read: names.join('、') }, { file: book.fileName, sheet: names[0]! })]
}

const leftOut = (book: Book): Problem[] =>
  (book.leftOut ?? []).map(({ what, sheets }) => warning('import.leftOut', { what, sheets: sheets.join('、') }, { file: book.fileName }))

function recogniseSheet(
  book: Book,
  { sheet, header: found }: Candidate,
  { vocabulary, layouts }: Known,
  mapping: ImportMapping,
): Recognition {
  const place: Place = { file: book.fileName, sheet: sheet.name }
  const first = sheet.rows[0]!
  const automatic = found ?? headerAt(headerGrid(sheet), first, first, vocabulary)
  const headings = layoutHeadings(automatic)
  const foundRows: [number, number] = [automatic.top, automatic.bottom]
  const layout = layouts.find(({ id }) => id === layoutId(headings))
  const rows = mapping.headerRows ?? layout?.headerRows ?? undefined
  const known = found?.headings.flatMap(({ match }) => (match === null ? [] : [match.field])) ?? []
  // Of a form of one community the header names nothing but its place, and its rows are headings.
  const namesNoFigure = known.length < 2 || known.every((field) => !vocabulary.indicators.has(field) && field !== PREVIOUS_AMOUNT)
  const turned = namesNoFigure && looksTurned(sheet, vocabulary) ? [problem('import.turned', {}, place)] : []
  const shaped = found === null && rows === undefined ? headerByShape(sheet, vocabulary) : null
  const header =
    rows === undefined ? (found ?? shaped) : withNames(sheet, headerAt(headerGrid(sheet), rows[0], Math.max(...rows), vocabulary))
  if (header === null || header.headings.length === 0) {
    const unknown = headerAt(headerGrid(sheet), first, first, vocabulary)
    const problems = turned.length > 0 ? turned : [problem('import.noHeader', lookedFor(), place)]
    const columns = columnsOf(unknown, vocabulary, assignFields(unknown, vocabulary, {}, undefined, []), [], place, [])
    return {
      sheet: sheet.name,
      headerRows: [first, first],
      columns: withSamples(sheet, first, columns),
      problems,
      headings,
      foundRows,
      layout: null,
      title: '',
      top: topOf(sheet),
    }
  }
  const problems: Problem[] = [...turned]
  if (sheet.turned) problems.push(warning('import.turnedRead', {}, place))
  if (shaped !== null) problems.push(warning('import.headerByShape', { value: shaped.bottom }, { ...place, row: shaped.bottom }))
  const chosen = chosenFields(mapping, vocabulary, place, problems)
  const assigned = assignFields(header, vocabulary, chosen, layout, layouts)
  notAsHeaded(sheet, header.bottom, assigned)
  if (found === null || sheet.turned || ![...assigned.values()].some(({ field }) => field === 'name')) {
    assignByValues(sheet, header.bottom, assigned)
  }
  const columns = columnsOf(header, vocabulary, assigned, unitsAbove(sheet, header.top), place, problems)
  problems.push(...namesByValues(columns, { ...place, row: header.bottom }))
  const titles = titleColumns(sheet, header.bottom, columns)
  problems.push(
    ...columnProblems(columns, vocabulary, { ...place, row: header.bottom }, titles, placesOfRows(sheet, header.bottom, columns)),
    ...positionProblems(columns, assigned, vocabulary, { ...place, row: header.bottom }),
  )
  problems.push(...hiddenRead(sheet, header, columns, place), ...unsaidUnits(columns, vocabulary, { ...place, row: header.bottom }))
  return {
    sheet: sheet.name,
    headerRows: [header.top, header.bottom],
    columns: withSamples(sheet, header.bottom, columns),
    problems,
    headings,
    foundRows,
    layout: layout ?? null,
    title: [...textsAbove(sheet, header.top), ...columns.flatMap((each) => (titles.has(each.column) ? [each.heading] : []))].join(' '),
    top: topOf(sheet),
  }
}

/** The texts in the rows above a header. */
function textsAbove(sheet: Sheet, top: number): string[] {
  const texts: string[] = []
  for (const row of sheet.rows) {
    if (row >= top) break
    for (let column = 1; column <= sheet.columns; column++) {
      const text = sheet.shown(row, column).trim()
      if (text !== '') texts.push(text)
    }
  }
  return texts
}

function chosenFields(mapping: ImportMapping, vocabulary: Vocabulary, place: Place, problems: Problem[]): Record<string, string | null> {
  const chosen: Record<string, string | null> = {}
  for (const [letters, field] of Object.entries(mapping.fields ?? {})) {
    if ((field === null || isField(field, vocabulary)) && columnNumber(letters) > 0) chosen[letters.toUpperCase()] = field
    else problems.push(problem('import.mappingWrong', { given: `${letters}: ${field ?? ''}`, known: '' }, { ...place, column: letters }))
  }
  return chosen
}

/** A column that is taken for something only because of where it stands has to be looked at. */
function positionProblems(
  columns: RecognisedColumn[],
  assigned: ReadonlyMap<string, Assignment>,
  vocabulary: Vocabulary,
  place: Place,
): Problem[] {
  return columns
    .filter(({ how }) => how === 'position')
    .map(({ column, heading, field }) => {
      const label = vocabulary.indicators.get(field!)?.label
      const words = { label: label?.zh ?? field!, labelEn: label?.en || (label?.zh ?? field!) }
      return warning(
        'import.columnByPosition',
        { heading, ...words, file: assigned.get(column)!.file! },
        { ...place, column, indicator: field! },
      )
    })
}

/** A column without unit is doubted beside one of the same kind in a larger unit: people beside 万人, money beside 万元. */
function unsaidUnits(columns: readonly RecognisedColumn[], vocabulary: Vocabulary, place: Place): Problem[] {
  const dimensionOf = ({ field }: RecognisedColumn) => {
    if (field === PREVIOUS_AMOUNT) return YUAN.dimension
    const indicator = vocabulary.indicators.get(field ?? '')
    return indicator?.kind === 'number' ? unitOf(indicator)?.dimension : undefined
  }
  const larger = columns.filter((each) => each.unitStated && each.factor > 1 && unitIn(each.heading) !== null)
  return columns.flatMap((each) => {
    const dimension = dimensionOf(each)
    const other = dimension === undefined ? undefined : larger.find((one) => dimensionOf(one) === dimension)
    if (each.unitStated || other === undefined) return []
    const own = vocabulary.indicators.get(each.field!)?.unit ?? { zh: '元', en: 'yuan' }
    const params = { heading: each.heading, own: own.zh, ownEn: own.en || own.zh, other: other.heading, unit: unitIn(other.heading)! }
    return [warning('import.unitUnsaid', params, { ...place, column: each.column, indicator: each.field! })]
  })
}

/** The unit as a heading has it in brackets. */
const unitIn = (heading: string): string | null => /（([^（）]+)）[^（）]*$/.exec(heading)?.[1] ?? null

function hiddenRead(sheet: Sheet, header: Header, columns: RecognisedColumn[], place: Place): Problem[] {
  const rows = sheet.rows.filter((row) => row > header.bottom && sheet.hiddenRows.has(row)).length
  const hidden = columns.filter((column) => column.field !== null && sheet.hiddenColumns.has(columnNumber(column.column)))
  if (rows + hidden.length === 0) return []
  return [warning('import.hiddenRead', { rows, columns: hidden.map(({ column }) => column).join('、') || '0' }, place)]
}

function columnsOf(
  header: Header,
  vocabulary: Vocabulary,
  assigned: ReadonlyMap<string, Assignment>,
  unitLine: Unit[],
  place: Place,
  problems: Problem[],
): RecognisedColumn[] {
  return header.headings.map((heading) => {
    const column = columnLetters(heading.column)
    const title = headingText(heading)
    const { field, how } = assigned.get(column)!
    const part = heading.parts.findLast((each) => each.unit !== null)
    const { factor, unitStated } = factorOf(field, part?.unit ?? null, part?.unitText ?? '', unitLine, vocabulary)
    if (factor === null) {
      const own = field === PREVIOUS_AMOUNT ? '元' : (vocabulary.indicators.get(field!)?.unit?.zh ?? '1')
      const at: Place = { ...place, row: header.bottom, column, indicator: field! }
      problems.push(problem('import.unitUnfit', { heading: title, unit: part!.unitText, expected: own }, at))
    }
    return { column, heading: title, field, factor: factor ?? 1, how, unitStated, samples: [] }
  })
}

const headingText = (heading: Heading): string =>
  heading.parts.map(({ text, unitText }) => (text === '' ? unitText : unitText === '' ? text : `${text}（${unitText}）`)).join(' / ')

/** The factor from the heading's unit, else from the unit line, to the field's own unit; null when the heading's does not fit. */
function factorOf(
  field: string | null,
  stated: Unit | null,
  statedText: string,
  unitLine: Unit[],
  vocabulary: Vocabulary,
): { factor: number | null; unitStated: boolean } {
  const indicator = field === null ? undefined : vocabulary.indicators.get(field)
  const measured = field === PREVIOUS_AMOUNT || indicator?.kind === 'number' || indicator?.kind === 'share'
  if (!measured) return { factor: 1, unitStated: false }
  const own = indicator === undefined ? YUAN : unitOf(indicator)
  if (stated !== null) {
    const same =
      indicator?.unit !== undefined && indicator.unit.zh.normalize('NFKC') === statedText.normalize('NFKC') && indicator.kind !== 'share'
    return { factor: same ? 1 : factorBetween(stated, own), unitStated: true }
  }
  const fitting = unitLine.filter((unit) => measures(unit, own))
  return fitting.length === 1 ? { factor: factorBetween(fitting[0]!, own), unitStated: true } : { factor: 1, unitStated: false }
}

/** The units of a line such as 单位：万元 or 单位：人、万元 above the table. */
function unitsAbove(sheet: Sheet, top: number): Unit[] {
  const [named] = textsAbove(sheet, top).flatMap((text) => /(?:^|[(（\s])(?:计量|金额)?单位[:：]\s*([^)）]+)/.exec(text)?.[1] ?? [])
  return (named ?? '')
    .split(/[、,，;；/\s]+/)
    .map(parseUnit)
    .filter((unit) => unit !== null)
}

/** That a column holds the names is told where only what stands below its heading says so, and asked where they could be other names. */
const namesByValues = (columns: readonly RecognisedColumn[], place: Place): Problem[] =>
  columns
    .filter(({ field }) => field === 'name')
    .flatMap(({ heading, column, how }) => {
      const [params, at] = [{ heading: heading || column }, { ...place, column }]
      if (how === 'values') return [warning('import.nameByValues', params, at)]
      return how === 'guessed' ? [problem('import.nameGuessed', params, at)] : []
    })

/** Of a turned sheet, the columns that were its titles and notes: nothing stands below their texts. */
function titleColumns(sheet: Sheet, bottom: number, columns: readonly RecognisedColumn[]): ReadonlySet<string> {
  if (!sheet.turned) return new Set()
  const isEmpty = (column: number): boolean => sheet.rows.every((row) => row <= bottom || sheet.cell(row, column).kind === 'blank')
  return new Set(columns.filter(({ field, column }) => field === null && isEmpty(columnNumber(column))).map(({ column }) => column))
}

function columnProblems(
  columns: RecognisedColumn[],
  vocabulary: Vocabulary,
  { row, ...place }: Place,
  titles: ReadonlySet<string>,
  places: ImportColumn | undefined,
): Problem[] {
  const problems: Problem[] = []
  const first = new Map<string, RecognisedColumn>()
  for (const column of columns) {
    const at: Place = { ...place, row, column: column.column }
    const { field, heading } = column
    if (field === null) {
      if (column.how === 'none' && !isIgnorable(heading) && !titles.has(column.column))
        problems.push(warning('import.columnUnknown', { heading }, at))
      continue
    }
    if (vocabulary.indicators.get(field)?.formula !== undefined) {
      problems.push(warning('import.columnDerived', { heading }, { ...at, indicator: field }))
      column.field = null
      continue
    }
    const twin = first.get(field)
    if (twin === undefined) first.set(field, column)
    else
      problems.push(problem('import.columnTwice', { heading, other: twin.heading, otherColumn: twin.column }, { ...at, indicator: field }))
  }
  if (!first.has('name') && places !== undefined) {
    const { column, heading } = places
    return [...problems, problem('import.noCommunities', { heading: heading || column }, { ...place, row, column })]
  }
  if (!first.has('name')) problems.push(problem('import.noNameColumn', lookedFor('name'), place))
  if (!first.has('code') && !first.has('subdistrict')) {
    problems.push(problem('import.noPlaceColumn', lookedFor('code', 'subdistrict'), place))
  }
  for (const { key, label, required, formula } of vocabulary.indicators.values()) {
    if (!required || formula !== undefined || first.has(key)) continue
    problems.push(warning('import.columnMissing', { label: label.zh, labelEn: label.en || label.zh }, { ...place, indicator: key }))
  }
  return problems
}
