import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { dispatch, dispatchContext, handOver } from '../../src-main/desk/dispatch.ts'
import { createApp } from '../../src-main/modules/app.ts'
import { startApp, type RunningApp } from '../../src-main/desk/start.ts'
import type { Bridge } from '../../src-main/contract/bridge.ts'
import { operations, type InputOf, type OperationName } from '../../src-main/contract/operations.ts'
import { Note, type Reply } from '../../src-main/contract/reply.ts'
import { startElectron } from '../../src-main/hosts/electron/start.ts'
import { startWebServer } from '../../src-main/hosts/web/server.ts'
import { contextBridge, state } from '../support/electron-stub.ts'
import { RESOURCES, temporaryFolder } from '../support/project.ts'
import { listeningLogger } from '../support/small-service.ts'
import { openSession } from '../support/web-host.ts'

type Call = (name: string, input: unknown) => Promise<unknown>
interface OpenHost {
  call: Call
  keepFile(bytes: Uint8Array<ArrayBuffer>): Promise<unknown>
  close(): Promise<void>
}

const { errors, logger } = listeningLogger()
const appOptions = (dataFolder: string) => ({
  dataFolder,
  resourcesFolder: RESOURCES,
  version: '0.0.0',
  now: () => new Date('2026-11-23T01:00:00Z'),
  logger,
})
const open = (dataFolder: string): Promise<RunningApp> => startApp(createApp, appOptions(dataFolder))

/** The same app behind each of its hosts. */
const HOSTS: Record<string, (dataFolder: string) => Promise<OpenHost>> = {
  async dispatch(dataFolder) {
    const { service, keepFile, close } = await open(dataFolder)
    const context = dispatchContext('test', logger, true)
    return { call: (name, input) => dispatch(service, name, input, context), keepFile: (bytes) => handOver(keepFile, [bytes]), close }
  },
  async 'the loopback host'(dataFolder) {
    const app = await open(dataFolder)
    const server = await startWebServer({ ...app, context: dispatchContext('web', logger, true), pages: dataFolder, ports: [0] })
    const session = await openSession(server.address)
    return {
      call: async (name, input) => (await session(name, input)).reply,
      keepFile: async (bytes) => (await session.keepFile(bytes)).reply,
      close: async () => {
        await server.close()
        await app.close()
      },
    }
  },
  async 'the Electron host'(dataFolder) {
    vi.stubEnv('QUANHENG_DATA', dataFolder)
    await startElectron(createApp)
    await import('../../src-main/hosts/electron/preload.ts')
    const bridge = contextBridge.exposed.get('bridge') as Bridge
    const quit = new Promise<void>((resolve) => {
      state.appEvents.once('has-quit', () => resolve())
    })
    return {
      call: async (name, input) => JSON.parse(await bridge.call(JSON.stringify({ name, input }))) as unknown,
      keepFile: (bytes) => bridge.keepFile(bytes),
      close: () => {
        state.appEvents.emit('window-all-closed')
        return quit
      },
    }
  },
}

const WAN = 1_000_000
const REFERENCE = { communities: 180, undecided: 0, amountFen: 3590 * WAN, previousFen: 3600 * WAN }
const ok = (value: unknown) => ({ ok: true, value })
const refused = (code: string, more: object = {}) => ({
  ok: false,
  problems: expect.arrayContaining([expect.objectContaining({ code, ...more })]),
})
const upload = (fileName: string, content: string | Buffer) => ({ fileName, base64: Buffer.from(content).toString('base64') })

interface Step {
  name: string
  input?: unknown
  expected: unknown
}
const step = <N extends OperationName>(name: N, input: InputOf<N>, expected: unknown): Step => ({ name, input, expected })

