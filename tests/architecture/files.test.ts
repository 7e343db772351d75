import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/project.ts'
import { importsOf, sourcesIn } from './imports.ts'

const LONGEST = 400
const WIDEST = 140
/** A text in a list or by its key, a sentence of ours, the name of a test: a formatter can't break them. */
const IS_ONE_TEXT =
  /^\s*(?:[?:+] ?)?(?:[\w'".-]+: )?['"`(].*['"`][,)]*(?: \+)?$|^\s*(?:it|test)(?:\.\w+)*\(['"`]|^\s*const \w+ = [{/`]|^\s*\/|^\s*await test\.step\(/
/** Released migrations never change, and measured data are kept as they were published. */
const WHOLE_TEXTS =
  /^src-main\/store\/migrations\/|^tests\/store\/(migrations|0\d+-[\w-]+)\.test\.ts$|^tests\/engine\/analysis\/regional-incomes\.ts$/
/** This file names what it looks for. */
const OWN = 'tests/architecture/files.test.ts'
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
> & { main: string; scripts: Record<string, string> }
const versions = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

describe('files', () => {
  const sources = ['src-main', 'src-renderer', 'tests', 'resources'].flatMap(sourcesIn)

  it(`have at most ${LONGEST} lines`, () => {
    expect(
      sources.filter((file) => file.lines > LONGEST).map((file) => `${file.path} has ${file.lines} lines; divide it by purpose`),
    ).toEqual([])
  })

  it(`have lines of at most ${WIDEST} signs, but for a sentence or a statement of SQL that stands in one`, () => {
    const wrong = sources.flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, at) => (line.length <= WIDEST || IS_ONE_TEXT.test(line) || WHOLE_TEXTS.test(path) ? [] : [`${path}:${at + 1}`])),
    )
    expect(wrong).toEqual([])
  })

  it('name no path of a single machine', () => {
    const machine = new RegExp(['/work', '/root', '/home/[a-z]+/'].map((path) => `['"\`(\\s]${path}`).join('|'))
    const wrong = sources.flatMap((file) =>
      file.text.split('\n').flatMap((text, position) => (machine.test(text) ? [`${file.path}:${position + 1}: ${text.trim()}`] : [])),
    )
    expect(wrong.filter((line) => !line.includes('/home/someone/') && !line.startsWith(OWN))).toEqual([])
  })

  it('leave nothing to be done later', () => {
    const later = new RegExp(`\\b(${['TODO', 'FIXME', 'XXX'].join('|')})\\b|(it|test|describe)\\.(only|todo)\\(|\\bdebugger\\b`)
    expect(sources.filter((file) => file.path !== OWN && later.test(file.text)).map((file) => file.path)).toEqual([])
  })
})

describe('the top level', () => {
  const OWNERS_CARD = [
    'package.json',
    'tsconfig.json',
    'electron.vite.config.ts',
    'README.md',
    'resources',
    'src-main',
    'src-renderer',
    'tests',
  ]
  const DEMANDED = ['package-lock.json', 'LICENSE']
  const MADE = ['node_modules', 'out', 'dist', 'test-results']

  it("stays as on the owner's card", () => {
    const more = readdirSync(ROOT).filter((name) => !name.startsWith('.') && ![...OWNERS_CARD, ...DEMANDED, ...MADE].includes(name))
    expect(more.map((name) => `${name} does not belong on the top level; put it into one of ${OWNERS_CARD.join(', ')}`)).toEqual([])
  })
})

describe('packages', () => {
  it('are pinned to one version each', () => {
    const loose = Object.entries(versions).filter(([, version]) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$/.test(version))
    expect(loose).toEqual([])
  })

  it('are locked as asked for', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string }> }
    const differing = Object.entries(versions).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version.replace(/^npm:.*@/, ''),
    )
    expect(differing).toEqual([])
  })

  it('come from whatever registry is set up: the lock file names none', () => {
    const text = read('package-lock.json')
    expect([...text.matchAll(/"resolved": "([^"]+)"/g)].map((match) => match[1])).toEqual([])
    expect(text).not.toMatch(/https?:\/\/[^"]*(registry|npmmirror)/)
  })

  it('bring no Node of another major version than 24', () => {
    const nodes = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-'))
    expect(nodes.length).toBeGreaterThan(0)
    expect(nodes.filter(([, version]) => !version.startsWith('24.'))).toEqual([])
  })

  it('are delivered only where src-main uses them: what the pages need is built into them, and would be delivered twice', () => {
    const used = new Set(
      sourcesIn('src-main')
        .flatMap(importsOf)
        .map((each) =>
          each.what
            .split('/')
            .slice(0, each.what.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    )
    expect(
      Object.keys(manifest.dependencies)
        .filter((name) => !used.has(name))
        .map((name) => `${name} belongs to devDependencies`),
    ).toEqual([])
  })
})

describe('the command of continuous integration', () => {
  it('is the test command and nothing else', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#') && !/^(set|cd) /.test(line))
    expect(commands).toEqual(['exec npm test'])
    expect(manifest.scripts.test).toBe('node src-main/hosts/launch/run.mjs test')
  })

  it('starts what the build makes', () => {
    expect(manifest.main).toBe('out/main/electron.js')
    expect(existsSync(join(ROOT, 'src-main/hosts/electron/main.ts'))).toBe(true)
  })
})
