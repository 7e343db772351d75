import { describe, expect, it } from 'vitest'
import { importsOf, sourcesIn, type SourceFile } from './imports.ts'

/** What every module says in pure data (leaf), and its operations (contracts): small rooms within modules/, below the others. */
const LEAF = 'src-main/modules (words)'
const CONTRACTS = 'src-main/modules (contracts)'
/** Rooms that only say what things are and how they are called. */
const PURE_BELOW = ['src-main/words', 'src-main/model', LEAF]
const BELOW_DESK = ['src-main/policy', 'src-main/store', 'src-main/documents', 'src-main/engine', 'src-main/shared', ...PURE_BELOW]
const ASKED = ['src-main/contract', CONTRACTS]

/**
 * The rooms of the house and what each may import from the others. One way:
 * hosts -> modules -> desk -> {documents, store, policy} -> engine -> words -> model; shared/ serves all but the pure ones. The verifier
 * stands aside: it knows nothing of the engine, whose results it verifies.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  [LEAF]: [],
  'src-main/model': [LEAF],
  'src-main/words': ['src-main/model', LEAF],
  [CONTRACTS]: ['src-main/contract', 'src-main/shared', ...PURE_BELOW],
  'src-main/contract': [CONTRACTS, 'src-main/model'],
  'src-main/shared': ['src-main/model'],
  'src-main/engine': ['src-main/model', 'src-main/words', 'src-main/shared'],
  'src-main/policy': ['src-main/engine', 'src-main/shared', ...PURE_BELOW],
  'src-main/store': ['src-main/shared', ...PURE_BELOW],
  'src-main/documents': ['src-main/engine', 'src-main/shared', ...PURE_BELOW],
  'src-main/verifier': ['src-main/model', 'src-main/shared'],
  'src-main/desk': [...BELOW_DESK, ...ASKED],
  'src-main/modules': ['src-main/desk', 'src-main/verifier', ...BELOW_DESK, ...ASKED],
  'src-main/hosts/electron': ['src-main/modules', 'src-main/desk', 'src-main/shared', ...PURE_BELOW, ...ASKED],
  'src-main/hosts/web': ['src-main/modules', 'src-main/desk', 'src-main/shared', ...PURE_BELOW, ...ASKED],
  'src-main/hosts/cli': ['src-main/modules', 'src-main/desk', 'src-main/shared', ...PURE_BELOW, ...ASKED],
  'src-main/hosts/launch': [],
  'src-renderer': [...PURE_BELOW, ...ASKED],
}
const ROOMS = Object.keys(MAY_IMPORT)
const LEAF_FILES = /^src-main\/modules\/(leaf|names|words)\.ts$|^src-main\/(desk|modules\/[^/]+)\/words\.ts$/
const CONTRACT_FILES = /^src-main\/modules\/(contracts\.ts|[^/]+\/contract\.ts)$/

/** Packages that belong to certain rooms; the rest is free where a room may use packages at all. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  electron: ['src-main/hosts/electron'],
  'better-sqlite3': ['src-main/store'],
  docx: ['src-main/documents'],
  exceljs: ['src-main/documents'],
  xlsx: ['src-main/documents'],
  highs: ['src-main/engine'],
}

/** Rooms that are pure: no file, no clock, no chance. */
const PURE = [LEAF, CONTRACTS, 'src-main/model', 'src-main/words', 'src-main/contract', 'src-main/engine', 'src-renderer']
/** Functions of the shared room that need nothing of the system, and which a pure room may use. */
const PURE_SHARED = ['src-main/shared/app-error.ts', 'src-main/shared/all-of.ts']

const roomOf = (path: string): string | undefined =>
  LEAF_FILES.test(path) ? LEAF : CONTRACT_FILES.test(path) ? CONTRACTS : ROOMS.find((room) => path === room || path.startsWith(`${room}/`))
const packageOf = (name: string): string => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]!)
const isOwn = (what: string): boolean => /^src-/.test(what) || what.startsWith('..')

const sources: SourceFile[] = [...sourcesIn('src-main'), ...sourcesIn('src-renderer')]
const imports = sources.flatMap(importsOf)

