import type { Reply } from '../contract/reply.ts'
import { LARGEST_FILE, MEGABYTE, tooLarge } from '../model/file.ts'
import { AppError, appError } from '../shared/app-error.ts'
import { dispatch, type DispatchContext } from './dispatch.ts'
import type { Service } from './service.ts'

/** Three bytes are four characters in base64. */
const BASE64 = 4 / 3
/** Bytes of the largest request: enough for the largest file by its content, in base64 and with what is told of it. */
export const LARGEST_REQUEST = Math.ceil(LARGEST_FILE * BASE64) + MEGABYTE

/** @param bytes of a request @throws AppError file.tooLarge above the limit: what is that large is a file */
export function checkSize(bytes: number): void {
  if (bytes > LARGEST_REQUEST) throw new AppError([tooLarge(bytes / BASE64)])
}

function requestIn(text: string): { name: string; input: unknown } {
  checkSize(Buffer.byteLength(text))
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (cause) {
    throw appError('request.invalid', { expected: 'JSON', value: '-' }, { path: '/' }, cause)
  }
  const { name, input } = (given ?? {}) as { name?: unknown; input?: unknown }
  if (typeof name !== 'string') throw appError('request.invalid', { expected: 'string', value: '-' }, { path: '/name' })
  return { name, input }
}

/**
 * Answers a request as every host receives it: as JSON text, `{"name": …, "input": …}`. The reply goes back as JSON text too, so that
 * nothing crosses in one host that does not in another (a window's own way of copying values refuses what pages make of them).
 * @returns the reply of dispatch, or a refusal with file.tooLarge or request.invalid
 */
export async function answerText(service: Partial<Service>, text: string, context: DispatchContext): Promise<Reply<unknown>> {
  try {
    const { name, input } = requestIn(text)
    return await dispatch(service, name, input, context)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ok: false, problems: error.problems }
  }
}
