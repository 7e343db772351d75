import { z } from 'zod'

/** An operation that the outside may ask for: a query reads; a command is one committed transaction and one step of the history. */
export const operation = <K extends 'query' | 'command', I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  summary: string,
  input: I,
  output: O,
) => ({ kind, summary, input, output })

/** Any operation. */
export interface Operation {
  kind: 'query' | 'command'
  summary: string
  input: z.ZodType
  output: z.ZodType
}

export const None = z.strictObject({})
export const Done = z.object({})

/** A file that the app hands out. */
export const File = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })
/** A file that is handed to the app. */
export const Upload = { fileName: z.string().min(1).max(255), base64: z.base64() }
/** Work that may take long: under which name its progress is asked for, and it is cancelled. */
export const Task = { task: z.string().optional() }
