import type { Formula } from './formula.ts'

/** Coefficients from the constant upwards: [a, b, c] is a + b x + c x^2. */
type Polynomial = number[]
interface Quotient {
  numerator: Polynomial
  denominator: Polynomial
}

const add = (a: Polynomial, b: Polynomial, sign = 1): Polynomial =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, power) => (a[power] ?? 0) + sign * (b[power] ?? 0))

function multiply(a: Polynomial, b: Polynomial): Polynomial {
  const product: Polynomial = new Array(a.length + b.length - 1).fill(0)
  a.forEach((left, i) =>
    b.forEach((right, j) => {
      product[i + j]! += left * right
    }),
  )
  return product
}

/** Writes the formula as a quotient of two polynomials in one indicator, all others being numbers, and notes every divisor on the way. */
function asQuotient(formula: Formula, variable: string, read: (key: string) => number, divisors: Polynomial[]): Quotient {
  if (formula.kind === 'number') return { numerator: [formula.value], denominator: [1] }
  if (formula.kind === 'indicator') return { numerator: formula.key === variable ? [0, 1] : [read(formula.key)], denominator: [1] }
  const left = asQuotient(formula.left, variable, read, divisors)
  const right = asQuotient(formula.right, variable, read, divisors)
  const crossed = multiply(left.numerator, right.denominator)
  const other = multiply(right.numerator, left.denominator)
  const below = multiply(left.denominator, right.denominator)
  if (formula.operator === '+') return { numerator: add(crossed, other), denominator: below }
  if (formula.operator === '-') return { numerator: add(crossed, other, -1), denominator: below }
  if (formula.operator === '*') return { numerator: multiply(left.numerator, right.numerator), denominator: below }
  divisors.push(right.numerator)
  return { numerator: crossed, denominator: other }
}

/** Real roots; polynomials above the second degree give none. */
function roots(polynomial: Polynomial): number[] {
  const [c = 0, b = 0, a = 0, ...higher] = polynomial
  if (higher.some((coefficient) => coefficient !== 0)) return []
  if (a === 0) return b === 0 ? [] : [-c / b]
  const discriminant = b * b - 4 * a * c
  if (discriminant < 0) return []
  const root = Math.sqrt(discriminant)
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)]
}

/**
 * The values of one indicator at which a formula meets a threshold, and those at which a divisor becomes zero: the only
 * places where a comparison with the threshold can change. Formulas above the second degree in the indicator give none.
 */
export function crossings(formula: Formula, variable: string, threshold: number, read: (key: string) => number): number[] {
  const divisors: Polynomial[] = []
  const { numerator, denominator } = asQuotient(formula, variable, read, divisors)
  return [
    add(
      numerator,
      denominator.map((each) => each * threshold),
      -1,
    ),
    ...divisors,
  ]
    .flatMap(roots)
    .filter(Number.isFinite)
}
