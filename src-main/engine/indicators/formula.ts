/** A formula over indicators: numbers, indicator keys, + - * / and brackets. */
export type Formula =
  | { kind: 'number'; value: number }
  | { kind: 'indicator'; key: string }
  | { kind: 'operation'; operator: '+' | '-' | '*' | '/'; left: Formula; right: Formula }

/** Where a formula can't be read: the position (from 1) and what stands there. */
export class FormulaError extends Error {
  readonly position: number
  readonly found: string
  constructor(position: number, found: string) {
    super(`formula: position ${position}`)
    this.position = position
    this.found = found
  }
}

const TOKEN = /\s*([A-Za-z][A-Za-z0-9]*|\d+(?:\.\d+)?|[-+*/()])/y

function tokens(text: string): Array<{ text: string; position: number }> {
  const found = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (match === null) {
      const rest = text.slice(from).trimStart()
      throw new FormulaError(text.length - rest.length + 1, rest.trimEnd().slice(0, 12))
    }
    found.push({ text: match[1]!, position: TOKEN.lastIndex - match[1]!.length + 1 })
  }
  return found
}

/**
 * Reads a formula such as `oldCourtyards / courtyards`.
 * @throws FormulaError with the position of the first thing that does not fit.
 */
export function parseFormula(text: string): Formula {
  const list = tokens(text)
  let next = 0
  const fail = (): never => {
    throw new FormulaError(list[next]?.position ?? text.length + 1, list[next]?.text ?? '')
  }
  const chain = (operators: string, part: () => Formula): Formula => {
    let left = part()
    while (list[next] !== undefined && operators.includes(list[next]!.text)) {
      const operator = list[next++]!.text as '+' | '-' | '*' | '/'
      left = { kind: 'operation', operator, left, right: part() }
    }
    return left
  }
  const sum = (): Formula => chain('+-', product)
  const product = (): Formula => chain('*/', operand)
  const operand = (): Formula => {
    const token = list[next]?.text
    if (token === undefined) return fail()
    if (token === '(') {
      next++
      const inner = sum()
      if (list[next]?.text !== ')') fail()
      next++
      return inner
    }
    if (/^\d/.test(token)) return (next++, { kind: 'number', value: Number(token) })
    if (/^[A-Za-z]/.test(token)) return (next++, { kind: 'indicator', key: token })
    return fail()
  }
  const formula = sum()
  if (next < list.length) fail()
  return formula
}

/** @returns the keys of the indicators a formula reads, each once, in order of appearance. */
export function formulaKeys(formula: Formula): string[] {
  if (formula.kind === 'number') return []
  if (formula.kind === 'indicator') return [formula.key]
  return [...new Set([...formulaKeys(formula.left), ...formulaKeys(formula.right)])]
}

/** @returns the formula with every indicator for which `replacement` gives one replaced by it. */
export function substitute(formula: Formula, replacement: (key: string) => Formula | undefined): Formula {
  if (formula.kind === 'number') return formula
  if (formula.kind === 'indicator') return replacement(formula.key) ?? formula
  return { ...formula, left: substitute(formula.left, replacement), right: substitute(formula.right, replacement) }
}

/**
 * The formula's value; unknown (NaN) as soon as one of its indicators is unknown. A zero divisor gives `whenDivisorIsZero`
 * for the whole formula, whatever else is unknown, or NaN when that is not given.
 */
export function formulaValue(formula: Formula, read: (key: string) => number, whenDivisorIsZero = Number.NaN): number {
  let dividedByZero = false
  const value = (part: Formula): number => {
    if (part.kind === 'number') return part.value
    if (part.kind === 'indicator') return read(part.key)
    const left = value(part.left)
    const right = value(part.right)
    if (part.operator === '+') return left + right
    if (part.operator === '-') return left - right
    if (part.operator === '*') return left * right
    if (right === 0) dividedByZero = true
    return left / right
  }
  const result = value(formula)
  return dividedByZero ? whenDivisorIsZero : result
}
