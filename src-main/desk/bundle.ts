import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { LOG_FILE } from '../shared/logger.ts'
import { storedZip, type ArchivePart } from '../shared/stored-zip.ts'
import { planFacts } from '../store/index.ts'
import type { Desk, AppOptions } from './desk.ts'
import { plainLog } from './plain-log.ts'
import type { Host } from './service.ts'

/** The last signs of the log: some weeks of it. */
const LONGEST_LOG = 400_000
const MEGABYTE = 1_048_576

interface BundleInput {
  options: AppOptions
  host: Host
  /** Why the app has not started. */
  problems: readonly Problem[]
  /** Path of the plan that it is about. */
  plan: string | null
  /** The plan itself, where it is wanted: then the log is whole as well. */
  copy: Uint8Array | null
}

function logOf({ dataFolder }: AppOptions): string {
  const parts = [`${LOG_FILE}.old`, LOG_FILE].map((name) => join(dataFolder, name)).filter((path) => existsSync(path))
  return parts
    .map((path) => readFileSync(path, 'utf8'))
    .join('')
    .slice(-LONGEST_LOG)
}

/** The log, or why it can't be read: a bundle is asked for when something is wrong. */
function readLog(options: AppOptions): string {
  try {
    return logOf(options)
  } catch (error) {
    return `log ${(error as NodeJS.ErrnoException).code ?? 'unreadable'}`
  }
}

/**
 * What whoever maintains the program needs, as one file: versions, system, the state of the plan file and the log.
 * @returns a ZIP in which no name, amount or path of anybody is, unless the plan is put in
 */
export function bundleOf({ options, host, problems, plan, copy }: BundleInput): { fileName: string; mediaType: string; base64: string } {
  const at = options.now().toISOString()
  const about = {
    made: at,
    app: options.version,
    host,
    versions: { node: process.versions.node, electron: process.versions['electron'] ?? null, chrome: process.versions['chrome'] ?? null },
    system: { platform: process.platform, release: release(), processor: process.arch, megabytes: Math.round(totalmem() / MEGABYTE) },
    started: problems.map(({ code }) => code),
    plan: plan === null ? null : planFacts(plan),
    withPlan: copy !== null,
  }
  const log = readLog(options)
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  const parts: ArchivePart[] = [
    { path: 'about.json', bytes: text(`${JSON.stringify(about, null, 2)}\n`) },
    { path: 'log.txt', bytes: text(copy === null ? plainLog(log) : log) },
    ...(copy === null ? [] : [{ path: 'plan.quanheng', bytes: copy }]),
  ]
  const fileName = `quanheng-bundle-${at.slice(0, 16).replaceAll(/[-:]/g, '')}.zip`
  return { fileName, mediaType: 'application/zip', base64: Buffer.from(storedZip(parts)).toString('base64') }
}

async function copyOf(desk: Desk): Promise<Uint8Array | null> {
  if (!desk.isOpen) return null
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-bundle-'))
  try {
    const target = join(folder, 'plan')
    await desk.store.copyTo(target)
    return readFileSync(target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The bundle of the app that runs. @throws plan.diskFull where the plan is wanted and can't be copied */
export async function bundleAt(desk: Desk, host: Host, withPlan: boolean): Promise<ReturnType<typeof bundleOf>> {
  const { options, preferences, startProblems } = desk
  const plan = desk.isOpen ? desk.store.file : preferences.lastPlan
  return bundleOf({ options, host, problems: startProblems, plan, copy: withPlan ? await copyOf(desk) : null })
}
