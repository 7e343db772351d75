// npm run package: makes what an office installs. See usage below, and "To install it" in the README.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../folders.mjs'
import { say, words } from '../words.mjs'
import { check } from './check.mjs'
import { writeDigests } from './digests.mjs'
import { listOfParts, thirdPartyNotices } from './notices.mjs'
import { nativeForOldGlibc } from './old-glibc.mjs'
import { makePlaceholder } from './placeholder.mjs'
import { aboutPackage, putTogether } from './program.mjs'
import { settingsFor } from './settings.mjs'

// It looks at nothing but the arguments, so it is loaded by whoever packs, and by nobody else.
const { build, Platform, Arch } = createRequire(import.meta.url)('electron-builder')

const SYSTEMS = { win32: Platform.WINDOWS, linux: Platform.LINUX, darwin: Platform.MAC }
const USAGE = words(
  'npm run package -- [--system win32|linux|darwin] [--processor x64|arm64] [--runtime 文件夹] [--sm3] [--check]',
  'npm run package -- [--system win32|linux|darwin] [--processor x64|arm64] [--runtime FOLDER] [--sm3] [--check]',
)
const dist = join(root, 'dist')

/** What lies beside the program for people to read. @returns the folder */
function writePapers(folder, packages) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'LICENSE.txt'), readFileSync(join(root, 'resources', 'LICENSE.txt')))
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages))
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(listOfParts(packages), null, 1)}\n`)
  return folder
}

/**
 * Packs the program for one system and processor.
 * @param {{ system: string, processor: string, made: string, runtime?: string, kinds?: string[] }} wanted `made` is the folder for what is
 *   made, `kinds` of it are those of the settings unless given
 * @returns {Promise<string[]>} paths of what was made, folders not among them
 */
async function pack({ system, processor, made, runtime, kinds = [] }) {
  const work = join(made, `.work-${system}-${processor}`)
  const native = system === 'linux' ? await nativeForOldGlibc(processor) : null
  const packages = putTogether(join(work, 'program'), `${system}-${processor}`, native)
  const papers = writePapers(join(work, 'papers'), packages)
  const { version: electronVersion } = aboutPackage('node_modules/electron')
  const config = settingsFor({ program: join(work, 'program'), made, papers, runtime, electronVersion })
  const given = { projectDir: root, targets: SYSTEMS[system].createTarget(kinds, Arch[processor]), config, publish: 'never' }
  try {
    return await build(given)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Packs without the network, over a runtime that is none; only the folder, no installer. @returns the folder that was made */
export async function packOverPlaceholder({ system, processor, made }) {
  const runtime = join(made, `placeholder-${system}`)
  makePlaceholder(runtime, system, aboutPackage('node_modules/electron').version)
  await pack({ system, processor, made, runtime, kinds: ['dir'] })
  return join(
    made,
    readdirSync(made).find((name) => name.endsWith('-unpacked')),
  )
}

async function main() {
  const { values } = parseArgs({
    options: {
      system: { type: 'string', default: process.platform },
      processor: { type: 'string', default: process.arch },
      runtime: { type: 'string' },
      sm3: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      'placeholder-into': { type: 'string' },
    },
  })
  const { system, processor, runtime } = values
  if (!Object.hasOwn(SYSTEMS, system) || !['x64', 'arm64'].includes(processor)) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  if (values.check) return check(packOverPlaceholder)
  if (values['placeholder-into'] !== undefined) {
    await packOverPlaceholder({ system, processor, made: values['placeholder-into'] })
    return 0
  }
  if (runtime !== undefined && !existsSync(runtime)) {
    say(`没有这个文件夹：${runtime}`, `There is no such folder: ${runtime}`)
    return 1
  }
  try {
    const made = await pack({ system, processor, made: dist, ...(runtime !== undefined && { runtime: resolve(runtime) }) })
    await writeDigests(dist, 'sha256', 'SHA256SUMS.txt')
    if (values.sm3) await writeDigests(dist, 'sm3', 'SM3SUMS.txt')
    process.stdout.write(`${made.join('\n')}\n`)
    return 0
  } catch (error) {
    if (!/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|getaddrinfo|status code|socket/i.test(String(error))) throw error
    say(NETWORK.zh, NETWORK.en)
    return 1
  }
}

const NETWORK = {
  zh:
    '打包需要从网络取得 Electron 运行时和安装包工具：可设 ELECTRON_MIRROR 和 ELECTRON_BUILDER_BINARIES_MIRROR 指定镜像，' +
    '或用 --runtime 指定已解压的运行时文件夹。',
  en:
    "Packing needs Electron's runtime and the installers' tools from the network: ELECTRON_MIRROR and ELECTRON_BUILDER_BINARIES_MIRROR name " +
    'mirrors, --runtime names a folder with the unzipped runtime.',
}

process.exitCode = await main()
