import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { operations } from '../../src-main/contract/operations.ts'
import { wordsIn } from '../../src-renderer/locales/words.ts'
import { messages, type MessageKey } from '../../src-renderer/locales/messages.ts'

interface Book {
  [key: string]: string | Book
}
const leaves = (book: Book, path = ''): [string, string][] =>
  Object.entries(book).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )
const gapsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort()

const chinese = leaves(messages.zh as Book)
const english = new Map(leaves(messages.en as Book))

const sources = readdirSync(join(import.meta.dirname, '../../src-renderer'), { recursive: true, withFileTypes: true })
  .filter(
    (each) => each.isFile() && /\.(vue|ts)$/.test(each.name) && !each.parentPath.includes('locales') && !/^(zh|en)\.ts$/.test(each.name),
  )
  .map((each) => readFileSync(join(each.parentPath, each.name), 'utf8'))
  .join('\n')

describe('the texts of the interface', () => {
  it('exist in both languages, with the same gaps', () => {
    expect(
      chinese.filter(([key, text]) => english.get(key) === undefined || gapsOf(english.get(key)!).join() !== gapsOf(text).join()),
    ).toEqual([])
  })
  it('are in the language they are meant to be in', () => {
    expect(
      [...english].filter(([key, text]) => /[\u4e00-\u9fff]/.test(text) && !['shell.language', 'shell.languageLabel'].includes(key)),
    ).toEqual([])
  })
  it('are all used somewhere', () => {
    const written = new Set([...sources.matchAll(/'([\w.-]+)'/g)].map(([, key]) => key))
    const begun = new Set([
      ...[...sources.matchAll(/`([\w.-]+)\.\$/g)].map(([, key]) => key),
      // A page with tabs names only the section of texts in which they stand.
      ...[...sources.matchAll(/<PageTabs of="([\w-]+)"/g)].map(([, section]) => `${section}.tabs`),
    ])
    const isUsed = (key: string): boolean => {
      const parts = key.split('.')
      return written.has(key) || parts.some((_, length) => begun.has(parts.slice(0, length).join('.')))
    }
    expect(chinese.map(([key]) => key).filter((key) => !isUsed(key))).toEqual([])
  })
  it('can be spoken, gaps filled, also where a key has a hyphen', () => {
    expect(wordsIn('zh').t('classification.decidedBy.every-completion')).toContain('缺指标')
    expect(wordsIn('en').t('shell.undoNamed', { step: 'x' })).toBe('Undo: x (Ctrl+Z)')
    for (const [key] of chinese)
      for (const language of ['zh', 'en'] as const) expect(wordsIn(language).t(key as MessageKey), key).not.toBe(key)
  })
  it('name every command of the history', () => {
    const commands = Object.entries(operations)
      .filter(([, each]) => each.kind === 'command')
      .map(([name]) => `operations.${name}`)
    expect(commands.filter((key) => !english.has(key))).toEqual([])
  })
})
