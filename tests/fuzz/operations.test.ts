import fc from 'fast-check'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { operations, type OperationName } from '../../src-main/contract/operations.ts'
import { startApp } from '../../src-main/desk/start.ts'
import { createApp } from '../../src-main/modules/app.ts'
import { ProblemCode } from '../../src-main/model/problem.ts'
import { PLAN_EXTENSION } from '../../src-main/desk/desk.ts'
import { smallPackage } from '../support/small-package.ts'
import { RESOURCES, temporaryFolder } from '../support/project.ts'
import { times } from '../support/full.ts'
import { sampleFolderIn } from '../support/sample-plan.ts'
import { AskedChild } from './support/child.ts'
import { inputsOf, type Pool } from './support/from-schema.ts'
import { changed, changes } from './support/mutated.ts'
import { asText } from './support/nasty.ts'
import { CLOSED_PLAN, LAST_ID, type Heard, type OperationsQuestion } from './support/operations.ts'
import { poolOf } from './support/pool.ts'

const INPUTS = times(1, 300)
const SEED = 20_261_130
const LONGEST_MS = 10_000
const MOST_MEGABYTES = 1024
const { folder: root, remove } = temporaryFolder('fuzz')
const outside = join(root, 'outside')
const child = new AskedChild<OperationsQuestion, unknown>('operations-child.ts', [root, RESOURCES], 60_000)
let pool: Pool

const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64')
const SHEET = '街道,社区名称,常住人口,支出（元）\n朝阳街道,山川社区,17000,100000\n朝阳街道,=1+1,-3,x'

beforeAll(async () => {
  const sample = await sampleFolderIn(inject('runFolder'), async (dataFolder) => {
    const logger = { error: () => undefined, info: () => undefined }
    const started = { dataFolder, resourcesFolder: RESOURCES, version: '0.0.0', now: () => new Date('2026-11-23T01:00:00Z'), logger }
    await (await startApp(createApp, started)).close()
  })
  const [plan = ''] = readdirSync(sample).filter((name) => name.endsWith(PLAN_EXTENSION))
  copyFileSync(join(sample, plan), join(root, CLOSED_PLAN))
  for (const name of ['outside', 'target']) mkdirSync(join(root, name))
  writeFileSync(join(outside, 'kept.txt'), 'as it was')
  await child.ask({ kind: 'renew' })
  const answers = (await child.ask({ kind: 'answers' })).answer as unknown[]
  pool = poolOf(answers, {
    folder: [join(root, 'target'), join(root, 'data'), join(root, 'nowhere')],
    file: ['plan.quanheng', join(root, 'data', 'plan.quanheng'), join(root, 'nowhere.quanheng'), join(outside, 'kept.txt')],
    fileName: ['a.csv', 'b.xlsx', 'c.quanheng-package'],
    base64: [base64(SHEET), base64(smallPackage()), base64('%PDF'), base64(readFileSync(join(RESOURCES, 'sample-city.xlsx')))],
    id: [LAST_ID, LAST_ID, 1],
    ...Object.fromEntries(['draft', 'first', 'second', 'step', 'adopted', 'scenario'].map((field) => [field, [1, 2]])),
  })
})
afterAll(async () => {
  await child.end()
  remove()
})

/** Work that may take its time: it tells how far it is, and can be cancelled. */
const LONG_WORK = /^(teams\.(prices|solve|repair)|goal\.solve)$/
const countFor = (name: OperationName): number => (LONG_WORK.test(name) ? times(0, 20) : INPUTS)
/** So many are drawn for one that has the shape in every respect. */
const TRIES = 6

/** Inputs of one operation, from those that its schema takes where there are any: a third as they are, the others with something put in. */
function inputsFor(name: OperationName): string[] {
  const many = countFor(name)
  const { input } = operations[name]
  const seed = SEED + [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7)
  const drawn = fc.sample(inputsOf(input, pool), { numRuns: TRIES * many, seed })
  const shaped = drawn.toSorted((one, other) => Number(input.safeParse(other).success) - Number(input.safeParse(one).success))
  return fc.sample(changes, { numRuns: many, seed }).map((list, at) => asText(at % 3 === 0 ? shaped[at] : changed(shaped[at], list)))
}

const wrongOf = (name: OperationName, { codes, account, polluted }: Heard, took: number, megabytes: number): string[] => [
  ...codes.flatMap((code) => (ProblemCode.safeParse(code).success ? [] : [`${name} answers with an unknown code ${code}`])),
  ...(codes.some((code) => code.startsWith('internal.')) ? [`${name}: ${account.slice(0, 1500)}`] : []),
  ...(took > (LONG_WORK.test(name) ? 6 * LONGEST_MS : LONGEST_MS) ? [`${name} took ${Math.round(took)} ms`] : []),
  ...(megabytes > MOST_MEGABYTES ? [`${name}: ${Math.round(megabytes)} MB`] : []),
  ...polluted.map((key) => `${name} has put ${key} on every object`),
]

/** @returns what was wrong, with the file in which the input lies */
async function tryInput(name: OperationName, text: string, at: number): Promise<string[]> {
  const kept = join(tmpdir(), `quanheng-fuzz-${name}-${at}.json`)
  writeFileSync(kept, text)
  let wrong: string[]
  try {
    const { answer, took, megabytes } = await child.ask({ kind: 'ask', name, text })
    wrong = wrongOf(name, answer as Heard, took, megabytes)
  } catch (error) {
    wrong = [`${name}: ${String(error)}`]
    await child.ask({ kind: 'renew' })
  }
  if (wrong.length === 0) rmSync(kept)
  return wrong.map((each) => `${each} (input: ${kept})`)
}

const modules = Map.groupBy(Object.keys(operations) as OperationName[], (name) => name.split('.')[0]!)

/** @returns what is wrong with the plan and its surroundings; the plan is put back after that */
async function wrongWithPlan(): Promise<string[]> {
  const wrong = (await child.ask({ kind: 'verify' })).answer as string[]
  await child.ask({ kind: 'renew' })
  return wrong
}
/** What is adopted or removed stands in the way of everything else, so the plan is put back after so many inputs of each operation. */
const PUT_BACK_AFTER = 20

describe('whatever comes in', () => {
  it.each([...modules.keys()])('%s.* answers with a result or with a problem that has words', { timeout: 7_200_000 }, async (module) => {
    const inputs = modules.get(module)!.map((name) => ({ name, texts: inputsFor(name) }))
    const wrong: string[] = []
    for (let at = 0; at < INPUTS; at++) {
      for (const { name, texts } of inputs) if (at < texts.length) wrong.push(...(await tryInput(name, texts[at]!, at)))
      if ((at + 1) % PUT_BACK_AFTER === 0) wrong.push(...(await wrongWithPlan()))
    }
    expect(wrong).toEqual([])
  })

  it('the plan still opens, its log verifies, and nothing was written beside it', async () => {
    expect(await wrongWithPlan()).toEqual([])
    expect(readdirSync(root).sort()).toEqual([CLOSED_PLAN, 'data', 'outside', 'target'])
    expect(readdirSync(outside)).toEqual(['kept.txt'])
    expect(readFileSync(join(outside, 'kept.txt'), 'utf8')).toBe('as it was')
  })
})
