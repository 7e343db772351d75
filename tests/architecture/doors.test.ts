import { describe, expect, it } from 'vitest'
import { MODULE_NAMES } from '../../src-main/modules/names.ts'
import { importsOf, sourcesIn, type Import } from './imports.ts'

const imports = [...sourcesIn('src-main'), ...sourcesIn('src-renderer')].flatMap(importsOf).filter(({ what }) => what.startsWith('src-'))
const told = (wrong: Import[], why: string): string[] => wrong.map(({ from, line, what }) => `${from}:${line} imports ${what}; ${why}`)

/** The module that a file belongs to, in one of the two houses. */
const moduleOf = (path: string): string | undefined => /^src-(?:main|renderer)\/modules\/([^/]+)\//.exec(path)?.[1]
const houseOf = (path: string): string => path.split('/')[0]!
const isBetween = ({ from, what }: Import): boolean =>
  houseOf(from) === houseOf(what) && moduleOf(from) !== undefined && moduleOf(what) !== undefined && moduleOf(from) !== moduleOf(what)

describe('a module', () => {
  it('has the name that the list of modules gives it, in every house', () => {
    const names = new Set([...imports.flatMap(({ from, what }) => [moduleOf(from), moduleOf(what)])].filter((name) => name !== undefined))
    expect([...names].filter((name) => !(MODULE_NAMES as readonly string[]).includes(name))).toEqual([])
    expect(MODULE_NAMES.filter((name) => !names.has(name))).toEqual([])
  })

  it('is entered by its index.ts', () => {
    expect(imports.filter(isBetween).length).toBeGreaterThan(20)
    const wrong = imports.filter((each) => isBetween(each) && !each.what.endsWith('/index.ts'))
    expect(told(wrong, `a module is entered by its index.ts: name what is needed there`)).toEqual([])
  })

  it('is entered by hosts through modules/index.ts and modules/app.ts; the command line has a module of its own', () => {
    const doors = /^src-main\/modules\/((index|app|words|names)\.ts|command-line\/)/
    const wrong = imports.filter(
      ({ from, what }) => from.startsWith('src-main/hosts/') && what.startsWith('src-main/modules/') && !doors.test(what),
    )
    expect(told(wrong, 'hosts know no single subject')).toEqual([])
  })

  it.each(['src-main', 'src-renderer'])('of %s imports others in no circle, types too', (house) => {
    const next = new Map<string, Set<string>>()
    for (const each of imports) {
      if (houseOf(each.from) !== house || !isBetween(each)) continue
      const [from, to] = [moduleOf(each.from)!, moduleOf(each.what)!]
      next.set(from, (next.get(from) ?? new Set()).add(to))
    }
    const circleFrom = (start: string): string[] | null => {
      const open: string[][] = [[start]]
      const seen = new Set<string>()
      for (let path = open.pop(); path !== undefined; path = open.pop()) {
        for (const to of next.get(path.at(-1)!) ?? []) {
          if (to === start) return [...path, to]
          if (!seen.has(to)) open.push([...path, to])
          seen.add(to)
        }
      }
      return null
    }
    expect([...next.keys()].map(circleFrom).filter((path) => path !== null)).toEqual([])
  })

  it('has a contract that is pure: forms of the field and nothing that works', () => {
    const allowed = /^src-main\/(contract\/(operation|desk)\.ts|model\/)|^zod$/
    const wrong = [...sourcesIn('src-main/modules')]
      .filter(({ path }) => path.endsWith('/contract.ts'))
      .flatMap(importsOf)
      .filter(({ what }) => !allowed.test(what))
    expect(told(wrong, 'a contract knows contract/operation.ts and model/ only')).toEqual([])
  })
})

describe('a room with a front door', () => {
  it.each(['src-main/store', 'src-main/policy'])('%s is entered by its index.ts', (room) => {
    const entered = imports.filter(({ from, what }) => what.startsWith(`${room}/`) && !from.startsWith(`${room}/`))
    expect(entered.length).toBeGreaterThan(10)
    expect(
      told(
        entered.filter(({ what }) => what !== `${room}/index.ts`),
        `only by ${room}/index.ts`,
      ),
    ).toEqual([])
  })

  it.each(['src-main/engine', 'src-main/documents'])('%s is entered by an index.ts, so that only what is needed is loaded', (room) => {
    const doors = [...(room.endsWith('documents') ? ['src-main/documents/import/reading.ts'] : [])]
    const entered = imports.filter(({ from, what }) => what.startsWith(`${room}/`) && !from.startsWith(`${room}/`))
    expect(entered.length).toBeGreaterThan(10)
    expect(
      told(
        entered.filter(({ what }) => !what.endsWith('/index.ts') && !doors.includes(what)),
        `by an index.ts of ${room}`,
      ),
    ).toEqual([])
  })
})

describe('the rooms of the pages', () => {
  /** What the inner rooms may know of each other; a page of a module may know all of them. */
  const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
    styles: [],
    format: ['locales'],
    locales: ['modules (texts)'],
    charts: ['format', 'locales'],
    components: ['charts', 'format', 'locales'],
    api: [],
    stores: ['api', 'format', 'locales'],
    print: ['api', 'stores', 'components', 'format', 'locales'],
    shell: ['api', 'stores', 'charts', 'components', 'format', 'locales', 'router.ts'],
    modules: ['api', 'stores', 'charts', 'components', 'print', 'format', 'locales', 'shell (parts)'],
  }
  const SHELL_PARTS = ['src-renderer/shell/BundleButton.vue', 'src-renderer/shell/ChartSection.vue', 'src-renderer/shell/history-keys.ts']
  const innerRoom = (path: string): string => {
    if (path === 'src-renderer/modules/texts.ts' || /^src-renderer\/modules\/[^/]+\/(zh|en)\.ts$/.test(path)) return 'modules (texts)'
    return SHELL_PARTS.includes(path) ? 'shell (parts)' : path.split('/')[1]!
  }

  it('know each other one way: parts of pages neither call the desk nor keep a state', () => {
    const wrong = imports.filter(({ from, what }) => {
      if (!from.startsWith('src-renderer/') || !what.startsWith('src-renderer/')) return false
      const [room, other] = [from.split('/')[1]!, innerRoom(what)]
      return MAY_KNOW[room] !== undefined && room !== what.split('/')[1] && !MAY_KNOW[room].includes(other)
    })
    expect(told(wrong, 'see MAY_KNOW in this test')).toEqual([])
  })
})
