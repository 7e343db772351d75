import { z } from 'zod'

/** An operation that the outside may ask for: a query reads; a command is one committed transaction and one step of the history. */
export const operation = <K extends 'query' | 'command', I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  summary: string,
  input: I,
  output: O,
) => ({ kind, summary, input, output })

export const None = z.strictObject({})
export const Done = z.object({})
export const Year = z.number().int().min(1990).max(2200)
