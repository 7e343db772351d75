import type { LeftOut } from './book.ts'
import { attribute, decoded, withWrittenSigns } from './xml-text.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const TYPES = '[Content_Types].xml'

/** Parts that say nothing about cells: drawings, comments, themes, pivot tables, links to other books, tabs without cells ... */
const NOT_CELLS = new RegExp(
  '(^|/)(drawings|comments|threadedComments|persons|media|theme|charts|pivotTables|pivotCache|externalLinks|tables' +
    '|docProps|customXml|calcChain|macrosheets|dialogsheets)|comments\\d*\\.xml$|vmlDrawing',
  'i',
)

/** Tabs that are no sheets of cells, by the last word of their relationship's type (ECMA-376 part 1, 12.3; [MS-OFFMACRO2] 2.2.1). */
const OTHER_TABS: ReadonlyMap<string, LeftOut['what']> = new Map([
  ['chartsheet', 'chartTab'],
  ['dialogsheet', 'dialogTab'],
  ['xlMacrosheet', 'macroTab'],
  ['xlIntlMacrosheet', 'macroTab'],
])

/** @returns the parts of a package that say something about cells */
export const cellParts = (all: ReadonlyMap<string, Buffer>): Map<string, Buffer> =>
  new Map([...all].filter(([path]) => /\.(xml|rels)$/i.test(path) && !NOT_CELLS.test(path)))

export interface Relation {
  id: string
  /** The last word of the type's address: worksheet, styles ... */
  type: string
  path: string
}

/** @returns the relationships of the workbook */
export function relationsOf(parts: ReadonlyMap<string, Buffer>): Relation[] {
  return [...textOf(parts, RELATIONS).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => {
    const target = attribute(tag, 'Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    return { id: attribute(tag, 'Id') ?? '', type: (attribute(tag, 'Type') ?? '').split('/').at(-1)!, path }
  })
}

const textOf = (parts: ReadonlyMap<string, Buffer>, path: string): string => parts.get(path)?.toString('utf8') ?? ''
const SHEET = /<(?:\w+:)?sheet\s[^>]*>/g

/** The paths of the sheets in the order of the workbook. */
export function sheetPaths(parts: ReadonlyMap<string, Buffer>): (string | undefined)[] {
  const relations = new Map(relationsOf(parts).map(({ id, path }) => [id, path]))
  return [...textOf(parts, WORKBOOK).matchAll(SHEET)].map(([tag]) => relations.get(attribute(tag, '\\w+:id') ?? ''))
}

/** The last row of a sheet, as of Excel and WPS (ECMA-376 knows no more); its columns have three letters at most. */
const LAST_ROW = 1_048_576
const FAR = /\sr=["']([A-Za-z]{4,}\d*|[A-Za-z]{0,3}(\d{7,}))["']/g

/** @returns the first cell or row of a sheet that no sheet can have: whoever made room for all before it would never end */
export function outsideOf(sheet: Buffer): string | undefined {
  for (const [, reference, row] of sheet.toString('latin1').matchAll(FAR)) if (row === undefined || Number(row) > LAST_ROW) return reference
  return undefined
}

/**
 * Makes of the parts about cells a package in which nothing else is mentioned: SheetJS looks for every part that is named, and fails
 * where a tab has no cells.
 * @returns the parts, the sheets of cells in their order
 */
export function plainPackage(parts: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const plain = new Map([...parts].map(([path, part]) => [path, withWrittenSigns(part)]))
  const others = new Set(relationsOf(parts).flatMap(({ id, type }) => (OTHER_TABS.has(type) ? [id] : [])))
  const write = (path: string, change: (text: string) => string): void => {
    if (plain.has(path)) plain.set(path, Buffer.from(change(plain.get(path)!.toString('utf8'))))
  }
  write(WORKBOOK, (text) => text.replaceAll(SHEET, (tag) => (others.has(attribute(tag, '\\w+:id') ?? '') ? '' : tag)))
  write(TYPES, (text) =>
    text.replaceAll(/<(?:\w+:)?Override\s[^>]*>/g, (tag) => (plain.has((attribute(tag, 'PartName') ?? '').slice(1)) ? tag : '')),
  )
  return plain
}

/** @returns what a package holds beside cells that somebody may have written figures into */
export function leftOutOf(all: ReadonlyMap<string, Buffer>): LeftOut[] {
  const relations = new Map(relationsOf(all).map(({ id, type }) => [id, type]))
  const tabs = new Map<LeftOut['what'], string[]>()
  for (const [tag] of textOf(all, WORKBOOK).matchAll(SHEET)) {
    const what = OTHER_TABS.get(relations.get(attribute(tag, '\\w+:id') ?? '') ?? '')
    if (what !== undefined) tabs.set(what, [...(tabs.get(what) ?? []), decoded(attribute(tag, 'name') ?? '')])
  }
  const paths = [...all.keys()]
  const embeds = paths.some(
    (path) => /^xl\/worksheets\/_rels\/.*\.rels$/i.test(path) && /\/(oleObject|package)["']/.test(textOf(all, path)),
  )
  return [
    ...[...tabs].map(([what, sheets]) => ({ what, sheets })),
    ...(paths.some((path) => /(^|\/)threadedComments\//i.test(path)) ? [{ what: 'talk' as const, sheets: [] }] : []),
    ...(embeds ? [{ what: 'embedded' as const, sheets: [] }] : []),
  ]
}
