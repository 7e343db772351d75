import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { RESOURCES } from '../../resources/generator/sample-city.ts'
import { createApp } from '../../src-main/modules/app.ts'
import { planResult } from '../../src-main/desk/plan-result.ts'
import type { Service } from '../../src-main/desk/service.ts'
import type { CommunityFacts } from '../../src-main/model/plan.ts'
import { operations, type InputOf, type OutputOf } from '../../src-main/contract/operations.ts'
import { packageName, writePackage } from '../../src-main/documents/package/index.ts'
import { preset, standardDictionary } from '../../src-main/policy/presets.ts'
import { manyCommunities } from './many-communities.ts'

/**
 * How long a city takes to merge the packages of its districts: read and verified, merged, merged again, corrected, exported.
 * Beside the time,
 * how long nobody else has his turn at most, which is how long progress stands still and nothing can be cancelled.
 * Run by hand: `node tests/bench/rollup.ts [COMMUNITIES]`; twice as many should take twice as long.
 */
const COMMUNITIES = Number(process.argv[2] ?? 10_000)
const YEAR = 2023

const policy = preset(RESOURCES, 'reference')!
const dictionary = standardDictionary(RESOURCES)
function packagesOf(facts: readonly CommunityFacts[]): { fileName: string; base64: string }[] {
  return [...Map.groupBy(facts, (each) => each.district).values()].map((communities) => {
    const result = planResult({
      policy,
      dictionary: dictionary.indicators,
      facts: communities,
      overrides: [],
      own: [],
      year: YEAR,
      synthetic: true,
    })
    const content = {
      app: '0.0.0',
      source: { kind: 'present' as const },
      policy,
      dictionary,
      communities,
      overrides: [],
      unitChanges: [],
      ledger: [],
      result,
    }
    return { fileName: packageName(content), base64: Buffer.from(writePackage(content)).toString('base64') }
  })
}

const folder = mkdtempSync(join(tmpdir(), 'quanheng-bench-'))
const app = await createApp({
  dataFolder: folder,
  resourcesFolder: RESOURCES,
  version: '0.0.0',
  now: () => new Date(Date.UTC(2026, 10, 23)),
  logger: { error: console.error, info: () => undefined },
})
const context = { signal: new AbortController().signal, progress: () => undefined, host: 'test' as const }
const ask = async <N extends keyof Service>(name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
  (app.service[name] as (input: unknown, given: unknown) => Promise<OutputOf<N>>)(operations[name].input.parse(input), context)

/** Only what lies between two turns is measured. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 30)
  })

async function timed<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await pause()
  const since = performance.now()
  const done = await work()
  const seconds = (performance.now() - since) / 1000
  await pause()
  delay.disable()
  process.stdout.write(
    `${name.padEnd(28)}${seconds.toFixed(2).padStart(7)} s   host held ${(delay.max / 1e9).toFixed(2)} s at most   ${(process.memoryUsage.rss() / 1024 / 1024).toFixed(0)} MB\n`,
  )
  return done
}

try {
  const facts = manyCommunities(COMMUNITIES)
  const files = packagesOf(facts)
  process.stdout.write(
    `${COMMUNITIES} communities in ${files.length} packages, ${((files.reduce((sum, each) => sum + each.base64.length, 0) * 0.75) / 1024 / 1024).toFixed(1)} MB\n`,
  )
  await ask('plan.create', { name: '全市', year: YEAR, policy: 'reference' })
  const first = await timed('read and verify', () => ask('rollup.preview', { files }))
  await timed('merge', () => ask('rollup.apply', { id: first.id, confirmed: true }))
  const again = await timed('read once more', () => ask('rollup.preview', { files }))
  await timed('merge once more: no change', () => ask('rollup.apply', { id: again.id, confirmed: true }))
  const corrected = packagesOf(
    facts.filter((each) => each.district === facts[0]!.district).map((each) => ({ ...each, values: { ...each.values, staff: 3 } })),
  )
  const change = await timed('read a corrected package', () => ask('rollup.preview', { files: corrected }))
  await timed(`merge it: ${change.counts.changed} changes`, () => ask('rollup.apply', { id: change.id, confirmed: true }))
  await timed('export the city', () => ask('package.export', { confirmed: true }))
  await timed('certificate', () => ask('certificate.get', {}))
  await timed('undo', () => ask('history.undo', {}))
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}
