import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { built, root } from './folders.mjs'
import { commandOf } from './install.mjs'
import { run } from './processes.mjs'

const stamp = join(built, '.build-stamp')
const SOURCES = ['src-main', 'src-renderer', 'electron.vite.config.ts', 'package-lock.json']

/** @returns the paths, from the top folder, of a file or of all files below a folder, in a fixed order */
const filesOf = (path) =>
  statSync(join(root, path)).isFile()
    ? [path]
    : readdirSync(join(root, path))
        .sort()
        .flatMap((name) => filesOf(join(path, name)))

/** @returns the hash of every source file's path and bytes */
function hashOfSources() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesOf))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

/**
 * Builds the three hosts and the pages into out/. Its output goes to standard error, or to whoever hears it (see run).
 * @returns {Promise<number>} exit status
 */
export async function build(node, _given = [], { heard } = {}) {
  const hash = hashOfSources()
  rmSync(stamp, { force: true })
  const status = await run(node, [commandOf('electron-vite'), 'build', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2], heard })
  if (status === 0) {
    mkdirSync(built, { recursive: true })
    writeFileSync(stamp, hash)
  }
  return status
}

/** Builds unless out/ was built from exactly these sources. @returns {Promise<number>} exit status */
export const buildWhenNeeded = async (node) => (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources() ? 0 : build(node))
