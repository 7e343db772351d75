import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules, onWindows, root } from './folders.mjs'
import { oneAfterTheOther } from './one-after-the-other.mjs'
import { say } from './words.mjs'

const stamp = join(modules, '.install-stamp')

/** What an installation depends on: the lock file, the dependencies asked for, and the machine. */
function wanted() {
  const { dependencies, devDependencies, optionalDependencies, allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const asked = JSON.stringify({ dependencies, devDependencies, optionalDependencies, allowScripts })
  const hash = createHash('sha256')
    .update(asked)
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform} ${process.arch}\n`
}

/** npm hands its own settings to scripts as environment variables; a nested npm would take them for its own. */
function withoutNpmSettings(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^npm_(config|package|lifecycle)/i.test(name)))
}

/**
 * Installs the locked packages when they are missing or the lock file has changed. npm's output goes to standard error. The stamp
 * is written last, so an interrupted installation is done again. Ends the process with npm's status when it fails.
 */
export function installWhenNeeded() {
  const want = wanted()
  if (isStamped(want)) return
  oneAfterTheOther(root, () => {
    // Another first run may have done it meanwhile.
    if (isStamped(want)) return
    if (isInstalledByHand()) return writeFileSync(stamp, want)
    install(want)
  })
}

const isStamped = (want) => existsSync(stamp) && readFileSync(stamp, 'utf8') === want

/** @returns the packages of a lock file, but for the project itself; none where it can't be read */
function packagesIn(path) {
  try {
    const { packages = {} } = JSON.parse(readFileSync(path, 'utf8'))
    return new Map(Object.entries(packages).filter(([name]) => name !== ''))
  } catch {
    return new Map()
  }
}

/**
 * Whoever has called `npm install` or `npm ci` by hand needs no second installation: npm keeps its own record of what it has put there.
 * @returns whether everything that is locked is there in its version; what is optional may be meant for other machines
 */
function isInstalledByHand() {
  const there = packagesIn(join(modules, '.package-lock.json'))
  const locked = packagesIn(join(root, 'package-lock.json'))
  if (there.size === 0 || locked.size === 0) return false
  return [...locked].every(([name, { version, optional }]) => (there.has(name) ? there.get(name).version === version : optional === true))
}

function install(want) {
  say('正在安装依赖（首次运行或锁文件有变）……', 'Installing dependencies (first run, or the lock file has changed) ...')
  rmSync(stamp, { force: true })
  // npm_execpath is npm's own script when npm started us: no npm.cmd and no shell quoting on Windows.
  const npmScript = process.env.npm_execpath
  const task = ['ci', '--loglevel=error', '--no-audit', '--no-fund']
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: withoutNpmSettings(process.env) }
  const { status } =
    npmScript && /\.[cm]?js$/.test(npmScript)
      ? spawnSync(process.execPath, [npmScript, ...task], options)
      : spawnSync(onWindows ? 'npm.cmd' : 'npm', task, { ...options, shell: onWindows })
  if (status !== 0) {
    say(
      '依赖安装失败。请检查网络或 npm 镜像设置后重试。',
      "The dependencies could not be installed. Check the network or npm's registry setting and try again.",
    )
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, want)
}

/** The Node-API that the database's native part needs, and the oldest Node that has it: an older one crashes there without a word. */
const NODE_API = 10
const OLDEST_NODE = '22.14'

const ownName = `${onWindows ? 'win' : process.platform}-${process.arch}`
/** Under which names a Node is packaged for this machine: the one for Apple silicon has another one. */
const PINNED = [`node-${ownName}`, `node-bin-${ownName}`]

/** @returns the path of the Node 24 that is installed with the other packages, or of the present one where none fits this machine */
export function pinnedNode() {
  const path = PINNED.map((name) => join(modules, name, 'bin', onWindows ? 'node.exe' : 'node')).find((each) => existsSync(each))
  if (path !== undefined) return path
  if (Number(process.versions.napi) >= NODE_API) return process.execPath
  say(
    `需要 Node ${OLDEST_NODE} 或更新版本（当前为 ${process.version}），且没有适合 ${process.platform}-${process.arch} 的内置版本。`,
    `Node ${OLDEST_NODE} or newer is needed (this is ${process.version}), and none is packaged for ${process.platform}-${process.arch}.`,
  )
  process.exit(1)
}

/** @returns the path of a package's command, from its own package.json */
export function commandOf(packageName, command = packageName) {
  const folder = join(modules, ...packageName.split('/'))
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}
