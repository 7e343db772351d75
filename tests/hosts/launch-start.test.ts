import { chmodSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { addPackage, folder, launch, launchUntilReady, useSmallProject, write } from '../support/small-project.ts'

useSmallProject()

describe('start', () => {
  const startWith = (more: Record<string, string> = {}) => launch(['start', '--port', '0'], more)
  beforeEach(() => {
    write('out/main/web.js', `console.log('web host', ...process.argv.slice(2))`)
    addPackage('electron', '', 'electron')
    write('node_modules/electron/package.json', '{"version":"45.4.1"}')
    write('node_modules/electron/install.js', `console.log('noise'); console.error('noise'); process.exitCode = 1`)
  })
  /** A runtime that can be started: a script in place of the program. */
  const provideRuntime = (script: string, version = '45.4.1'): void => {
    write('node_modules/electron/path.txt', 'electron')
    write('node_modules/electron/dist/version', `v${version}`)
    write('node_modules/electron/dist/electron', `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'node_modules/electron/dist/electron'), 0o755)
  }

  it('prints the address where there is no display', () => {
    const { status, stdout, stderr } = startWith()
    expect({ status, stdout: stdout.trim().split('\n').at(-1) }).toEqual({ status: 0, stdout: 'web host --open --port 0' })
    expect(stderr).toContain('no display')
  })

  it('takes an unzipped runtime from a folder that ELECTRON_OVERRIDE_DIST_PATH names', () => {
    provideRuntime('echo window: unzipped')
    const unzipped = join(folder, '运行时 文件夹')
    renameSync(join(folder, 'node_modules/electron/dist'), unzipped)
    rmSync(join(folder, 'node_modules/electron/path.txt'))
    const { status, stdout } = startWith({ DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: unzipped })
    expect({ status, said: stdout.includes('window: unzipped') }).toEqual({ status: 0, said: true })
  })

  it('says in one line when the runtime cannot be had, and opens the same app from the loopback host', () => {
    const { status, stdout, stderr } = startWith({ DISPLAY: ':99' })
    expect(status).toBe(0)
    expect(stdout).toContain('web host --open')
    expect(`${stdout}${stderr}`).not.toContain('noise')
    expect(stderr.split('\n').filter((line) => line.includes('Electron'))).toHaveLength(1)
  })

  it('opens the window when the runtime is there, and passes on how it ended', () => {
    provideRuntime('echo "window $*"')
    const { status, stdout } = startWith({ DISPLAY: ':99' })
    expect(status).toBe(0)
    expect(stdout).toMatch(/window (--no-sandbox )?\.\n/)
    expect(stdout).not.toContain('web host')
  })

  it('fetches the runtime when it is missing or of another version', () => {
    provideRuntime('echo old', '44.0.0')
    write(
      'node_modules/electron/install.js',
      `require('node:fs').writeFileSync(__dirname + '/dist/version', '45.4.1'); require('node:fs').writeFileSync('mirror.txt', process.env.ELECTRON_MIRROR + ' ' + process.env.npm_config_electron_mirror)`,
    )
    const { stdout } = startWith({
      DISPLAY: ':99',
      ELECTRON_MIRROR: 'http://mirror.example/',
      npm_config_electron_mirror: 'http://other.example/',
    })
    expect(stdout).toContain('old')
    expect(readFileSync(join(folder, 'mirror.txt'), 'utf8')).toBe('http://mirror.example/ http://other.example/')
  })

  /** A fetch of a runtime: what it does stands in for Electron's own script. */
  const fetches = (body: string): void =>
    write(
      'node_modules/electron/install.js',
      `const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs')
       const { join } = require('node:path')
       appendFileSync('fetches.txt', 'x')
       const arrive = () => {
         mkdirSync(join(__dirname, 'dist'), { recursive: true })
         writeFileSync(join(__dirname, 'dist/electron'), '#!/bin/sh\\necho window', { mode: 0o755 })
         writeFileSync(join(__dirname, 'dist/version'), '45.4.1')
       }
       ${body}`,
    )
  const timesFetched = (): number => readFileSync(join(folder, 'fetches.txt'), 'utf8').length
  /** The launcher with less patience, so that a test need not wait for it. */
  const withPatience = (milliseconds: number): void => {
    const path = 'src-main/hosts/launch/electron-runtime.mjs'
    const text = readFileSync(join(folder, path), 'utf8')
    expect(text).toContain('QUIET_MS = 20_000')
    write(path, text.replace('QUIET_MS = 20_000', `QUIET_MS = ${milliseconds}`))
  }

  it('waits for a runtime as long as bytes arrive, and tells how many', () => {
    withPatience(1500)
    fetches(`
      let parts = 0
      const timer = setInterval(() => {
        appendFileSync(join(require('node:os').tmpdir(), 'electron.zip'), Buffer.alloc(3 * 1024 * 1024))
        if (++parts === 8) { clearInterval(timer); arrive() }
      }, 500)`)
    const { status, stdout, stderr } = startWith({ DISPLAY: ':99' })
    expect({ status, said: stdout.includes('window') }).toEqual({ status: 0, said: true })
    expect(stderr).toMatch(/Fetching the runtime: 1\d MB so far[^]*Fetching the runtime: 2\d MB so far/)
    expect(stdout).not.toContain('web host')
  })

  it('does not wait for a runtime of which nothing arrives; the fetching outlives the app, and another start takes it up', async () => {
    withPatience(400)
    fetches(`const timer = setInterval(() => {
      if (!existsSync('network-is-back.txt')) return
      clearInterval(timer); arrive(); writeFileSync('arrived.txt', '')
    }, 50)`)
    for (const times of [1, 2]) {
      const { status, stdout, stderr } = startWith({ DISPLAY: ':99' })
      expect({ times, status, said: stdout.includes('web host --open') }).toEqual({ times, status: 0, said: true })
      expect(stderr).toContain('could not be fetched')
    }
    expect(timesFetched()).toBe(1)
    write('network-is-back.txt', '')
    await expect.poll(() => existsSync(join(folder, 'arrived.txt')), { timeout: 20_000 }).toBe(true)
    expect(startWith({ DISPLAY: ':99' }).stdout).toContain('window')
    expect(timesFetched()).toBe(1)
  })

  it('needs nothing of tests, lint, system packages and packing', () => {
    provideRuntime('echo window')
    for (const name of ['suites.mjs', 'system-packages.mjs', 'tasks.mjs', 'eslint.config.mjs', 'package'])
      rmSync(join(folder, 'src-main/hosts/launch', name), { recursive: true })
    expect(startWith({ DISPLAY: ':99' })).toMatchObject({ status: 0, stdout: expect.stringContaining('window') })
  })

  it('opens in the browser when the window does not start', () => {
    provideRuntime('exit 127')
    const { status, stdout, stderr } = startWith({ DISPLAY: ':99' })
    expect(status).toBe(0)
    expect(stdout).toContain('web host --open')
    expect(stderr).toContain('did not start')
  })

  it('ends with Ctrl+C, after the host has ended in its own way', async () => {
    write(
      'out/main/web.js',
      `process.on('SIGINT', () => { console.log('closed'); process.exit(0) }); setInterval(() => {}, 1000); console.log('ready')`,
    )
    launch(['build'])
    const { status, lines } = await launchUntilReady('start', 'SIGINT')
    expect({ status, lines: lines.slice(-2) }).toEqual({ status: 0, lines: ['ready', 'closed'] })
  })
})
