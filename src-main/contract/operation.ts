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
/** Work that may take long: under which name its progress is asked for, and it is cancelled. */
export const Task = { task: z.string().optional() }

/** What becomes of a paper or file of a year that does not follow from the last one: it is refused, or its title says so. */
export const Unreconciled = z.enum(['refuse', 'mark'])
export type Unreconciled = z.infer<typeof Unreconciled>
/** Of every operation that makes what leaves the house; left out: it is refused. */
export const Outgoing = { unreconciled: Unreconciled.optional() }

/** Under which id a file is kept that was handed over as it is, bytes and nothing else: `Bridge.keepFile`, or POST /files. */
export const KeptFile = z.object({ kept: z.uuid() })
export type KeptFile = z.infer<typeof KeptFile>

const handed = { fileName: z.string().min(1).max(255), base64: z.base64().optional(), kept: KeptFile.shape.kept.optional() }
/** A file that an operation is about: by its content, or (handed over once, asked about often) by the id under which it is kept. */
export type HandedFile = z.infer<z.ZodObject<typeof handed>>

const isHanded = ({ base64, kept }: { base64?: unknown; kept?: unknown }): boolean => (base64 === undefined) !== (kept === undefined)

/** @param more what is told of the file beside its name and content @returns an input that has the file in one of its two ways */
export const upload = <S extends z.ZodRawShape>(more: S) =>
  z.strictObject({ ...handed, ...more }).refine(isHanded, { message: 'base64 | kept' })
