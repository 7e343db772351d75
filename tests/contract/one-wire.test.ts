import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { computed, reactive, ref } from 'vue'
import { dispatchContext } from '../../src-main/desk/dispatch.ts'
import type { KeepFile } from '../../src-main/desk/kept-files.ts'
import { startElectron } from '../../src-main/hosts/electron/start.ts'
import { startWebServer, type WebServer } from '../../src-main/hosts/web/server.ts'
import { chooseTransport } from '../../src-renderer/api/transport.ts'
import { contextBridge } from '../support/electron-stub.ts'
import { temporaryFolder } from '../support/project.ts'
import { listeningLogger, smallService } from '../support/small-service.ts'

const { folder, remove } = temporaryFolder('wire')
const keepFile: KeepFile = () => Promise.reject(new Error('not asked'))
/** What the app was given, as it came out of the wire. */
const came: unknown[] = []
const service = {
  ...smallService,
  'app.rename': (input: unknown) => {
    came.push(input)
    return {}
  },
}
let server: WebServer
const pageFetch = fetch

beforeAll(async () => {
  vi.stubEnv('QUANHENG_DATA', folder)
  await startElectron(async () => ({ service, keepFile, close: async () => undefined }))
  await import('../../src-main/hosts/electron/preload.ts')
  const context = dispatchContext('web', listeningLogger().logger, true)
  server = await startWebServer({ service, keepFile, context, pages: folder, ports: [0] })
})
afterAll(async () => {
  await server.close()
  remove()
})

/** The page's own transport, in each of its hosts. */
const HOSTS = {
  'a window': () => vi.stubGlobal('window', { bridge: contextBridge.exposed.get('bridge') }),
  'a browser': () => {
    const origin = `http://${server.authority}`
    vi.stubGlobal('window', {})
    vi.stubGlobal('fetch', (path: string, { headers, ...more }: RequestInit) =>
      pageFetch(`${origin}${path}`, {
        ...more,
        headers: { ...(headers as Record<string, string>), cookie: server.cookie.split(';')[0]!, origin },
      }),
    )
  },
}

describe.each(Object.entries(HOSTS))('what a page makes of its values crosses in %s', (_, enter) => {
  beforeAll(() => {
    enter()
    came.length = 0
  })

  it('as what they say', async () => {
    const form = reactive({ operator: '王' })
    const rows = ref([{ operator: '李' }])
    const { call } = chooseTransport()
    for (const input of [form, rows.value[0], computed(() => form).value])
      expect(await call('app.rename', input)).toEqual({ ok: true, value: {} })
    expect(came).toEqual([{ operator: '王' }, { operator: '李' }, { operator: '王' }])
  })

  it('and a refusal of them comes back with its place', async () => {
    const columns = ref(['name', 'class'])
    expect(await chooseTransport().call('app.rename', { operator: columns.value })).toMatchObject({
      ok: false,
      problems: [{ code: 'request.invalid', place: { path: '/operator' } }],
    })
  })
})
