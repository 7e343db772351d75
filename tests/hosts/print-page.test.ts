import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { PRINTING_STAGES } from '../../src-main/desk/service.ts'
import { pagePrinter } from '../../src-main/hosts/web/print-page.ts'
import type { WebServer } from '../../src-main/hosts/web/server.ts'
import { AppError } from '../../src-main/shared/app-error.ts'
import { pageReady } from '../../src-main/shared/printed-page.ts'
import { temporaryFolder } from '../support/project.ts'
import { wholeBrowser } from '../support/tools.ts'

const browser = wholeBrowser()
const never = new AbortController().signal
const codesOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof AppError ? error.problems.map((each) => [each.code, each.params['detail']]) : String(error)),
  )

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

/** A page behind a cookie, as the loopback host's are. */
async function serving(script: string): Promise<WebServer & { cookies: (string | undefined)[] }> {
  const cookies: (string | undefined)[] = []
  server = createServer((request, response) => {
    cookies.push(request.headers.cookie)
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><style>@page { size: A4 landscape; margin: 20mm }</style><p>权衡<script>${script}</script>`)
  })
  await new Promise<void>((resolve) => {
    server!.listen(0, '127.0.0.1', resolve)
  })
  const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address: '',
    authority,
    token: 'secret',
    addressOnce: () => '',
    cookie: 'quanheng_test=secret-of-the-session; HttpOnly; SameSite=Strict; Path=/',
    close: async () => undefined,
    cookies,
  }
}
const { folder, remove } = temporaryFolder('print-page')
beforeAll(() => {
  vi.stubEnv('TMPDIR', folder)
})
afterAll(() => {
  vi.unstubAllEnvs()
  remove()
})
/** What a browser tells of its network: https://www.chromium.org/developers/design-documents/network-stack/netlog/ */
interface NetLog {
  constants: { logEventTypes: Record<string, number> }
  events: { type: number; params?: { address?: string; group_id?: string } }[]
}
const profiles = (): string[] => readdirSync(folder).filter((name) => name.startsWith('quanheng-print-'))

describe('a page printed with the installed browser', () => {
  it('is said not to be possible where there is none', async () => {
    expect(await codesOf(pagePrinter(await serving(''), () => null)('print/allocation', never))).toEqual([
      ['document.noBrowser', undefined],
    ])
  })

  it.skipIf(browser === null)(
    "is waited for, asked with the session's cookie, and leaves nothing behind",
    async () => {
      const host = await serving('setTimeout(() => { document.documentElement.dataset.sheet = "ready" }, 200)')
      const reached: number[] = []
      const bytes = await pagePrinter(host)('print/allocation', never, (stage) => reached.push(stage))
      expect(reached).toEqual(Array.from({ length: PRINTING_STAGES }, (_, at) => at + 1))
      expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
      expect(host.cookies[0]).toBe('quanheng_test=secret-of-the-session')
      expect(profiles()).toEqual([])
    },
    60_000,
  )

  it.skipIf(browser === null)(
    'passes on what the page says in place of a sheet',
    async () => {
      const host = await serving('document.body.innerHTML = "<p role=alert>没能读出来</p>"')
      expect(await codesOf(pagePrinter(host)('print/nothing', never))).toEqual([['document.pdfFailed', '没能读出来']])
    },
    60_000,
  )

  it.skipIf(browser === null)(
    'fails with the problems that the page shows, without what stands around them',
    async () => {
      const shown = JSON.stringify({ code: 'plan.adoptedUnknown', level: 'error', params: { value: 99, detail: '"x" & [y]' }, place: {} })
      const host = await serving(
        `document.body.innerHTML = '<div role=alert><h2>没能读出来</h2><p>没有 99</p></div>'; document.querySelector('p').dataset.problem = ${JSON.stringify(shown)}`,
      )
      expect(await codesOf(pagePrinter(host)('print/payers', never))).toEqual([['plan.adoptedUnknown', '"x" & [y]']])
      expect(profiles()).toEqual([])
    },
    60_000,
  )

  it.skipIf(browser === null)(
    'stops when it is cancelled',
    async () => {
      const controller = new AbortController()
      const work = pagePrinter(await serving('fetch("/stop")'))('print/allocation', controller.signal)
      server!.on('request', ({ url }) => {
        if (url === '/stop') controller.abort()
      })
      expect(await codesOf(work)).toContain('AbortError')
      expect(profiles()).toEqual([])
    },
    60_000,
  )

  it.skipIf(browser === null || process.platform === 'win32')(
    'reaches nobody but the host: every other name leads nowhere, and nothing is sent',
    async () => {
      const host = await serving('document.documentElement.dataset.sheet = "ready"; fetch("https://example.com/")')
      const [told, program] = [join(folder, 'net.json'), join(folder, 'told.sh')]
      writeFileSync(program, `#!/bin/sh\nexec "${browser}" "$@" "--log-net-log=${told}"\n`, { mode: 0o755 })
      await pagePrinter(host, () => program)('print/allocation', never)
      const { constants, events } = JSON.parse(readFileSync(told, 'utf8')) as NetLog
      const of = (kind: string) => events.filter(({ type }) => type === constants.logEventTypes[kind]).map(({ params }) => params ?? {})
      const tried = of('TCP_CONNECT_ATTEMPT').flatMap(({ address }) => address ?? [])
      expect([...new Set(tried)]).toEqual([host.authority])
      expect(of('UDP_BYTES_SENT')).toEqual([])
      // The page and the browser itself have asked for others, or this would prove nothing.
      expect(of('SOCKET_POOL_CONNECT_JOB_CREATED').some(({ group_id = '' }) => group_id.includes('example.com'))).toBe(true)
    },
    60_000,
  )

  it('says so where the browser ends at once', async () => {
    expect(await codesOf(pagePrinter(await serving(''), () => process.execPath)('print/allocation', never))).toEqual([
      ['document.pdfFailed', expect.stringMatching(/./)],
    ])
  })
})

describe('waiting for a page', () => {
  it('gives up after its time, and says how long it waited', async () => {
    expect(await codesOf(pageReady(async () => '', never, { within: 0 }))).toEqual([['document.pdfFailed', '> 0 s']])
  })
  it('ends as soon as the page is ready', async () => {
    const states = ['', '', 'ready', 'never asked for']
    await pageReady(async () => states.shift()!, never)
    expect(states).toEqual(['never asked for'])
  })
})