/** One morning at the desk, in order: each line is an operation, its input and what comes back. */
const MORNING: Step[] = [
  step(
    'app.status',
    {},
    ok(expect.objectContaining({ startProblems: [], plan: expect.objectContaining({ synthetic: true, undo: null }) })),
  ),
  step('app.rename', { operator: ' 王 ' }, ok({})),
  step('app.status', {}, ok(expect.objectContaining({ operator: '王' }))),
  step('plan.create', { name: '测试', sample: true }, ok(expect.objectContaining({ name: '测试', synthetic: true }))),
  step('plan.create', { name: '测试', sample: true }, refused('plan.exists')),
  step('plan.list', {}, ok(expect.arrayContaining([expect.objectContaining({ name: expect.stringContaining('测试') })]))),
  step(
    'policy.list',
    {},
    ok(
      expect.arrayContaining([
        expect.objectContaining({ id: 'reference', inUse: true }),
        expect.objectContaining({ id: 'flat-2018', preset: true }),
      ]),
    ),
  ),
  step('result.get', {}, ok(expect.objectContaining({ totals: expect.objectContaining(REFERENCE) }))),
  step('communities.refused', {}, ok([])),
  step('communities.dropRefused', { ids: [1] }, ok({})),
  step('indicators.update', { edits: [{ key: 'nobody', field: 'residents', value: 1 }] }, refused('plan.communityUnknown')),
  step('overrides.set', { key: 'nobody', class: 'A', reason: 'x' }, refused('plan.communityUnknown')),
  {
    name: 'overrides.set',
    input: { key: 'x', class: 'A', reason: '   ' },
    expected: refused('request.invalid', { place: { path: '/reason' } }),
  },
  step('policy.use', { id: 'flat-2018' }, ok({})),
  step('result.get', {}, ok(expect.objectContaining({ totals: expect.objectContaining({ amountFen: 3600 * WAN }) }))),
  step('history.undo', {}, ok(expect.objectContaining({ summary: expect.any(String) }))),
  step('result.get', {}, ok(expect.objectContaining({ totals: expect.objectContaining(REFERENCE) }))),
  step('history.redo', {}, ok(expect.objectContaining({ summary: expect.any(String) }))),
  step('history.redo', {}, refused('plan.nothingToRedo')),
  step('history.undo', {}, ok(expect.anything())),
  step('import.preview', upload('x.pdf', '%PDF-1.7'), refused('file.notSpreadsheet')),
  step(
    'import.preview',
    upload('sample-city.xlsx', readFileSync(join(RESOURCES, 'sample-city.xlsx'))),
    ok(expect.objectContaining({ rows: 180, added: [], changed: [], unchanged: 180 })),
  ),
  step('import.apply', { id: 'nothing' }, refused('import.stale')),
  step(
    'import.desk',
    { files: [upload('x.pdf', '%PDF-1.7'), upload('sample-city.xlsx', readFileSync(join(RESOURCES, 'sample-city.xlsx')))] },
    ok(expect.objectContaining({ counts: expect.objectContaining({ rows: 180, added: 0, values: 0, unchanged: 180, errors: 1 }) })),
  ),
  { name: 'import.desk', input: { files: [] }, expected: refused('request.invalid', { place: { path: '/files' } }) },
  step('import.deskRows', { id: 'nothing', offset: 0 }, refused('import.stale')),
  step('import.applyDesk', { id: 'nothing' }, refused('import.stale')),
  step('import.returnSheet', { id: 'nothing', file: 'x.pdf' }, refused('import.stale')),
  step('import.layouts', {}, ok([])),
  step('ledger.preview', upload('x.pdf', '%PDF-1.7'), refused('file.notSpreadsheet')),
  step(
    'ledger.preview',
    upload('台账.csv', '街道,社区名称,支出（元）\n朝阳街道,山川社区,100000\n朝阳街道,不存在的社区,1'),
    ok(
      expect.objectContaining({
        counts: { rows: 2, skipped: 0, changed: 1 },
        errors: 1,
        problems: expect.arrayContaining([
          expect.objectContaining({ code: 'import.communityUnknown', place: expect.objectContaining({ row: 3, column: 'B' }) }),
        ]),
      }),
    ),
  ),
  step('ledger.apply', { id: 'nothing' }, refused('import.stale')),
  step(
    'ledger.export',
    {},
    ok(expect.objectContaining({ fileName: '2023年服务群众专项经费使用台账.xlsx', base64: expect.stringMatching(/^UEsD/) })),
  ),
  step('plan.useYear', { year: 2199 }, refused('plan.yearUnknown')),
  step('history.verify', { task: 'checking' }, ok(expect.objectContaining({ ok: true, kind: null }))),
  step('import.forgetLayout', { id: 'nothing' }, refused('import.layoutUnknown')),
  step('indicators.export', {}, ok(expect.objectContaining({ fileName: '2023年社区基本情况表.xlsx' }))),
  step('policy.check', { document: {} }, ok(expect.arrayContaining([expect.objectContaining({ code: 'policy.shape' })]))),
  step(
    'policy.draft.create',
    { from: { id: 'reference', version: '1.0.1' } },
    ok(expect.objectContaining({ draft: 1, base: { id: 'reference', version: '1.0.1' } })),
  ),
  step('policy.drafts', {}, ok([expect.objectContaining({ draft: 1, version: '1.1.0', errors: 0 })])),
  step('policy.adoption', { draft: 1 }, ok(expect.objectContaining({ version: '1.1.0', problems: [], reasons: [] }))),
  step(
    'policy.difference',
    { from: { id: 'reference', version: '1.0.1' }, to: { draft: 1 } },
    ok(expect.objectContaining({ differences: [expect.objectContaining({ part: 'about' })] })),
  ),
  step('policy.export', { policy: { draft: 1 } }, ok(expect.objectContaining({ fileName: 'reference-1.1.0-draft.json' }))),
  step('policy.draft.save', { draft: 1, document: {} }, refused('policy.shape')),
  step('policy.draft.remove', { draft: 1 }, ok({})),
  step('policy.draft.get', { draft: 1 }, refused('policy.draftUnknown')),
  step('result.explain', { key: 'nobody' }, refused('plan.communityUnknown')),
  step(
    'analysis.equity',
    { need: 'elderly' },
    ok(expect.objectContaining({ residents: expect.objectContaining({ counted: 180, amountFen: 3590 * WAN }) })),
  ),
  step(
    'analysis.sweep',
    { path: 'allocation/steps/standard/amountsFen/B', from: 0, to: 30 * WAN, most: 4 },
    ok(expect.objectContaining({ exact: false })),
  ),
  step('analysis.sweep', { path: 'nothing', from: 0, to: 1 }, refused('policy.pathUnknown')),
  step('analysis.sensitivity', { task: 'near' }, ok(expect.objectContaining({ within: 0.1 }))),
  step('analysis.timeline', {}, ok(expect.arrayContaining([expect.objectContaining({ year: 2023, amountFen: 3590 * WAN })]))),
  step(
    'goal.solve',
    { search: { kind: 'amounts', unitFen: WAN }, demands: [{ kind: 'totalAtMost', fen: 3500 * WAN }] },
    ok(expect.objectContaining({ outcome: 'found' })),
  ),
  {
    name: 'goal.solve',
    input: { search: { kind: 'amounts', unitFen: WAN }, demands: [{ kind: 'lossAtMost' }] },
    expected: refused('request.invalid', { place: { path: '/demands/0' } }),
  },
  step(
    'workbook.export',
    { language: 'en' },
    ok(expect.objectContaining({ fileName: expect.stringMatching(/\.xlsx$/), base64: expect.stringMatching(/^UEsD/) })),
  ),
  step('template.export', {}, ok(expect.objectContaining({ base64: expect.stringMatching(/^UEsD/) }))),
  step('app.fault', { incident: 'K7Q2MX', text: 'TypeError: x is undefined' }, ok({})),
  step('app.fault', { incident: 'a line\nof its own', text: '' }, refused('request.invalid', { place: { path: '/incident' } })),
  step(
    'app.bundle',
    {},
    ok(expect.objectContaining({ fileName: expect.stringMatching(/^quanheng-bundle-/), mediaType: 'application/zip' })),
  ),
  step('task.progress', { task: 'none' }, ok(null)),
  step('task.cancel', { task: 'none' }, ok({})),
  { name: 'no.such', input: {}, expected: refused('request.unknownOperation') },
  { name: 'result.get', input: { more: 1 }, expected: refused('request.invalid') },
  step('plan.close', {}, ok({})),
  step('result.get', {}, refused('plan.none')),
]

