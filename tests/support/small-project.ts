import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach } from 'vitest'
import { ROOT, temporaryFolder } from './project.ts'

/** A small project around the real launcher: its packages are little programs that say what they were asked. */
export let folder: string
let remove: () => void
export const write = (path: string, content: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

/** As a package of npm, with one command. `body` runs with `given` as its arguments. */
export const addPackage = (name: string, body: string, command = name): void => {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', bin: { [command]: 'command.js' } }))
  write(`node_modules/${name}/command.js`, `const given = process.argv.slice(2)\n${body}\n`)
}
export const says = (text: string, status = 0): string => `console.log(${JSON.stringify(text)}, ...given); process.exitCode = ${status}`
export const reports = (passed: number, failed: number, skipped: number, reason = ''): string => `
import { writeFileSync } from 'node:fs'
const counts = { passed: ${passed}, failed: ${failed}, skipped: ${skipped}, reasons: Array.from({ length: ${skipped} }, () => ${JSON.stringify(reason)}), failures: Array.from({ length: ${failed} }, (_, n) => 'what failed ' + n) }
writeFileSync(process.env.QUANHENG_COUNTS + '/' + process.pid + '.json', JSON.stringify(counts))
process.exitCode = ${failed > 0 ? 1 : 0}`

/** Stands in for npm: notes how it was called, and "installs" a mark. */
export const NPM = `
const { appendFileSync, mkdirSync } = require('node:fs')
mkdirSync('node_modules', { recursive: true })
const settings = Object.keys(process.env).filter((name) => name.startsWith('npm_config'))
appendFileSync('npm-was-asked.txt', process.argv.slice(2).join(' ') + ' ' + settings.join() + '\\n')
console.log('npm talks on standard output')
process.exitCode = Number(process.env.NPM_STATUS ?? 0)`

export const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: folder,
  LANG: 'en_US.UTF-8',
  npm_execpath: join(folder, 'npm.cjs'),
  npm_config_loglevel: 'silent',
  ...more,
})
export const launch = (given: string[], more: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['src-main/hosts/launch/run.mjs', ...given], { cwd: folder, encoding: 'utf8', env: environment(more) })
/** Launches and sends the signal as soon as the program says 'ready'. @returns its exit status, and what it has said */
export async function launchUntilReady(task: string, signal: NodeJS.Signals): Promise<{ status: unknown; lines: string[] }> {
  const child = spawn(process.execPath, ['src-main/hosts/launch/run.mjs', task], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    if (line === 'ready') child.kill(signal)
  })
  const status = await new Promise((resolve) => {
    child.on('close', resolve)
  })
  return { status, lines }
}
export const timesInstalled = (): number =>
  existsSync(join(folder, 'npm-was-asked.txt')) ? readFileSync(join(folder, 'npm-was-asked.txt'), 'utf8').trim().split('\n').length : 0

/** Before each test of a file the project is made anew. */
export function useSmallProject(): void {
  beforeEach(() => {
    ;({ folder, remove } = temporaryFolder('launch'))
    cpSync(join(ROOT, 'src-main/hosts/launch'), join(folder, 'src-main/hosts/launch'), { recursive: true })
    for (const path of ['package.json', 'package-lock.json', 'electron.vite.config.ts']) write(path, '{}')
    write('src-renderer/index.html', '')
    write('npm.cjs', NPM)
    write(
      'src-main/hosts/cli/main.ts',
      'console.log(JSON.stringify({ folder: process.cwd(), given: process.argv.slice(2) })); process.exitCode = Number(process.env.CLI_STATUS ?? 0)',
    )
    addPackage('electron-vite', says('built'))
  })
  afterEach(() => remove())
}
