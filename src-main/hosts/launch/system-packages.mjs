import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
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

/** Programs that some tests need beside Node, and how to tell that they are there. */
const TOOLS = [
  { package: 'chromium', present: () => Boolean(process.env.CHROMIUM_PATH) || onPath('chromium', 'google-chrome') },
  { package: 'fonts-noto-cjk', present: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') },
  { package: 'poppler-utils', present: () => onPath('pdftotext') },
  { package: 'libreoffice-calc', present: () => onPath('soffice') },
  { package: 'libreoffice-writer', present: hasWriter },
]

/**
 * On Debian and its relatives, as root, installs what the tests need beside Node; elsewhere says how, in one line. A failure is no
 * failure of the tests: those that need a missing program are counted as skipped.
 */
export function provideSystemPackages() {
  if (process.platform !== 'linux') return
  const missing = TOOLS.filter((tool) => !tool.present()).map((tool) => tool.package)
  if (missing.length === 0) return
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid() === 0 && onPath('apt-get')) {
    say(`正在安装测试所需的系统软件包：${missing.join(' ')} ……`, `Installing system packages for the tests: ${missing.join(' ')} ...`)
    const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20']
    spawnSync('apt-get', [...patience, 'update', '-qq'], options)
    const { status } = spawnSync('apt-get', [...patience, ...install.split(' ').slice(1)], options)
    if (status === 0) return
  }
  say(
    `缺少 ${missing.join('、')}：需要它们的测试将跳过。安装命令：sudo apt-get update && sudo ${install}`,
    `Missing: ${missing.join(', ')}. Tests that need them are skipped. To install: sudo apt-get update && sudo ${install}`,
  )
}
