import { request as httpRequest } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatchContext } from '../../src-main/desk/dispatch.ts'
import { KeptFiles, type KeepFile } from '../../src-main/desk/kept-files.ts'
import { LARGEST_REQUEST } from '../../src-main/desk/wire.ts'
import { startWebServer, type WebServer } from '../../src-main/hosts/web/server.ts'
import { LARGEST_FILE } from '../../src-main/model/file.ts'
import { bytesOf } from '../../src-main/shared/file-content.ts'
import { keptIn, temporaryFolder } from '../support/project.ts'
import { listeningLogger, smallService } from '../support/small-service.ts'
import { openSession } from '../support/web-host.ts'

const { folder, remove } = temporaryFolder('pages')
const pages = join(folder, 'renderer')
const { logger, errors, infos } = listeningLogger()
const kept = new KeptFiles(folder, () => new Date('2026-11-23T01:00:00Z'))
const keepFile: KeepFile = (content) => kept.keep(content)
let server: WebServer
let cookie = ''

beforeAll(async () => {
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<title>页</title>')
  writeFileSync(join(pages, 'assets', 'a.js'), 'export {}')
  writeFileSync(join(folder, 'secret.json'), '{}')
  server = await startWebServer({ service: smallService, keepFile, context: dispatchContext('web', logger, false), pages, ports: [0] })
  const entry = await fetch(server.address, { redirect: 'manual' })
  cookie = entry.headers.get('set-cookie')!.split(';')[0]!
})
afterAll(async () => {
  await server.close()
  kept.clear()
  remove()
})

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}
/** Sends exactly these headers, which fetch would not let us forge. */
const send = (
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: server.authority.split(':')[1], path, method, headers: { host: server.authority, ...headers } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts).toString() }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
const own = (): Record<string, string> => ({ cookie, origin: `http://${server.authority}`, 'content-type': 'application/json' })
const ask = (headers: Record<string, string>, name = 'plan.adopted') =>
  send('/api', { method: 'POST', headers, body: JSON.stringify({ name, input: {} }) })

describe('who may use the loopback host', () => {
  it('gives a session to the address with the token, and takes the token out of the address bar', async () => {
    const [first, second] = [await send(`/?token=${server.token}`), await send(`/?token=${server.token}`)]
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
    const port = server.authority.split(':')[1]
    const [one, other] = [first, second].map((answer) => String(answer.headers['set-cookie']))
    expect(one).toMatch(new RegExp(`^quanheng_${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))
    // Who reads a session's cookie can open no other, and who reads the token has no session that is there already.
    expect(one).not.toBe(other)
    expect(one).not.toContain(server.token)
  })

  it('gives one session to an address for once; whoever comes second ends it, for one of the two has only read it', async () => {
    const { pathname, search } = new URL(server.addressOnce())
    const first = await send(pathname + search)
    const session = { cookie: String(first.headers['set-cookie']).split(';')[0]! }
    expect((await send('/', { headers: session })).status).toBe(200)
    const second = await send(pathname + search)
    expect(second).toMatchObject({ status: 403, body: expect.stringContaining('已经用过') })
    expect(second.headers['set-cookie']).toBeUndefined()
    expect((await send('/', { headers: session })).status).toBe(401)
    expect((await send('/', { headers: { cookie } })).status).toBe(200)
  })

  it('answers wrong tokens later and later, and nobody else', async () => {
    const waits: number[] = []
    const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds)
    const patient = await startWebServer({ service: {}, keepFile, context: dispatchContext('web', logger, false), pages, ports: [0], wait })
    for (let wrong = 0; wrong < 13; wrong += 1) expect((await fetch(`http://${patient.authority}/?token=wrong${wrong}`)).status).toBe(403)
    expect(waits).toEqual([0, 0, 0, 0, 0, 250, 500, 1000, 2000, 4000, 8000, 8000, 8000])
    expect((await fetch(patient.address, { redirect: 'manual' })).status).toBe(303)
    expect(waits).toHaveLength(13)
    await patient.close()
  })

  it('has a token that cannot be guessed, another at each start', async () => {
    const other = await startWebServer({ service: {}, keepFile, context: dispatchContext('web', logger, false), pages, ports: [0] })
    await other.close()
    expect(Buffer.from(server.token, 'base64url')).toHaveLength(32)
    expect(other.token).not.toBe(server.token)
  })

  it.each([
    ['a wrong token', '/?token=wrong', {}, 403],
    ['no session', '/', {}, 401],
    ['no session, for a part of a page', '/assets/a.js', {}, 401],
    ['a session that is not ours', '/', { cookie: 'quanheng_1=x' }, 401],
    ['a foreign name for this computer', '/', { host: 'evil.example:80' }, 421],
    ['localhost instead of the address', '/', { host: 'localhost' }, 421],
    ['another site', '/', { origin: 'http://evil.example' }, 403],
  ])('refuses %s', async (_, path, headers, status) => {
    expect((await send(path, { headers: headers as Record<string, string> })).status).toBe(status)
  })

  it.each([
    ['without a session', () => ({ ...own(), cookie: '' })],
    ['without an origin', () => ({ cookie, 'content-type': 'application/json' })],
    ['sent by another site', () => ({ ...own(), 'sec-fetch-site': 'cross-site' })],
    ['sent by another port of this computer', () => ({ ...own(), 'sec-fetch-site': 'same-site' })],
    ['as a form', () => ({ ...own(), 'content-type': 'application/x-www-form-urlencoded' })],
  ])('refuses an operation %s', async (_, headers) => {
    const answer = await ask(headers())
    expect(answer.status).toBe(403)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, problems: [{ code: 'request.notAllowed' }] })
  })

  it('does an operation for its own pages', async () => {
    const answer = await ask({ ...own(), 'sec-fetch-site': 'same-origin' })
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: [] })
  })

  it('does no operation by GET', async () => {
    expect((await send('/api', { headers: own() })).status).toBe(403)
  })

  it('listens on this computer only', () => expect(server.authority).toMatch(/^127\.0\.0\.1:\d+$/))
})

