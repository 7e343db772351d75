import type { IncomingMessage } from 'node:http'
import { LARGEST_FILE, MEGABYTE, tooLarge } from '../../model/file.ts'
import { AppError, appError } from '../../shared/app-error.ts'

/** Three bytes are four characters in base64. */
const BASE64 = 4 / 3
/** Enough for the largest file by its content, in base64 and with what is told of it. */
export const LARGEST_BODY = Math.ceil(LARGEST_FILE * BASE64) + MEGABYTE

/**
 * @returns the JSON that a request carries
 * @throws AppError file.tooLarge above the limit (the rest is read and dropped, so that the sender hears the answer), request.invalid
 *   when it is no JSON
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes <= LARGEST_BODY) parts.push(part)
    else parts.length = 0
  }
  // What is that large is a file.
  if (bytes > LARGEST_BODY) throw new AppError([tooLarge(bytes / BASE64)])
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown
  } catch (cause) {
    throw appError('request.invalid', { expected: 'JSON', value: '-' }, { path: '/' }, cause)
  }
}
