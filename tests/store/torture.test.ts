import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openPlanFile, verifyPlanFile } from '../../src-main/store/index.ts'
import { times } from '../support/full.ts'
import { sheetBytes } from '../support/register-sheet.ts'
import { smallPackage } from '../support/small-package.ts'
import { startChild } from './support/child.ts'
import { options, temporaryFolder } from './support/plans.ts'
import { writeOlderPlan } from './support/torture-plan.ts'
import type { Told } from './support/torture-told.ts'

const KILLS = times(12, 500)
/** A plan is killed so often, one time after the other, and each time goes on with what the last one has left. */
const KILLS_OF_ONE = 3
/** At most so long after the program begins to open the plan, in milliseconds: a quarter of it is the opening. */
const LONGEST = 1200
/** As many plans are worked on at once. */
const LANES = 2
const PLAN = '小市.quanheng'

const murders = fc.sample(
  fc.record({ seed: fc.nat(), waits: fc.array(fc.nat(LONGEST), { minLength: KILLS_OF_ONE, maxLength: KILLS_OF_ONE }) }),
  { numRuns: Math.ceil(KILLS / KILLS_OF_ONE), seed: 20261130 },
)

const SHEET = [
  ['区县', '街道', '社区', '常住人口'],
  ['南区', '0街道', '第0社区', 6111],
  ['南区', '1街道', '第1社区', 7111],
  ['南区', '1街道', '新来社区', 3111],
]

/** Runs a working day and kills it. @returns what it has said until then */
async function killed(folder: string, seed: number, wait: number): Promise<Told[]> {
  const child = startChild('torture.ts', folder, String(seed))
  const told: Told[] = []
  for await (const line of child.lines) {
    const said = JSON.parse(line) as Told
    told.push(said)
    if (said.kind === 'ready') setTimeout(() => child.process.kill('SIGKILL'), wait)
  }
  expect(await child.ended).toBe('SIGKILL')
  return told
}

/** A zip ends with the place and the length of its table: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.16 */
function isWholeZip(bytes: Buffer): boolean {
  const end = bytes.length - 22
  return end >= 0 && bytes.readUInt32LE(end) === 0x06054b50 && bytes.readUInt32LE(end + 12) + bytes.readUInt32LE(end + 16) === end
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])
/** @returns the files of a folder that are not whole; what was cut short has another name than a finished one */
const brokenIn = (folder: string, looked: Set<string>): string[] =>
  namesIn(folder)
    .filter((name) => !name.endsWith('.partial') && !/\.partial-(wal|shm|journal)$/.test(name))
    .map((name) => join(folder, name))
    .filter((file) => !looked.has(file) && looked.add(file))
    .filter((file) => !(file.endsWith('.quanheng') ? verifyPlanFile(file).finding.whole : isWholeZip(readFileSync(file))))

/** What was acknowledged of a plan, over all its kills. */
interface Acknowledged {
  revision: number
  operations: Map<number, string>
}
/** @returns whether a command was under way at the end: it may have been committed and not yet acknowledged */
function takeDown(told: readonly Told[], acknowledged: Acknowledged): boolean {
  for (const each of told) {
    if (each.kind !== 'done') continue
    if (each.revision > acknowledged.revision && each.operation !== 'plan.open') acknowledged.operations.set(each.revision, each.operation)
    acknowledged.revision = each.revision
  }
  return told.at(-1)?.kind === 'begun'
}

/** @returns the steps that it has: also one that was not acknowledged stays from now on */
async function lookThrough(folder: string, { revision, operations }: Acknowledged, isUnderWay: boolean): Promise<number> {
  const store = openPlanFile(join(folder, PLAN), options)
  expect(store.revision, 'steps in the plan').toBeGreaterThanOrEqual(revision)
  expect(store.revision, 'steps in the plan').toBeLessThanOrEqual(isUnderWay ? revision + 1 : revision)
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: store.revision })
  const connection = new Database(join(folder, PLAN), { readonly: true })
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
  const found = connection.prepare<[], { id: number; operation: string }>('SELECT id, operation FROM step').all()
  expect(found.filter(({ id }) => operations.has(id))).toEqual([...operations].map(([id, operation]) => ({ id, operation })))
  connection.close()
  const steps = store.revision
  await store.close()
  return steps
}

/** Kills one plan several times; what is looked at after each. */
async function torture({ seed, waits }: (typeof murders)[number], begin: (folder: string) => void): Promise<number> {
  const folder = temporaryFolder()
  begin(folder)
  const acknowledged: Acknowledged = { revision: 1, operations: new Map() }
  const looked = new Set<string>()
  for (const [at, wait] of waits.entries()) {
    const told = await killed(folder, seed + at, wait)
    const isUnderWay = takeDown(told, acknowledged)
    for (const each of told) if (each.kind === 'written') expect(existsSync(each.file), each.file).toBe(true)
    acknowledged.revision = await lookThrough(folder, acknowledged, isUnderWay)
    expect(['out', 'backups'].flatMap((name) => brokenIn(join(folder, name), looked))).toEqual([])
  }
  return acknowledged.operations.size
}

it(`a plan in the middle of a mixed working day is killed ${KILLS} times: it opens, adds up, has all that was acknowledged, and nothing half done`, async () => {
  const template = temporaryFolder()
  writeOlderPlan(join(template, PLAN))
  const sheet = Buffer.from(await sheetBytes(SHEET), 'base64')
  const parts = smallPackage(['东区', '北区'])
  const begin = (folder: string): void => {
    for (const name of ['given', 'out']) mkdirSync(join(folder, name))
    copyFileSync(join(template, PLAN), join(folder, PLAN))
    writeFileSync(join(folder, 'given', 'sheet.xlsx'), sheet)
    writeFileSync(join(folder, 'given', 'package.quanheng-package'), parts)
  }
  const waiting = [...murders]
  let steps = 0
  const lane = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) steps += await torture(next, begin)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  expect(steps, 'steps that were acknowledged in all').toBeGreaterThan(KILLS)
})
