import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { NOT_FOR_OFFICIALS, TERMS, type Term } from '../../src-main/words/terms.ts'
import { ROOT } from '../support/project.ts'
import { sourcesIn, type SourceFile } from '../architecture/imports.ts'

/** Where the program keeps what it says; headings that sheets may carry are in documents/import, which reads them. */
const HAS_WORDS = new RegExp(
  [
    'src-renderer/(locales/(zh|en)/[^/]+|modules/[^/]+/(zh|en))',
    'src-main/(modules|desk)/([^/]+/)?([\\w-]+-)?words',
    'src-main/words/(?!terms)[^/]+',
    'src-main/documents/(?!import/)[^/]+/([\\w-]*words[\\w-]*)',
    'src-main/documents/template/[^/]+',
    'src-main/hosts/(cli|electron)/[^/]+',
  ]
    .map((each) => `^${each}\\.ts$`)
    .join('|'),
)

interface Said {
  where: string
  text: string
  /** Not a piece of a longer text. */
  isWhole: boolean
}

/** @returns the texts of a file: its literals, and what stands around the gaps of templates; comments and names of keys are none */
function saidIn({ path, text }: SourceFile): Said[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const said: Said[] = []
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      said.push({
        where: `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        text: node.text,
        isWhole: ts.isStringLiteral(node),
      })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return said
}

/** Headings that sheets may carry, the forbidden words themselves, and what is told to whoever builds the program. */
const NOT_SHOWN = /^src-main\/(documents\/(import\/|(appeals|projects)\/columns\.ts)|words\/terms\.ts|hosts\/launch\/)/
const unfit = (texts: readonly Pick<Said, 'where' | 'text'>[]): string[] =>
  texts
    .filter(({ text }) => /[\u4e00-\u9fff]/.test(text))
    .flatMap(({ where, text }) => NOT_FOR_OFFICIALS.filter((each) => text.includes(each)).map((each) => `${where}: ${each}`))
/** Every text within a value of JSON. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const sources = [...sourcesIn('src-main'), ...sourcesIn('src-renderer')]
const spoken = sources.filter((file) => HAS_WORDS.test(file.path))
const said = spoken.flatMap(saidIn)
const terms: [string, Term][] = Object.entries(TERMS)
const small = (text: string): string => text.toLowerCase()

describe('the words of the program', () => {
  it('are looked for where they are', () => {
    for (const path of [
      'src-renderer/modules/results/zh.ts',
      'src-renderer/locales/en/common.ts',
      'src-main/modules/results/words.ts',
      'src-main/modules/documents/setting-words.ts',
      'src-main/words/fields.ts',
      'src-main/documents/workbook/words-zh.ts',
      'src-main/documents/word-report/words.ts',
      'src-main/documents/template/columns.ts',
    ])
      expect(spoken.map((file) => file.path)).toContain(path)
    expect(spoken.filter((file) => file.path.includes('/import/'))).toEqual([])
  })

  it.each(terms)('%s: one word for one idea', (_, { word, never = [], neverAlone = [] }) => {
    const wrong = said.flatMap(({ where, text, isWhole }) => [
      ...never
        .filter((other) => small(text).includes(small(other)))
        .map((other) => `${where} says "${other}"; say "${word.zh}" (${word.en})`),
      ...neverAlone.filter((other) => isWhole && text === other).map(() => `${where} says "${text}" and no more; say "${word.zh}"`),
    ])
    expect(wrong).toEqual([])
  })

  it('are those of officials, not of those who build programs, wherever Chinese stands', () => {
    const everything = sources.filter(({ path }) => !NOT_SHOWN.test(path)).flatMap(saidIn)
    expect(everything.length).toBeGreaterThan(said.length)
    expect(unfit(everything)).toEqual([])
  })

  it('are so in what is delivered with the program', () => {
    const delivered = ['resources', 'resources/policies'].flatMap((folder) =>
      readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => textsIn(JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8'))).map((text) => ({ where: name, text }))),
    )
    expect(delivered.length).toBeGreaterThan(500)
    expect(unfit(delivered)).toEqual([])
  })
})

describe('the glossary', () => {
  const whole = said.map(({ text }) => small(text))

  it.each(terms)('%s stands in the program as it says, in the code too', (_, { word, column, screen, code }) => {
    const shown = [word, ...(column === undefined ? [] : [column]), ...(screen === undefined ? [] : [screen])]
    const missing = shown.flatMap(({ zh, en }) => [zh, en]).filter((each) => !whole.some((text) => text.includes(small(each))))
    expect(missing).toEqual([])
    const name = new RegExp(`\\b${code}\\b`)
    expect(sources.some((file) => /^src-main\/(model|store)\//.test(file.path) && name.test(file.text))).toBe(true)
  })

  it('names no idea twice', () => {
    for (const language of ['zh', 'en'] as const) {
      const words = terms.map(([, { word }]) => small(word[language]))
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    }
  })

  it('forbids no word that it asks for', () => {
    const asked = terms.flatMap(([, { word, column, screen }]) =>
      [word, column, screen].flatMap((each) => (each === undefined ? [] : [each.zh, each.en])),
    )
    const forbidden = terms.flatMap(([, { never = [] }]) => never)
    expect(forbidden.filter((other) => asked.some((word) => small(word).includes(small(other))))).toEqual([])
  })
})
