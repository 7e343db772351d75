import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { built, modules, root } from '../folders.mjs'
import { recordIn } from './bundled.mjs'

/** Where the program begins: the window's main program, and the thread that reads sheets. The other hosts are not for an office. */
const BEGINNINGS = ['electron.js', 'import-worker.js', 'teams-worker.js']
const FIRST = 'out/main/electron.js'
/** What the program reads at run time; the licence, notices and list of parts are for people. */
const RESOURCES = [
  'policies',
  'calendar.json',
  'catalogue.json',
  'indicators.json',
  'policy.schema.json',
  'sample-city.xlsx',
  'icons/512x512.png',
]

/** @returns where a program has the database's native part */
export const nativePartFor = (target) => `node_modules/better-sqlite3/prebuilds/${target}.node`

/** The packages that are not bundled, and what of them is loaded. @param target system and processor as in 'linux-x64' */
const WHOLE_PACKAGES = (target) => ({
  'better-sqlite3': ['lib/index.js', 'lib/database.js', 'lib/binding.js', 'lib/sqlite-error.js', 'lib/util.js'].concat(
    readdirSync(join(modules, 'better-sqlite3', 'lib', 'methods')).map((name) => `lib/methods/${name}`),
    `prebuilds/${target}.node`,
  ),
  highs: ['build/highs.mjs', 'build/highs.wasm'],
  'pinyin-pro': ['dist/index.js'],
})

/** @returns the files below a folder, by their paths from it, with / */
export const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()

/** What a built file loads of its neighbours, at once or later. */
const LOADS = /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+\.js)["']/g

/** @returns the built files of the main program that can ever be reached from where it begins */
function reachedFiles() {
  const reached = new Set()
  const toSee = [...BEGINNINGS]
  for (let file = toSee.pop(); file !== undefined; file = toSee.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    const text = readFileSync(join(built, 'main', file), 'utf8')
    for (const [, path] of text.matchAll(LOADS)) toSee.push(posix.join(posix.dirname(file), path))
  }
  return [...reached].sort()
}

const bundledIn = (part) => JSON.parse(readFileSync(recordIn(join(built, part)), 'utf8'))

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true })
}

const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)

/** What Node needs to load a package; what it was made with is no part of the program. */
function howToLoad(name) {
  const { version, license, type, main, exports } = aboutPackage(`node_modules/${name}`)
  return { name, version, license, type, main, exports }
}

/**
 * Puts together the program as it is delivered: what is built and reached, the resources that are read, and of three packages the files
 * that are loaded.
 * @param {string} folder is emptied @param {string} target system and processor, as in 'win32-x64'
 * @param {string | null} native path of the database's native part, where it is another than the one that its package brings for the target
 * @returns {string[]} the folders, from the top one, of all packages of which something is inside
 */
export function putTogether(folder, target, native = null) {
  rmSync(folder, { recursive: true, force: true })
  const main = reachedFiles()
  for (const file of main) copy(join(built, 'main', file), join(folder, 'out', 'main', file))
  copy(join(built, 'preload', 'preload.cjs'), join(folder, 'out', 'preload', 'preload.cjs'))
  for (const file of filesBelow(join(built, 'renderer')).filter((each) => !each.endsWith('.map') && each !== 'bundled.json'))
    copy(join(built, 'renderer', file), join(folder, 'out', 'renderer', file))
  for (const name of RESOURCES) copy(join(root, 'resources', name), join(folder, 'resources', name))
  const whole = WHOLE_PACKAGES(target)
  for (const [name, files] of Object.entries(whole)) {
    for (const file of files) copy(join(modules, name, file), join(folder, 'node_modules', name, file))
    writeJson(join(folder, 'node_modules', name, 'package.json'), howToLoad(name))
  }
  if (native !== null) copy(native, join(folder, nativePartFor(target)))

  const { name, productName, version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const dependencies = Object.fromEntries(Object.keys(whole).map((each) => [each, versionOf(`node_modules/${each}`)]))
  const own = { name, productName, version, description, author: AUTHOR, homepage: HOMEPAGE, type: 'module', main: FIRST, dependencies }
  writeJson(join(folder, 'package.json'), own)

  const inMain = bundledIn('main')
  const packages = [
    ...main.flatMap((file) => inMain[file] ?? []),
    ...['preload', 'renderer'].flatMap((part) => Object.values(bundledIn(part)).flat()),
    ...Object.keys(whole).map((each) => `node_modules/${each}`),
  ]
  return [...new Set(packages)].sort()
}

/** A .deb names whom to ask. */
const AUTHOR = { name: 'Quanheng', email: 'quanheng@example.org' }
const HOMEPAGE = 'https://example.org/quanheng'

/** @returns what a package says of itself */
export const aboutPackage = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
const versionOf = (folder) => aboutPackage(folder).version

/** @returns the paths, within a package, of the files in which it says under which licence it is; some have a folder of them */
export const licenceFiles = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /^(licen[cs]es?|copying|notice)\b/i.test(name))
    .sort()
    .flatMap((name) => {
      const path = join(root, folder, name)
      return statSync(path).isFile() ? [name] : filesBelow(path).map((each) => `${name}/${each}`)
    })
