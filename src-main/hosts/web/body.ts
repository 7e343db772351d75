import type { IncomingMessage } from 'node:http'
import { checkSize, LARGEST_REQUEST } from '../../desk/wire.ts'

/**
 * @returns the text that a request carries
 * @throws AppError file.tooLarge above the limit; the rest is read and dropped, so that the sender hears the answer
 */
export async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes <= LARGEST_REQUEST) parts.push(part)
    else parts.length = 0
  }
  checkSize(bytes)
  return Buffer.concat(parts).toString('utf8')
}
