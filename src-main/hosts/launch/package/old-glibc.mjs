// The database's native part for older Linux. What comes with better-sqlite3 asks for glibc 2.34; Kylin V10 and UOS 20 have 2.28 to 2.31.
// So it is compiled from the sources in the same package, with the settings that stand there, against old-glibc.c. It keeps to Node-API: one
// file serves Node and Electron.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { modules } from '../folders.mjs'
import { run } from '../processes.mjs'
import { say } from '../words.mjs'
import { compilerOf, compilerPackage } from './compilers.mjs'
import { askedBeyond } from './elf.mjs'

export const OLDEST_GLIBC = '2.28'

const sources = join(modules, 'better-sqlite3')
const shim = join(import.meta.dirname, 'old-glibc.c')
/** Node's own headers lie beside the Node that came with the packages. */
const HEADERS = [
  join(dirname(process.execPath), '..', 'include', 'node'),
  join(modules, 'node-addon-api'),
  join(sources, 'deps', 'sqlite3'),
].flatMap((folder) => ['-I', folder])
const EVERY = ['-O2', '-fPIC', '-w', '-DNDEBUG', '-fvisibility=hidden', '-ffunction-sections', '-fdata-sections']
/** All that Node looks for in it. */
const SHOWN = '{ global: napi_register_module_v1; node_api_module_get_api_version_v1; local: *; };\n'
/** Since glibc 2.34 these are empty, and the linker would leave them out; before, what is called in them is nowhere else. */
const LIBRARIES = ['-lm', '-Wl,--no-as-needed', '-l:libpthread.so.0', '-l:libdl.so.2']

/** @returns the first list of definitions in one of the package's settings, as arguments of a compiler */
function definitionsIn(path) {
  const [, list] = /'defines': \[([^\]]*)\]/.exec(readFileSync(join(sources, path), 'utf8'))
  return [...list.matchAll(/'([^']+)'/g)].map(([, definition]) => `-D${definition}`)
}

/** Compiles and links into a folder. @returns {Promise<string | null>} the path of what was made */
async function compile(processor, folder) {
  const [compilerOfC, compiler] = [compilerOf(processor, 'gcc'), compilerOf(processor)]
  const [ofShim, ofDatabase, ofAddon] = ['shim.o', 'database.o', 'addon.o'].map((name) => join(folder, name))
  const given = {
    shim: ['-fno-builtin', '-c', shim, '-o', ofShim],
    database: ['-std=c99', ...definitionsIn('deps/defines.gypi'), '-c', join(sources, 'deps/sqlite3/sqlite3.c'), '-o', ofDatabase],
    addon: ['-std=c++20', '-fno-rtti', '-fno-exceptions', '-fvisibility-inlines-hidden', ...definitionsIn('binding.gyp')],
  }
  given.addon.push(...HEADERS, '-c', join(sources, 'src/better_sqlite3.cpp'), '-o', ofAddon)
  const stdio = ['ignore', 2, 2]
  const failed = await Promise.all([
    run(compilerOfC, [...EVERY, ...given.shim], { stdio }),
    run(compilerOfC, [...EVERY, ...given.database], { stdio }),
    run(compiler, [...EVERY, ...given.addon], { stdio }),
  ])
  if (failed.some((status) => status !== 0)) return null
  const [made, shown] = [join(folder, 'made.node'), join(folder, 'shown.map')]
  writeFileSync(shown, SHOWN)
  // C++'s library goes in as a part: an old system has an old one.
  const whole = ['-static-libstdc++', '-static-libgcc', '-Wl,--gc-sections', '-Wl,-Bsymbolic', `-Wl,--version-script=${shown}`, '-s']
  const status = await run(compiler, ['-shared', ...whole, ofShim, ofDatabase, ofAddon, '-o', made, ...LIBRARIES], { stdio })
  return status === 0 ? made : null
}

/** What the result depends on, but for the compiler: whatever that makes is looked at. */
function kept(processor, folder) {
  const hash = createHash('sha256')
  for (const path of [join(sources, 'package.json'), shim, import.meta.filename]) hash.update(readFileSync(path))
  return join(folder, `${hash.digest('hex').slice(0, 16)}-${processor}.node`)
}

const isThere = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

/**
 * Makes the native part for a processor, once: it is kept beside the packages. What is missing for it is said.
 * @param {'x64' | 'arm64'} processor @param {string} keptIn the folder for what was made
 * @returns {Promise<string | null>} the path of a .node that asks for nothing newer than OLDEST_GLIBC; null where it can't be made here
 */
export async function nativeForOldGlibc(processor, keptIn = join(modules, '.cache', 'old-glibc')) {
  const path = kept(processor, keptIn)
  if (existsSync(path)) return path
  const compiler = compilerOf(processor)
  if (!isThere(compiler)) {
    const name = compilerPackage(processor)
    say(
      `没有 ${compiler}（Debian：${name}）：linux-${processor} 的数据库部件需要 glibc 2.34，不能用于麒麟 V10 和 UOS 20。`,
      `There is no ${compiler} (Debian: ${name}): the database's native part for linux-${processor} needs glibc 2.34, not for Kylin V10 and UOS 20.`,
    )
    return null
  }
  mkdirSync(keptIn, { recursive: true })
  const folder = mkdtempSync(join(keptIn, 'making-'))
  try {
    const made = await compile(processor, folder)
    const beyond = made === null ? ['?'] : askedBeyond(readFileSync(made), OLDEST_GLIBC)
    if (beyond.length > 0) {
      say(
        `未能为 glibc ${OLDEST_GLIBC} 编译 linux-${processor} 的数据库部件（${beyond.join('、')}）。`,
        `The database's native part for linux-${processor} could not be compiled for glibc ${OLDEST_GLIBC} (${beyond.join(', ')}).`,
      )
      return null
    }
    renameSync(made, path)
    return path
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
