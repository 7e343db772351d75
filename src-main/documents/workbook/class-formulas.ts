/** Formulas that look for classes. Arguments are addresses: of ranges of one column, or of the cell with the class looked for. */
export interface ClassFormulas {
  /** The entry of `amounts` beside the class in `keys`; an error when there is none, never zero. */
  lookUp: (wanted: string, keys: string, amounts: string) => string
  count: (classes: string, wanted: string) => string
  sum: (classes: string, wanted: string, amounts: string) => string
  countBoth: (from: string, wantedFrom: string, to: string, wantedTo: string) => string
  sumBoth: (from: string, wantedFrom: string, to: string, wantedTo: string, amounts: string) => string
  /** This year's amounts less last year's, only where this year's is known. */
  changeOfBoth: (from: string, wantedFrom: string, to: string, wantedTo: string, amounts: string, previous: string) => string
}

const readable: ClassFormulas = {
  lookUp: (wanted, keys, amounts) => `INDEX(${amounts},MATCH(${wanted},${keys},0))`,
  count: (classes, wanted) => `COUNTIF(${classes},${wanted})`,
  sum: (classes, wanted, amounts) => `SUMIF(${classes},${wanted},${amounts})`,
  countBoth: (from, wantedFrom, to, wantedTo) => `COUNTIFS(${from},${wantedFrom},${to},${wantedTo})`,
  sumBoth: (from, wantedFrom, to, wantedTo, amounts) => `SUMIFS(${amounts},${from},${wantedFrom},${to},${wantedTo})`,
  changeOfBoth: (from, wantedFrom, to, wantedTo, amounts, previous) =>
    `SUMIFS(${amounts},${from},${wantedFrom},${to},${wantedTo})-SUMIFS(${previous},${from},${wantedFrom},${to},${wantedTo},${amounts},"<>")`,
}

const exact: ClassFormulas = {
  lookUp: (wanted, keys, amounts) => `LOOKUP(2,1/EXACT(${keys},${wanted}),${amounts})`,
  count: (classes, wanted) => `SUMPRODUCT(EXACT(${classes},${wanted})*1)`,
  sum: (classes, wanted, amounts) => `SUMPRODUCT(EXACT(${classes},${wanted})*${amounts})`,
  countBoth: (from, wantedFrom, to, wantedTo) => `SUMPRODUCT(EXACT(${from},${wantedFrom})*EXACT(${to},${wantedTo}))`,
  sumBoth: (from, wantedFrom, to, wantedTo, amounts) => `SUMPRODUCT(EXACT(${from},${wantedFrom})*EXACT(${to},${wantedTo})*${amounts})`,
  changeOfBoth: (from, wantedFrom, to, wantedTo, amounts, previous) =>
    `SUMPRODUCT(EXACT(${from},${wantedFrom})*EXACT(${to},${wantedTo})*(${amounts}<>"")*(${amounts}-${previous}))`,
}

const asExcelCompares = (key: string): string => (Number.isFinite(Number(key)) ? String(Number(key)) : key.toLowerCase())

/**
 * Excel's MATCH, COUNTIF and SUMIF take a for A and 01 for 1, and * and ? for any characters. Only where there are such keys do
 * the formulas
 * compare exactly, because the usual ones are easier to read.
 * @param keys of classes, or other words that are looked for
 */
export const classFormulas = (keys: readonly string[]): ClassFormulas =>
  new Set(keys.map(asExcelCompares)).size === new Set(keys).size && !keys.some((key) => /[*?~]/.test(key)) ? readable : exact
