import fc from 'fast-check'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ProblemCode } from '../../src-main/model/problem.ts'
import { times } from '../support/full.ts'
import { forged, partsIn, repacked } from '../support/package-files.ts'
import { RESOURCES, ROOT, temporaryFolder } from '../support/project.ts'
import { AskedChild } from './support/child.ts'
import { choices, damagedBytes, damagedText, damagedWorkbook, taking } from './support/damaged.ts'
import { FILE_KINDS, type FileHeard, type FileKind, type FileQuestion } from './support/files.ts'
import { changed } from './support/mutated.ts'
import { seedsOf } from './support/seeds.ts'

/** How many damaged files of each kind are read in every run, and in the full one: 2,000 and 100,000 in all. */
const MANY: Record<FileKind, number> = {
  clipboard: times(600, 20_000),
  policy: times(400, 20_000),
  catalogue: times(60, 3_000),
  csv: times(400, 24_000),
  xlsx: times(220, 15_000),
  xls: times(180, 10_000),
  package: times(120, 6_000),
  plan: times(20, 2_000),
}
const SEED = 20_261_130
const LONGEST_MS = 10_000
/** By the clock, on a machine that does other things as well. */
const PATIENCE_MS = 60_000
const MOST_MEGABYTES = 1024
/** A file that does harm stays after the run, to be looked at. */
const KEPT = join(ROOT, 'test-results', 'fuzz')
const { folder, remove } = temporaryFolder('fuzz-files')
const child = new AskedChild<FileQuestion, FileHeard>('files-child.ts', [folder, RESOURCES], PATIENCE_MS)
let seeds: Awaited<ReturnType<typeof seedsOf>>

beforeAll(async () => {
  seeds = await seedsOf(folder)
})
afterAll(async () => {
  await child.end()
  remove()
})

const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
type Take = ReturnType<typeof taking>
const changesFrom = (take: Take) =>
  Array.from({ length: 1 + take(3) }, () => ({ where: take(1 << 20), how: take(1 << 20), what: take(1 << 20) }))

/** A package of somebody who knows the format: what is changed has its fingerprints anew. */
function changedPackage(bytes: Uint8Array, take: Take): Uint8Array {
  const paths = [...partsIn(bytes).keys()].filter((path) => path.endsWith('.json'))
  const path = paths[take(paths.length)]!
  if (take(5) > 0) return forged(bytes, path, (content) => changed(content, changesFrom(take)) ?? {})
  const other = paths[take(paths.length)]!
  return repacked(bytes, (parts) => {
    const [one, two] = [parts.get(path)!, parts.get(other)!]
    parts.set(path, two).set(other, one)
  })
}

async function damaged(kind: FileKind, numbers: number[]): Promise<Uint8Array> {
  const take = taking(numbers)
  const seed = seeds[kind][take(seeds[kind].length)]!
  const isBytewise = take(4) === 0
  if (isBytewise) return damagedBytes(seed, take)
  switch (kind) {
    case 'clipboard':
    case 'csv':
      return bytesOf(damagedText(textOf(seed), take))
    case 'policy':
    case 'catalogue':
      return bytesOf(JSON.stringify(changed(jsonOf(seed), changesFrom(take))))
    case 'xlsx':
      return damagedWorkbook(seed, take)
    case 'package':
      return changedPackage(seed, take)
    case 'xls':
    case 'plan':
      return damagedBytes(damagedBytes(seed, take), take)
  }
}

function wrongOf({ codes, fault, polluted }: FileHeard, took: number, megabytes: number): string[] {
  return [
    ...(fault === null ? [] : [fault.slice(0, 1200)]),
    ...codes.filter((code) => !ProblemCode.safeParse(code).success || code.startsWith('internal.')),
    ...(took > LONGEST_MS ? [`took ${Math.round(took)} ms`] : []),
    ...(megabytes > MOST_MEGABYTES ? [`${Math.round(megabytes)} MB`] : []),
    ...polluted.map((key) => `${key} was put on every object`),
  ]
}

it.each(FILE_KINDS)('%s: a damaged one is read, or refused in words, in time and memory', { timeout: 7_200_000 }, async (kind) => {
  const wrong: string[] = []
  for (const [at, numbers] of fc.sample(choices, { numRuns: MANY[kind], seed: SEED }).entries()) {
    const bytes = await damaged(kind, numbers)
    const heard = await child.ask({ kind, bytes }).then(
      ({ answer, took, megabytes }) => wrongOf(answer, took, megabytes),
      (error: unknown) => [String(error)],
    )
    if (heard.length === 0) continue
    mkdirSync(KEPT, { recursive: true })
    const kept = join(KEPT, `${kind}-${at}`)
    writeFileSync(kept, bytes)
    wrong.push(...heard.map((each) => `${kind} ${at}: ${each} (file: ${kept})`))
  }
  expect(wrong).toEqual([])
})
