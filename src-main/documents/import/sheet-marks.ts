import { attribute, decoded } from './xml-text.ts'

/** What a sheet's XML says that SheetJS does not hand on: see sheetMarks. References are such as 'C7'. */
export interface SheetMarks {
  /** The formula by the cell's reference. */
  formulasWithoutValue: Map<string, string>
  hiddenRows: Set<number>
  /** From, to: columns counted from 1. */
  hiddenColumns: [number, number][]
}

/**
 * Reads from a worksheet part which formulas were never calculated (SheetJS leaves such cells out) and which rows and columns are hidden.
 * In the file format (ECMA-376, 18.3.1) a cell is <c r="C7"><f>formula</f><v>value</v></c>.
 */
export function sheetMarks(part: Buffer): SheetMarks {
  const xml = part.toString('latin1')
  const marks: SheetMarks = { formulasWithoutValue: new Map(), hiddenRows: new Set(), hiddenColumns: [] }
  for (const [tag] of xml.slice(0, Math.max(xml.search(/<(?:\w+:)?sheetData/), 0)).matchAll(/<(?:\w+:)?col\s[^>]*>/g)) {
    if (isHidden(tag)) marks.hiddenColumns.push([Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))])
  }
  let rowNumber = 0
  if (/hidden=["'](?:1|true)/.test(xml)) {
    for (const [tag] of xml.matchAll(/<(?:\w+:)?row[\s>][^>]*>?/g)) {
      rowNumber = Number(attribute(tag, 'r') ?? rowNumber + 1)
      if (isHidden(tag)) marks.hiddenRows.add(rowNumber)
    }
  }
  const formula = /<(?:(\w+):)?f[\s/>]/g
  for (let found = formula.exec(xml); found !== null; found = formula.exec(xml)) {
    const prefix = found[1] === undefined ? '' : `${found[1]}:`
    const cellStart = xml.lastIndexOf(`<${prefix}c `, found.index)
    const cellEnd = xml.indexOf(`</${prefix}c>`, found.index)
    if (cellStart < 0 || cellEnd < 0) continue
    const cell = xml.slice(cellStart, xml.indexOf('>', cellStart) + 1)
    // An empty <v> of a text formula is its result: ="" was calculated.
    const value = new RegExp(attribute(cell, 't') === 'str' ? `<${prefix}v[\\s>/]` : `<${prefix}v(?:\\s[^>]*)?>[^<]`)
    const content = xml.slice(found.index, cellEnd)
    if (!value.test(content))
      marks.formulasWithoutValue.set(attribute(cell, 'r') ?? '', `=${plainText(/^[^>]*>([^<]*)/.exec(content)?.[1] ?? '')}`)
    formula.lastIndex = cellEnd
  }
  return marks
}

const isHidden = (tag: string): boolean => /\shidden=["'](?:1|true)["']/.test(tag)
/** The part is looked at byte by byte; what is shown of it is UTF-8 again. */
const plainText = (bytes: string): string => decoded(Buffer.from(bytes, 'latin1').toString('utf8'))