describe('pages', () => {
  it('are served with their type and headers that allow nothing from elsewhere', async () => {
    const answer = await send('/', { headers: { cookie } })
    expect(answer).toMatchObject({
      status: 200,
      body: '<title>页</title>',
      headers: { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
    })
    expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';/)
    expect((await send('/assets/a.js', { headers: { cookie } })).headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%5csecret.json',
    '/%00',
    '/%',
    '/assets',
    '/nothing.js',
    '//secret.json',
  ])('finds nothing at %s', async (path) => {
    expect((await send(path, { headers: { cookie } })).status).toBe(404)
  })

  it('answer HEAD without a body, and nothing else', async () => {
    expect(await send('/', { method: 'HEAD', headers: { cookie } })).toMatchObject({ status: 200, body: '' })
    expect((await send('/', { method: 'PUT', headers: { cookie } })).status).toBe(405)
  })
})

describe('operations over HTTP', () => {
  it.each([
    ['nothing.there', 404, 'request.unknownOperation'],
    ['app.rename', 400, 'request.invalid'],
    ['history.undo', 409, 'plan.nothingToUndo'],
    ['plan.close', 500, 'internal.incident'],
  ])('%s is answered with status %i', async (name, status, code) => {
    const answer = await ask(own(), name)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, problems: [{ code }] })
    expect(answer.body).not.toContain('secret')
  })

  it.each(['{', '', 'null', '[]', '{"name":5}'])('%j is refused in the same form', async (body) => {
    const answer = await send('/api', { method: 'POST', headers: own(), body })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, problems: [{ code: 'request.invalid' }] })
  })

  it('refuses what is too large, in words, and goes on', async () => {
    const answer = await send('/api', { method: 'POST', headers: own(), body: Buffer.alloc(LARGEST_REQUEST + 1, ' ') })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({ problems: [{ code: 'file.tooLarge', params: { limit: 80 } }] })
    expect((await ask(own())).status).toBe(200)
  })

  it('shows the progress of one request through another, and cancels it', async () => {
    const call = await openSession(server.address)
    const work = call('import.apply', { id: 'sheet', task: 't' })
    await expect
      .poll(async () => (await call('task.progress', { task: 't' })).reply)
      .toEqual({ ok: true, value: { done: 1, total: 4, label: 'sheet' } })
    await call('task.cancel', { task: 't' })
    expect(await work).toMatchObject({ status: 409, reply: { problems: [{ code: 'task.cancelled' }] } })
  })

  it('writes no token into the log', () => expect(errors.join()).not.toContain(server.token))
})

