import type { IncomingMessage } from 'node:http'
import { appError } from '../../shared/app-error.ts'

export const LARGEST_BODY = 64 * 1024 * 1024

/**
 * @returns the JSON that a request carries
 * @throws AppError file.tooLarge above the limit (the rest is read and dropped, so that the sender hears the answer), request.invalid
 *   when it is no JSON
 */
export async function readJson(request: IncomingMessage, limit = LARGEST_BODY): Promise<unknown> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes <= limit) parts.push(part)
    else parts.length = 0
  }
  if (bytes > limit) throw appError('file.tooLarge', { limit: limit / 1024 / 1024, value: Math.ceil(bytes / 1024 / 1024) })
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown
  } catch (cause) {
    throw appError('request.invalid', { expected: 'JSON', value: '-' }, { path: '/' }, cause)
  }
}
