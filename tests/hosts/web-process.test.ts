import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { spawnSync } from 'node:child_process'
import { ROOT, temporaryFolder } from '../support/project.ts'
import { openSession, startWebHostProcess, type RunningWebHost } from '../support/web-host.ts'

let data: ReturnType<typeof temporaryFolder>
const running: RunningWebHost[] = []
const start = async (folder = data.folder): Promise<RunningWebHost> => {
  const host = await startWebHostProcess(folder)
  running.push(host)
  return host
}
beforeEach(() => {
  data = temporaryFolder('web')
})
afterEach(async () => {
  for (const host of running.splice(0)) if (host.process.exitCode === null) await host.end('SIGKILL')
  data.remove()
})

it.each(['SIGINT', 'SIGTERM'] as const)(
  'prints its address, opens the sample city, and on %s closes the plan and ends with 0',
  async (signal) => {
    const first = await start()
    expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    const call = await openSession(first.address)
    expect(await call('app.status')).toMatchObject({
      status: 200,
      reply: { ok: true, value: { startProblems: [], plan: { synthetic: true } } },
    })
    await call('app.rename', { operator: '王' })
    expect(await first.end(signal)).toBe(0)
    expect(
      readdirSync(data.folder).filter((name) => /-(wal|shm)$/.test(name)),
      'what SQLite leaves of a plan that was not closed',
    ).toEqual([])

    const second = await openSession((await start()).address)
    expect(await second('app.status')).toMatchObject({ reply: { value: { startProblems: [], operator: '王', plan: { synthetic: true } } } })
  },
)

it('does not open a plan that another window has open, and says so', async () => {
  await start()
  const second = await openSession((await start()).address)
  expect(await second('app.status')).toMatchObject({ reply: { value: { plan: null, startProblems: [{ code: 'plan.locked' }] } } })
})

it('answers also where the data folder cannot be used', async () => {
  const file = join(data.folder, 'a file')
  writeFileSync(file, '')
  const call = await openSession((await start(file)).address)
  const { reply } = await call('app.status')
  expect(reply).toMatchObject({ ok: true, value: { plan: null, startProblems: [{ code: 'internal.start' }] } })
})

it.each([
  [['--port', '70000'], /--port.*70000.*0 - 65535/],
  [['--port'], /--port/],
  [['extra'], /extra/],
  [['--nothing'], /--nothing/],
])('refuses %j as wrong use', (given, words) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src-main/hosts/web/main.ts'), ...given], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(/\n\s+at /)
})

it('opens its address as a window of an installed browser, with settings of its own, and closes it at the end', async (context) => {
  if (process.platform === 'win32') context.skip('the stand-in for the browser is a shell script')
  const browser = join(data.folder, 'browser.sh')
  const asked = join(data.folder, 'asked.txt')
  const closed = join(data.folder, 'closed.txt')
  writeFileSync(
    browser,
    `#!/bin/sh\ntrap 'echo yes > "${closed}"; kill $!; exit 0' TERM\necho "$@" > "${asked}.partial"; mv "${asked}.partial" "${asked}"\nsleep 60 &\nwait\n`,
  )
  chmodSync(browser, 0o755)
  const host = await startWebHostProcess(data.folder, undefined, { given: ['--open'], env: { CHROMIUM_PATH: browser, DISPLAY: ':1' } })
  running.push(host)
  await expect.poll(() => existsSync(asked)).toBe(true)
  const given = readFileSync(asked, 'utf8')
  // Every account of the computer can read what stands on a command line: an address that opens one session, and not the token.
  const once = /--app=(\S+)/.exec(given)![1]!
  expect(new URL(once).origin).toBe(host.origin)
  expect(given).not.toContain(new URL(host.address).searchParams.get('token')!)
  expect((await fetch(once, { redirect: 'manual' })).status).toBe(303)
  expect((await fetch(once, { redirect: 'manual' })).status).toBe(403)
  expect(given).toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1')
  expect(given).toContain(`--user-data-dir=${join(data.folder, 'browser')} `)
  expect(await host.end('SIGTERM')).toBe(0)
  await expect.poll(() => existsSync(closed)).toBe(true)
})

it('goes on after an error that nobody has caught, with its account in the log under a number', async () => {
  const fault = `process.on('SIGUSR2', () => { Promise.reject(new TypeError('promise')); setTimeout(() => { throw new TypeError('timer') }) })`
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(fault)}` }
  const host = await startWebHostProcess(data.folder, undefined, { env })
  running.push(host)
  const call = await openSession(host.address)
  host.process.kill('SIGUSR2')
  const log = join(data.folder, 'quanheng.log')
  const accounts = (): string[] =>
    existsSync(log)
      ? [...readFileSync(log, 'utf8').matchAll(/incident [2-9A-Z]{6} during the host: TypeError: (\w+)/g)].map(([, what]) => what!)
      : []
  await expect.poll(accounts, { timeout: 10_000 }).toEqual(['promise', 'timer'])
  expect(await call('app.status')).toMatchObject({ status: 200, reply: { ok: true, value: { plan: { synthetic: true } } } })
  expect(await host.end()).toBe(0)
})