describe('a file handed over by HTTP', () => {
  const type = { 'content-type': 'application/octet-stream' }
  const handOver = (body: Buffer, headers: Record<string, string> = {}) =>
    send('/files', { method: 'POST', headers: { ...own(), ...type, ...headers }, body })
  const onDisk = (): number => keptIn(folder).length

  it.each([
    ['50 MB', 50 * 1024 * 1024],
    ['exactly as much as is allowed', LARGEST_FILE],
    ['nothing', 0],
  ])('is kept as it came: %s', async (_, length) => {
    const body = Buffer.alloc(length, '社区')
    const answer = await handOver(body)
    expect(answer.status).toBe(200)
    const { value } = JSON.parse(answer.body) as { value: { kept: string } }
    expect(body.equals(bytesOf(kept.contentOf({ fileName: '表.xlsx', ...value }), '表.xlsx'))).toBe(true)
    kept.free([value])
  })

  it('is refused with one byte more, in words, and nothing of it stays', async () => {
    const answer = await handOver(Buffer.alloc(LARGEST_FILE + 1))
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, problems: [{ code: 'file.tooLarge', params: { value: 81, limit: 80 } }] })
    expect(onDisk()).toBe(0)
  })

  it('has the same limit by its content, within an operation', async () => {
    const call = await openSession(server.address)
    const base64 = Buffer.alloc(LARGEST_FILE).toString('base64')
    expect(await call('import.preview', { fileName: '表.xlsx', base64 })).toMatchObject({ status: 404, reply: { ok: false } })
    expect(await call('import.preview', { fileName: '表.xlsx', base64: base64 + 'AAAA'.repeat(1_000_000) })).toMatchObject({ status: 413 })
  })

  it.each([
    ['without a session', { cookie: '' }],
    ['from another origin', { origin: 'http://evil.example' }],
    ['sent by another site', { 'sec-fetch-site': 'cross-site' }],
    ['as JSON', { 'content-type': 'application/json' }],
    ['as a form', { 'content-type': 'multipart/form-data' }],
    ['to a foreign name of this computer', { host: 'evil.example:80' }],
  ])('is refused %s', async (_, headers) => {
    const { status } = await handOver(Buffer.from('x'), headers as unknown as Record<string, string>)
    expect([403, 421]).toContain(status)
    expect(onDisk()).toBe(0)
  })

  it('is refused by GET', async () => expect((await send('/files', { headers: { ...own(), ...type } })).status).toBe(403))

  it('that breaks off leaves nothing, and is no fault of ours', async () => {
    const before = errors.length
    const [host, port] = server.authority.split(':')
    const request = httpRequest({
      host,
      port,
      path: '/files',
      method: 'POST',
      headers: { ...own(), ...type, host: server.authority, 'content-length': '100' },
    })
    const broken = new Promise((resolve) => request.on('error', resolve))
    request.write('half', () => request.destroy())
    await broken
    await expect.poll(() => infos.some((text) => text.includes('the browser went away'))).toBe(true)
    expect([onDisk(), errors.length]).toEqual([0, before])
  })
})

describe('ports', () => {
  const startOn = (ports: number[]) =>
    startWebServer({ service: {}, keepFile, context: dispatchContext('web', logger, false), pages, ports })
  it('says which port is taken, or takes the next of the list', async () => {
    const taken = Number(server.authority.split(':')[1])
    await expect(startOn([taken])).rejects.toMatchObject({ problems: [{ code: 'host.portTaken', params: { port: String(taken) } }] })
    const other = await startOn([taken, 0])
    expect(other.authority).not.toBe(server.authority)
    await other.close()
  })
})
