import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { compilerOf, compilerPackage, PROCESSORS } from './package/compilers.mjs'
import { say } from './words.mjs'

const foundOnPath = (...names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))
const onPath = (...names) => foundOnPath(...names) !== undefined
/** Writer has a starter of its own beside that of the whole office. */
const hasWriter = () => {
  const office = foundOnPath('soffice')
  return office !== undefined && existsSync(join(dirname(realpathSync(office)), 'swriter'))
}

const LIGHT_BROWSER = 'chromium-headless-shell'
/**
 * @returns the path of Chromium without its own windows, or undefined: the same engine for pages and PDF, with half the work for each
 * page (measured: 57 seconds of processor time instead of 99 for fourteen tests of the screen)
 */
export const lightBrowser = () => foundOnPath(LIGHT_BROWSER)

/** Programs that some tests need beside Node, and how to tell that they are there. */
const TOOLS = [
  { package: 'chromium', present: () => Boolean(process.env.CHROMIUM_PATH) || onPath('chromium', 'google-chrome') },
  { package: 'fonts-noto-cjk', present: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') },
  { package: 'poppler-utils', present: () => onPath('pdftotext') },
  { package: 'libreoffice-calc', present: () => onPath('soffice') },
  { package: 'libreoffice-writer', present: hasWriter },
  ...PROCESSORS.map((processor) => ({ package: compilerPackage(processor), present: () => onPath(compilerOf(processor)) })),
]

const PATIENCE = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20']
const apt = (...given) =>
  spawnSync('apt-get', [...PATIENCE, ...given], {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0
const installing = (packages) => ['install', '-y', '--no-install-recommends', ...packages]

/**
 * On Debian and its relatives, as root, installs what the tests need beside Node; elsewhere says how, in one line. A failure is no
 * failure of the tests: those that need a missing program are counted as skipped, and without the light browser they are only slower.
 */
export function provideSystemPackages() {
  if (process.platform !== 'linux') return
  const missing = TOOLS.filter((tool) => !tool.present()).map((tool) => tool.package)
  const wanted = process.env.CHROMIUM_PATH || lightBrowser() ? missing : [...missing, LIGHT_BROWSER]
  if (wanted.length === 0) return
  if (process.getuid() === 0 && onPath('apt-get')) {
    say(`正在安装测试所需的系统软件包：${wanted.join(' ')} ……`, `Installing system packages for the tests: ${wanted.join(' ')} ...`)
    apt('update', '-qq')
    // Not every system has the light one, and one that is missing keeps all others from being installed.
    if (apt(...installing(wanted)) || apt(...installing(missing))) return
  }
  if (missing.length === 0) return
  const command = `sudo apt-get update && sudo apt-get ${installing(missing).join(' ')}`
  say(
    `缺少 ${missing.join('、')}：需要它们的测试将跳过。安装命令：${command}`,
    `Missing: ${missing.join(', ')}. Tests that need them are skipped. To install: ${command}`,
  )
}
