import type { MessageKey } from '../../locales/zh/index.ts'
import { zh } from '../../locales/zh/index.ts'
import type { Words } from '../../locales/words.ts'

const named: Readonly<Record<string, Readonly<Record<string, string>>>> = zh.operations

/** @returns the name of an operation in the reader's language; its own name where it has none. */
export function sayOperation(operation: string, words: Words): string {
  const [part = '', what = ''] = operation.split('.')
  return named[part]?.[what] === undefined ? operation : words.t(`operations.${operation}` as MessageKey)
}