describe.each(Object.keys(HOSTS))('through %s', (hostName) => {
  const { folder, remove } = temporaryFolder('contract')
  let host: OpenHost
  beforeAll(async () => {
    host = await HOSTS[hostName]!(folder)
  })
  afterAll(async () => {
    await host.close()
    remove()
  })

  it('a file is handed over once and asked about by its id, until it is let go', async () => {
    /** What a reply notes beside its value is not asked for here. */
    const answerTo = async (name: string, input: unknown): Promise<unknown> => {
      const { touched, restsOn, ...answer } = (await host.call(name, input)) as Reply<unknown> & Note
      return answer
    }
    const sheet = new Uint8Array(readFileSync(join(RESOURCES, 'sample-city.xlsx')))
    const reply = (await host.keepFile(sheet)) as Reply<{ kept: string }>
    const { kept } = (reply as { value: { kept: string } }).value
    const file = { fileName: 'sample-city.xlsx', kept }
    const preview = ok(expect.objectContaining({ rows: 180, unchanged: 180 }))
    for (let time = 0; time < 2; time++) expect(await answerTo('import.preview', file)).toEqual(preview)
    expect(await answerTo('import.preview', { ...file, base64: '' })).toEqual(
      refused('request.invalid', { params: expect.objectContaining({ expected: 'base64 | kept' }) }),
    )
    expect(await answerTo('import.preview', { ...file, kept: '../x' })).toEqual(refused('request.invalid', { place: { path: '/kept' } }))
    expect(await answerTo('file.free', { files: [kept] })).toEqual(ok({}))
    const gone = refused('file.notKept', { params: { file: 'sample-city.xlsx' }, place: { file: 'sample-city.xlsx' } })
    expect(await answerTo('import.preview', file)).toEqual(gone)
    expect(await answerTo('ledger.preview', file)).toEqual(gone)
    expect(await answerTo('package.open', file)).toEqual(gone)
    const problems = [expect.objectContaining({ code: 'file.notKept' })]
    expect(await answerTo('import.desk', { files: [file] })).toEqual(
      ok(expect.objectContaining({ files: [expect.objectContaining({ problems })] })),
    )
    expect(await answerTo('rollup.preview', { files: [file] })).toEqual(
      ok(expect.objectContaining({ packages: [expect.objectContaining({ problems })] })),
    )
  })

  it.each(MORNING.map((each, position) => ({ ...each, position })))('$position $name', async ({ name, input, expected }) => {
    const reply = (await host.call(name, input)) as Reply<unknown>
    const { touched, restsOn, ...answer } = reply as Reply<unknown> & Note
    expect(answer).toEqual(expected)
    expect(Note.safeParse({ touched, restsOn }).success).toBe(true)
    expect(touched !== undefined, 'a command that was done says what it touched').toBe(
      reply.ok && operations[name as OperationName].kind === 'command',
    )
    // What crosses a host is JSON: nothing may get lost on the way.
    expect(JSON.parse(JSON.stringify(reply))).toEqual(reply)
    if (reply.ok) operations[name as OperationName].output.parse(reply.value)
  })
})

it('needed no incident for any of it but the one of the page', () =>
  expect(errors.filter((each) => !each.startsWith('incident K7Q2MX in the page: '))).toEqual([]))
