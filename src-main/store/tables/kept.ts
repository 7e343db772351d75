import type { z } from 'zod'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'

/**
 * A document as a row keeps it.
 * @param text JSON that this program has written, unless a disk has lost a bit of it
 * @throws AppError plan.damaged with the first place that is not as it was written
 */
export function keptAs<S extends z.ZodType>(connection: Connection, schema: S, text: string): z.output<S> {
  const file = connection.name
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (cause) {
    throw appError('plan.damaged', { file, value: 'JSON' }, { file }, cause)
  }
  const parsed = schema.safeParse(document)
  if (parsed.success) return parsed.data
  throw appError('plan.damaged', { file, value: parsed.error.issues[0]!.path.map(String).join('/') }, { file }, parsed.error)
}
