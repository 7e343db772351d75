import { readFileSync } from 'node:fs'
import { appError } from './app-error.ts'

/** What is in a file: at hand, or where it lies, so that whoever needs it (a thread of its own) reads it there. */
export type FileContent = { bytes: Uint8Array } | { path: string }

/**
 * @param fileName as the user knows it, for the words
 * @throws AppError file.notKept where the file was removed meanwhile
 */
export function bytesOf(content: FileContent, fileName: string): Uint8Array {
  if ('bytes' in content) return content.bytes
  try {
    return readFileSync(content.path)
  } catch (cause) {
    throw appError('file.notKept', { file: fileName }, { file: fileName }, cause)
  }
}
