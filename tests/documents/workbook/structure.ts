import { posix } from 'node:path'
import { inflateRawSync } from 'node:zlib'

/** @returns every part of a zip package by path, pictures of comments included. */
export const unpackEverything = (bytes: Uint8Array): Map<string, string> => {
  const buffer = Buffer.from(bytes)
  const parts = new Map<string, string>()
  for (let at = buffer.readUInt32LE(buffer.length - 22 + 16); buffer.readUInt32LE(at) === 0x02014b50;) {
    const [nameLength, start] = [buffer.readUInt16LE(at + 28), buffer.readUInt32LE(at + 42)]
    const content = start + 30 + buffer.readUInt16LE(start + 26) + buffer.readUInt16LE(start + 28)
    const packed = buffer.subarray(content, content + buffer.readUInt32LE(at + 20))
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength)
    if (parts.has(name)) throw new Error(`${name} is there twice`)
    parts.set(name, (buffer.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return parts
}

/** Functions that Excel has under these names in every language of its file format; others would be a repair prompt or #NAME?. */
const KNOWN_FUNCTIONS = new Set([
  'ABS',
  'COUNT',
  'COUNTIF',
  'COUNTIFS',
  'EXACT',
  'IF',
  'INDEX',
  'ISNUMBER',
  'LOOKUP',
  'MATCH',
  'MAX',
  'MIN',
  'OR',
  'ROUND',
  'ROUNDDOWN',
  'ROUNDUP',
  'ROWS',
  'SUBTOTAL',
  'SUM',
  'SUMIF',
  'SUMIFS',
  'SUMPRODUCT',
])
const [MOST_ROWS, MOST_COLUMNS, LONGEST_FORMULA, LONGEST_TEXT] = [1_048_576, 16_384, 8192, 32_767]
/** The order in which the parts of a sheet have to come (ECMA-376, 18.3.1.99). */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'drawing',
  'legacyDrawing',
]

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`(?<![\\w:])${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decoded(found)
}
const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g'))].map((match) => match[0])
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const wellFormed = (path: string, xml: string, found: string[]): void => {
  const open: string[] = []
  for (const [tag, end, name, self] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self === '/') continue
    if (end === '') open.push(name!)
    else if (open.pop() !== name) found.push(`${path}: ${tag} closes nothing`)
  }
  if (open.length > 0) found.push(`${path}: ${open.join()} stays open`)
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) found.push(`${path}: a character that XML has not`)
}

const relationshipsOf = (parts: ReadonlyMap<string, string>, part: string): Map<string, { target: string; type: string }> => {
  const path = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
  const base = part === '' ? '' : posix.dirname(part)
  return new Map(
    tags(parts.get(path) ?? '', 'Relationship').map((tag) => [
      attribute(tag, 'Id')!,
      { target: posix.join(base, attribute(tag, 'Target')!), type: attribute(tag, 'Type')!.split('/').at(-1)! },
    ]),
  )
}

const checkFormula = (place: string, formula: string, sheets: ReadonlySet<string>, found: string[]): void => {
  if (formula.length > LONGEST_FORMULA) found.push(`${place}: formula of ${formula.length} characters`)
  if (formula.startsWith('=')) found.push(`${place}: formula begins with =`)
  const outside = formula.replaceAll(/"(?:[^"]|"")*"/g, '""')
  const names = [...outside.matchAll(/'((?:[^']|'')+)'!/g)].map((match) => match[1]!.replaceAll("''", "'"))
  for (const name of names) if (!sheets.has(name)) found.push(`${place}: no sheet ${name}`)
  const bare = outside.replaceAll(/'(?:[^']|'')+'!/g, '')
  for (const [, name] of bare.matchAll(/([A-Z][A-Z0-9.]*)\(/g)) if (!KNOWN_FUNCTIONS.has(name!)) found.push(`${place}: function ${name}`)
  if (/[;{}]|#REF|#NAME/.test(bare)) found.push(`${place}: not in the syntax of en-US: ${formula}`)
  let depth = 0
  for (const character of bare) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0
    if (depth < 0) break
  }
  if (depth !== 0) found.push(`${place}: brackets do not match: ${formula}`)
}

function checkSheet(path: string, xml: string, texts: number, styles: number, sheets: ReadonlySet<string>, found: string[]): void {
  const top = [...xml.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>').matchAll(/<(\w+)/g)]
    .map((match) => match[1]!)
    .filter((name) => ORDER.includes(name))
  const positions = top.map((name) => ORDER.indexOf(name))
  if (positions.some((position, i) => i > 0 && position < positions[i - 1]!)) found.push(`${path}: parts in the order ${top.join()}`)
  const seen = new Set<string>()
  let [row, column, lowest, rightmost] = [0, 0, 0, 0]
  for (const [, rowTag, cellTag, inside = ''] of xml.matchAll(/(<row [^>]*>)|(<c [^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    if (rowTag !== undefined) {
      const number = Number(attribute(rowTag, 'r'))
      if (number <= row || number > MOST_ROWS) found.push(`${path}: row ${number} after ${row}`)
      ;[row, column] = [number, 0]
      continue
    }
    const address = attribute(cellTag!, 'r')!
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address)!
    const at = columnOf(letters!)
    if (seen.has(address)) found.push(`${path}: ${address} twice`)
    if (Number(digits) !== row || at <= column || at > MOST_COLUMNS) found.push(`${path}: ${address} out of place`)
    seen.add(address)
    column = at
    ;[lowest, rightmost] = [Math.max(lowest, row), Math.max(rightmost, at)]
    const type = attribute(cellTag!, 't')
    const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1]
    const formula = /<f[^>]*>(.*?)<\/f>/s.exec(inside)?.[1]
    if (Number(attribute(cellTag!, 's') ?? 0) >= styles) found.push(`${path}: ${address} has a style that is not there`)
    if (type === 'e' || /^#(REF|NAME|VALUE|DIV|N\/A|NUM|NULL)/.test(value ?? '')) found.push(`${path}: ${address} holds an error: ${value}`)
    if (type === 's' && !(Number(value) >= 0 && Number(value) < texts)) found.push(`${path}: ${address} has a text that is not there`)
    if ((type === undefined || type === 'n') && value !== undefined && !Number.isFinite(Number(value)))
      found.push(`${path}: ${address} is no number: ${value}`)
    if (formula !== undefined) {
      if (value === undefined) found.push(`${path}: ${address} is not computed`)
      checkFormula(`${path} ${address}`, decoded(formula), sheets, found)
    }
  }
  const dimension = tags(xml, 'dimension')[0]
  if (dimension !== undefined) {
    const [, letters, digits] = /([A-Z]+)(\d+)$/.exec(attribute(dimension, 'ref')!)!
    if (columnOf(letters!) !== rightmost || Number(digits) !== lowest)
      found.push(`${path}: ${dimension} for ${rightmost} columns and ${lowest} rows`)
  }
  const merged = tags(xml, 'mergeCell').map((tag) => attribute(tag, 'ref')!)
  if (new Set(merged).size !== merged.length) found.push(`${path}: merged twice`)
  for (const tag of tags(xml, 'dataValidation')) {
    const list = new RegExp(`${tag.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}<formula1>(.*?)</formula1>`, 's').exec(xml)?.[1]
    if (list === undefined || (list.startsWith('&quot;') && decoded(list).length > 257)) found.push(`${path}: list to choose from: ${list}`)
  }
  for (const tag of tags(xml, 'row').filter((each) => attribute(each, 'ht') !== undefined))
    if (Number(attribute(tag, 'ht')) > 409) found.push(`${path}: ${tag}`)
}

/** @returns everything in a workbook's package for which Excel would offer to repair it, each with its place; empty when all is well. */
export function faultsIn(parts: ReadonlyMap<string, string>): string[] {
  const found: string[] = []
  for (const [path, xml] of parts) wellFormed(path, xml, found)
  const types = parts.get('[Content_Types].xml')!
  const defaults = new Set(tags(types, 'Default').map((tag) => attribute(tag, 'Extension')!))
  const overrides = tags(types, 'Override').map((tag) => attribute(tag, 'PartName')!.slice(1))
  if (new Set(overrides).size !== overrides.length) found.push('a content type twice')
  for (const path of overrides) if (!parts.has(path)) found.push(`a content type for ${path}, which is not there`)
  for (const path of parts.keys()) {
    const extension = path.split('.').at(-1)!
    if (path !== '[Content_Types].xml' && !overrides.includes(path) && (extension === 'xml' || !defaults.has(extension)))
      found.push(`no content type for ${path}`)
  }
  for (const part of ['', ...parts.keys()]) {
    for (const { target } of relationshipsOf(parts, part).values())
      if (!parts.has(target)) found.push(`${part} refers to ${target}, which is not there`)
  }
  const workbook = parts.get('xl/workbook.xml')!
  const sheetTags = tags(workbook, 'sheet')
  const names = sheetTags.map((tag) => attribute(tag, 'name')!)
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length) found.push('two sheets of one name')
  for (const name of names)
    if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'"))
      found.push(`sheet name ${name}`)
  const defined = [...workbook.matchAll(/<definedName ([^>]*)>(.*?)<\/definedName>/gs)].map(([, head, text]) => ({
    key: `${attribute(` ${head}`, 'name')} ${attribute(` ${head}`, 'localSheetId')}`,
    text: decoded(text!),
  }))
  if (new Set(defined.map((each) => each.key)).size !== defined.length) found.push('a defined name twice')
  for (const { key, text } of defined) if (!names.some((name) => text.includes(`'${name}'!`))) found.push(`${key} refers to ${text}`)
  const texts = parts.get('xl/sharedStrings.xml') ?? ''
  const textCount = tags(texts, 'si').length
  if (texts !== '' && Number(attribute(tags(texts, 'sst')[0]!, 'uniqueCount')) !== textCount) found.push('shared strings are miscounted')
  for (const [, text] of texts.matchAll(/<t[^>]*>(.*?)<\/t>/gs))
    if (decoded(text!).length > LONGEST_TEXT) found.push('a text too long for a cell')
  const styles = parts.get('xl/styles.xml')!
  const styleCount = tags(/<cellXfs.*?<\/cellXfs>/s.exec(styles)![0], 'xf').length
  const relationships = relationshipsOf(parts, 'xl/workbook.xml')
  for (const tag of sheetTags) {
    const path = relationships.get(attribute(tag, 'r:id')!)?.target
    if (path === undefined || !parts.has(path)) found.push(`${tag} is nowhere`)
    else {
      checkSheet(path, parts.get(path)!, textCount, styleCount, new Set(names), found)
      checkComments(path, parts, found)
    }
  }
  return found
}

/** Comments need a drawing with a shape for each, and the sheet has to name the drawing. */
function checkComments(path: string, parts: ReadonlyMap<string, string>, found: string[]): void {
  const relationships = [...relationshipsOf(parts, path)]
  const comments = relationships.find(([, each]) => each.type === 'comments')?.[1]
  const drawing = relationships.find(([, each]) => each.type === 'vmlDrawing')
  const named = tags(parts.get(path)!, 'legacyDrawing').map((tag) => attribute(tag, 'r:id'))
  if (comments === undefined && drawing === undefined && named.length === 0) return
  if (comments === undefined || drawing === undefined || named.join() !== drawing[0])
    return void found.push(`${path}: comments without their drawing`)
  const count = tags(parts.get(comments.target)!, 'comment').length
  const shapes = tags(parts.get(drawing[1].target)!, 'v:shape').map((tag) => attribute(tag, 'id'))
  if (shapes.length !== count || new Set(shapes).size !== count) found.push(`${path}: ${count} comments, ${shapes.length} shapes`)
}
