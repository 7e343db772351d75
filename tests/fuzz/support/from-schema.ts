import fc from 'fast-check'
import { z } from 'zod'

/** Values seen in the app's own answers, by the name of the field in which they stood. */
export type Pool = Readonly<Record<string, readonly unknown[]>>

interface Shape {
  type?: string | string[]
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: Shape | boolean
  propertyNames?: Shape
  items?: Shape
  prefixItems?: Shape[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  enum?: unknown[]
  const?: unknown
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  $ref?: string
}

/** A shape within itself is followed so far; an input of conditions in conditions is large enough then. */
const DEEPEST = 12
const FEW = 3
const fc_dates = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.UTC(2023, 0, 1 + days * 5)).toISOString().slice(0, 10))

/** Draws inputs that have the shape of a schema, mostly with values that the plan really has. */
class Drawn {
  readonly #definitions: Record<string, Shape>
  readonly #pool: Pool
  constructor(definitions: Record<string, Shape>, pool: Pool) {
    this.#definitions = definitions
    this.#pool = pool
  }

  of(shape: Shape, field: string, depth: number): fc.Arbitrary<unknown> {
    const own = this.#own(shape, field, depth)
    const seen = (this.#pool[field] ?? []).filter((value) => this.#fits(shape, value))
    return seen.length === 0
      ? own
      : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...seen) }, { weight: depth === 0 ? 0 : 1, arbitrary: own })
  }

  /** Whether a value may stand there, as far as it is worth while: kinds, names, choices and lengths. */
  #fits(shape: Shape, value: unknown): boolean {
    if (shape.$ref !== undefined) return this.#fits(this.#definitions[shape.$ref.split('/').at(-1)!]!, value)
    if ('const' in shape) return shape.const === value
    if (shape.enum !== undefined) return shape.enum.includes(value)
    const several = shape.anyOf ?? shape.oneOf
    if (several !== undefined) return several.some((each) => this.#fits(each, value))
    if (shape.type === undefined) return true
    if (Array.isArray(shape.type)) return shape.type.some((type) => this.#fits({ ...shape, type }, value))
    if (typeof value === 'string') {
      const { maxLength = Infinity, pattern } = shape
      return shape.type === 'string' && value.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(value))
    }
    if (Array.isArray(value)) {
      const { type, items = {}, maxItems = Infinity } = shape
      return type === 'array' && value.length <= maxItems && value.every((each) => this.#fits(items, each))
    }
    if (typeof value === 'object' && value !== null) return shape.type === 'object' && this.#fitsRecord(shape, value)
    return value === null ? shape.type === 'null' : shape.type === typeof value || (shape.type === 'integer' && Number.isInteger(value))
  }

  #fitsRecord({ properties = {}, required = [], additionalProperties = true }: Shape, value: object): boolean {
    if (!required.every((name) => Object.hasOwn(value, name))) return false
    return Object.entries(value).every(([name, inside]) =>
      Object.hasOwn(properties, name)
        ? this.#fits(properties[name]!, inside)
        : typeof additionalProperties === 'object'
          ? this.#fits(additionalProperties, inside)
          : additionalProperties,
    )
  }

  #own(shape: Shape, field: string, depth: number): fc.Arbitrary<unknown> {
    if (depth > DEEPEST) return fc.constant(null)
    if (shape.$ref !== undefined) return this.of(this.#definitions[shape.$ref.split('/').at(-1)!]!, field, depth + 1)
    if ('const' in shape) return fc.constant(shape.const)
    if (shape.enum !== undefined) return fc.constantFrom(...shape.enum)
    const several = shape.anyOf ?? shape.oneOf
    if (several !== undefined) return fc.oneof(...several.map((each) => this.of(each, field, depth + 1)))
    if (shape.allOf !== undefined) return this.of(Object.assign({}, ...shape.allOf) as Shape, field, depth + 1)
    if (Array.isArray(shape.type)) return fc.oneof(...shape.type.map((type) => this.#own({ ...shape, type }, field, depth)))
    switch (shape.type) {
      case 'string':
        return this.#text(shape)
      case 'integer':
        return fc.oneof(fc.integer(within(shape, -5, 2_100)), fc.constantFrom(0, 1, 2, 3, 2023, 10_000_000))
      case 'number':
        return fc.oneof(fc.integer(within(shape, -5, 2_100)), fc.constantFrom(0, 0.5, 1, 0.25, 100))
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      case 'array':
        return this.#list(shape, field, depth)
      case 'object':
        return this.#record(shape, field, depth)
      case undefined:
      default:
        return fc.jsonValue({ maxDepth: 2 })
    }
  }

  #text({ pattern, format, minLength = 0, maxLength = 12 }: Shape): fc.Arbitrary<unknown> {
    if (format === 'date') return fc_dates
    if (format === 'date-time') return fc_dates.map((day) => `${day}T01:00:00Z`)
    if (format === 'uuid') return fc.uuid()
    if (format === 'base64') return fc.string({ maxLength: 60 }).map((text) => Buffer.from(text).toString('base64'))
    if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'))
    const longest = Math.max(minLength, Math.min(maxLength, 12))
    return fc.oneof(fc.string({ minLength, maxLength: longest, unit: 'grapheme' }), fc.constantFrom('甲', 'residents', 'A', '山川社区'))
  }

  #list({ items = {}, prefixItems, minItems = 0, maxItems = FEW }: Shape, field: string, depth: number): fc.Arbitrary<unknown> {
    if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((each) => this.of(each, field, depth + 1)))
    const one = field.endsWith('ies') ? `${field.slice(0, -3)}y` : field.replace(/s$/, '')
    return fc.array(this.of(items, one, depth + 1), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, FEW)) })
  }

  #record({ properties = {}, required = [], additionalProperties, propertyNames }: Shape, field: string, depth: number) {
    const parts = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, this.of(each, name, depth + 1)]))
    const own = fc.record(parts, { requiredKeys: required.filter((name) => name in parts) })
    if (typeof additionalProperties !== 'object') return own as fc.Arbitrary<unknown>
    const names = this.of(propertyNames ?? { type: 'string' }, 'class', depth + 1).map(String)
    return fc.dictionary(names, this.of(additionalProperties, field, depth + 1), { maxKeys: FEW }) as fc.Arbitrary<unknown>
  }
}

const within = ({ minimum, exclusiveMinimum, maximum }: Shape, least: number, most: number): { min: number; max: number } => {
  const min = Math.max(Math.ceil(minimum ?? exclusiveMinimum ?? least), -1e9)
  return { min, max: Math.max(min, Math.min(Math.floor(maximum ?? most), min + 1e9)) }
}

/** @returns inputs of the shape that the schema asks for; what a shape can't say (a sum, an order of dates) may be wrong in them */
export function inputsOf(schema: z.ZodType, pool: Pool): fc.Arbitrary<unknown> {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape & { $defs?: Record<string, Shape> }
  return new Drawn(shape.$defs ?? {}, pool).of(shape, '', 0)
}
