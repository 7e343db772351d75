import fc from 'fast-check'
import { partsOf, zipOf } from '../../support/zip.ts'
import { NASTY } from './nasty.ts'

/** A row of numbers that says which damages are done; the same numbers do the same. */
export const choices: fc.Arbitrary<number[]> = fc.array(fc.nat({ max: 0xffffff }), { minLength: 12, maxLength: 12 })

/** Takes one number after the other, and begins anew where there are no more. */
export const taking = (numbers: readonly number[]): ((below: number) => number) => {
  let at = 0
  return (below) => numbers[at++ % numbers.length]! % Math.max(1, below)
}
type Take = ReturnType<typeof taking>

/** Flips bits, cuts off, blots out or doubles a piece. */
export function damagedBytes(bytes: Uint8Array, take: Take): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = take(copy.length)
  const length = 1 + take(64)
  switch (take(5)) {
    case 0:
      return copy.subarray(0, at)
    case 1:
      return copy.fill(take(256), at, Math.min(copy.length, at + length))
    case 2:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(Math.max(0, at - length))])
    default:
      for (let flips = 1 + take(8); flips > 0; flips--) {
        const place = take(copy.length)
        copy[place] = copy[place]! ^ (1 << take(8))
      }
      return copy
  }
}

const XML_PIECES = [
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  '<c r="XFD1048576" t="s"><v>999999999</v></c>',
  '<row r="999999999"><c r="A999999999"><v>1</v></c></row>',
  '<c r="A1" t="str"><f>HYPERLINK("x")</f><v>&lt;script&gt;</v></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '&#0;&#x1F600;&unknown;',
  '<!--',
  ']]>',
  '</row>',
  '<x '.repeat(2_000),
]
/** Puts in, takes out or changes something of a text that is XML. */
function damagedXml(text: string, take: Take): string {
  const tags = [...text.matchAll(/<[^>]*>/g)]
  const tag = tags[take(tags.length)]
  const start = tag?.index ?? 0
  const end = start + (tag?.[0].length ?? 0)
  const piece = XML_PIECES[take(XML_PIECES.length)]!
  const numbers = [...text.matchAll(/\d+/g)]
  const number = numbers[take(numbers.length)]
  switch (take(4)) {
    case 0:
      return text.slice(0, start) + text.slice(end)
    case 1:
      return text.slice(0, end) + (tag?.[0] ?? '') + text.slice(end)
    case 2:
      return text.slice(0, end) + piece + text.slice(end)
    default: {
      const value = ['-1', '999999999', '1e308', '4294967296', ''][take(5)]!
      return number === undefined ? text : text.slice(0, number.index) + value + text.slice(number.index + number[0].length)
    }
  }
}

/** A workbook whose parts are swapped, left out, or changed within, and packed again as they should be. */
export async function damagedWorkbook(bytes: Uint8Array, take: Take): Promise<Uint8Array> {
  const parts = await partsOf(bytes)
  const names = Object.keys(parts)
  const [one, other] = [names[take(names.length)]!, names[take(names.length)]!]
  const kind = take(8)
  if (kind === 0) delete parts[one]
  else if (kind === 1) [parts[one], parts[other]] = [parts[other]!, parts[one]!]
  else if (kind === 2) parts['../outside/evil.xml'] = parts[one]!
  else parts[one] = damagedXml(parts[one]!, take)
  return kind === 3 ? damagedBytes(zipOf(parts), take) : zipOf(parts)
}

const SEPARATORS = ['\t', ',', ';', '\n', '\r\n', '"', '""', '\r', '\u2028']
/** A text table in which a cell or a separator is another. */
export function damagedText(text: string, take: Take): string {
  const at = take(text.length)
  const texts = NASTY.map((each) => each()).filter((each) => typeof each === 'string')
  const put = take(2) === 0 ? SEPARATORS[take(SEPARATORS.length)]! : texts[take(texts.length)]!
  return text.slice(0, at) + put + text.slice(at + take(6))
}
