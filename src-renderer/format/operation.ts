import { messages, type MessageKey } from '../locales/messages.ts'
import type { Words } from '../locales/words.ts'

/** @returns the name of an operation in the reader's language; its own name where it has none. */
export function sayOperation(operation: string, words: Words): string {
  const named = operation
    .split('.')
    .reduce<unknown>((book, part) => (book as Readonly<Record<string, unknown>> | undefined)?.[part], messages.zh['operations'])
  return typeof named === 'string' ? words.t(`operations.${operation}` as MessageKey) : operation
}