describe('the house', () => {
  it('has every file in one of its rooms', () => {
    expect(sources.filter((file) => roomOf(file.path) === undefined).map((file) => file.path)).toEqual([])
  })

  it('has imports at all, so that the tests below look at something', () => expect(imports.length).toBeGreaterThan(200))

  it('is entered in one direction only', () => {
    const wrong = imports
      .filter(({ what }) => isOwn(what))
      .flatMap(({ from, line, what }) => {
        const [room, other] = [roomOf(from)!, roomOf(what)]
        if (room === other || (other !== undefined && MAY_IMPORT[room]!.includes(other))) return []
        const allowed = MAY_IMPORT[room]!.length === 0 ? 'nothing but itself' : MAY_IMPORT[room]!.join(', ')
        return [`${from}:${line} imports ${what}; ${room} may import ${allowed}`]
      })
    expect(wrong).toEqual([])
  })

  it('has a verifier that shares no code with what it verifies, by whatever way', () => {
    const targets = Map.groupBy(
      imports.filter(({ what }) => isOwn(what)),
      ({ from }) => from,
    )
    const reached = new Set(['src-main/verifier/index.ts'])
    for (const path of reached) for (const { what } of targets.get(path) ?? []) reached.add(what)
    expect(reached.size).toBeGreaterThan(10)
    const forbidden =
      /^src-main\/((engine|policy|documents|store|hosts|words)\/|(desk|modules\/[^/]+)\/(?!words\.ts$))|^src-main\/model\/(fund|sums|places)\.ts$/
    expect(
      [...reached]
        .filter((path) => forbidden.test(path))
        .map(
          (path) =>
            `the verifier reaches ${path}; it may use forms, problems and hashes only, and reads the policy's money in verifier/fund.ts`,
        ),
    ).toEqual([])
  })

  it('keeps certain packages to certain rooms', () => {
    const wrong = imports.flatMap(({ from, line, what }) => {
      const rooms = ONLY_IN[packageOf(what)]
      return rooms === undefined || rooms.includes(roomOf(from)!) ? [] : [`${from}:${line} imports ${what}; only ${rooms.join(', ')} may`]
    })
    expect(wrong).toEqual([])
  })

  it('has pure rooms without Node', () => {
    const wrong = imports.filter(
      ({ from, what }) =>
        PURE.includes(roomOf(from)!) && (what.startsWith('node:') || (roomOf(what) === 'src-main/shared' && !PURE_SHARED.includes(what))),
    )
    expect(
      wrong.map(
        ({ from, line, what }) =>
          `${from}:${line} imports ${what}; ${roomOf(from)} is pure and may use only ${PURE_SHARED.join(', ')} of shared/`,
      ),
    ).toEqual([])
  })

  it('has an engine without clock, chance and locale', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\btoLocale\w+|\bIntl\./
    const wrong = sources
      .filter((file) => file.path.startsWith('src-main/engine/'))
      .flatMap((file) =>
        file.text
          .split('\n')
          .flatMap((text, position) =>
            impure.test(text) ? [`${file.path}:${position + 1}: ${text.trim()}; the engine is a pure function of what it is given`] : [],
          ),
      )
    expect(wrong).toEqual([])
  })

  it('has a launcher that runs before anything is installed', () => {
    const wrong = imports.filter(
      ({ from, what }) =>
        roomOf(from) === 'src-main/hosts/launch' &&
        !from.endsWith('eslint.config.mjs') &&
        !what.startsWith('node:') &&
        !what.startsWith('src-main/hosts/launch/'),
    )
    expect(wrong.map(({ from, line, what }) => `${from}:${line} imports ${what}; the launcher may use only Node's own modules`)).toEqual([])
  })

  it('names files with their extension, as Node wants it', () => {
    expect(
      imports
        .filter(({ what }) => isOwn(what) && !/\.(ts|mjs|vue|css|json)$/.test(what))
        .map(({ from, line, what }) => `${from}:${line} imports ${what} without its extension`),
    ).toEqual([])
  })
})
