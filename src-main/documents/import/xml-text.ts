/** @returns what an attribute of a tag says, as it stands there */
export const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1]

const ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
])
const LAST_SIGN = 0x10ffff
/** SheetJS reads the entities of signs up to here right in every kind of cell: others it cuts off, or takes for bytes of UTF-8. */
const LAST_ASCII = 0x7f

const codeOf = (hexadecimal: string | undefined, decimal: string | undefined): number =>
  hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)

/** Halves of a sign above U+FFFF, which only together say something. */
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

/** @returns the text that stands in XML, with the signs that its entities name */
export const decoded = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hexadecimal?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? entity
    const code = codeOf(hexadecimal, decimal)
    return code <= LAST_SIGN ? String.fromCodePoint(code) : entity
  })

const HALVES = /&#(?:x(d[89ab][\da-f]{2})|(5[5-6]\d{3}));&#(?:x(d[c-f][\da-f]{2})|(5[6-7]\d{3}));/gi
/** Some programs write the two halves of a rare sign as two entities, which XML does not know. */
const joinedHalves = (text: string): string =>
  text.replaceAll(HALVES, (halves, hexadecimal?: string, decimal?: string, hexadecimal2?: string, decimal2?: string) => {
    const sign = String.fromCharCode(codeOf(hexadecimal, decimal), codeOf(hexadecimal2, decimal2))
    return sign.isWellFormed() ? Buffer.from(sign).toString('latin1') : halves
  })

/** Writes the signs of a part out that stand in it as entities, such as rare characters of names. */
export function withWrittenSigns(part: Buffer): Buffer {
  if (!part.includes('&#')) return part
  const text = part.toString('latin1')
  const out = joinedHalves(text).replaceAll(/&#(?:x([\da-f]{2,8})|(\d{3,10}));/gi, (entity, hexadecimal?: string, decimal?: string) => {
    const code = codeOf(hexadecimal, decimal)
    return code > LAST_ASCII && code <= LAST_SIGN && !isHalf(code) ? Buffer.from(String.fromCodePoint(code)).toString('latin1') : entity
  })
  return out === text ? part : Buffer.from(out, 'latin1')
}
