import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readPackage } from '../../src-main/documents/package/index.ts'
import type { PlanResult } from '../../src-main/model/plan.ts'
import { verifyPlanFile } from '../../src-main/store/index.ts'
import { verifyPackage } from '../../src-main/verifier/index.ts'
import { openDesk } from '../support/desk.ts'
import { emptyFolder } from '../support/open-app.ts'
import { jsonIn } from '../support/package-files.ts'
import { ROOT } from '../support/project.ts'

// What was ever written by a released version opens for ever, says the same to the fen, and keeps its whole history.

interface Row {
  key: string
  name: string
  class: string | null
  amountFen: number | null
}
interface Expected {
  adopted: { communities: Row[]; totals: object }
  present: { communities: Row[]; totals: object }
  steps: { at: string; operator: string; summary: string }[]
}
const RELEASED = join(ROOT, 'tests', 'fixtures', 'released')
const read = (...path: string[]): Buffer => readFileSync(join(RELEASED, ...path))
const json = <T>(...path: string[]): T => JSON.parse(read(...path).toString()) as T
const base64 = (...path: string[]): string => read(...path).toString('base64')
const rowsOf = (communities: readonly Row[]): Row[] =>
  communities.map(({ key, name, class: own, amountFen }) => ({ key, name, class: own, amountFen }))
/** amountUnknown is counted since 0.3.0. */
const briefOf = ({ communities, totals: { amountUnknown: _, ...totals } }: PlanResult) => ({ communities: rowsOf(communities), totals })

/** The old plan in a folder of its own. */
function oldPlan(version: string): string {
  const file = join(emptyFolder(), '小市.quanheng')
  writeFileSync(file, gunzipSync(read(version, 'plan.quanheng.gz')))
  return file
}

describe.each(['0.1.0', '0.2.0'])('of %s', (version) => {
  const expected = json<Expected>(version, 'expected.json')

  it('a plan opens, has the same classes and amounts, and its whole history, which verifies before and after', async () => {
    const file = oldPlan(version)
    const whole = { whole: true, steps: expected.steps.length }
    expect(verifyPlanFile(file).finding).toEqual(whole)
    const { ask, close } = await openDesk()
    await ask('plan.open', { file })
    expect(briefOf(await ask('result.get'))).toEqual(expected.present)
    const [adopted] = await ask('plan.adopted')
    expect(briefOf(await ask('plan.adoptedResult', { id: adopted!.id }))).toEqual(expected.adopted)
    const steps = await ask('history.list', { limit: 1000 })
    expect(steps.map(({ at, operator }) => ({ at, operator }))).toEqual(expected.steps.map(({ at, operator }) => ({ at, operator })))
    expect(steps.map(({ summary }) => summary)).toEqual(expected.steps.map(({ summary }) => summary))
    expect(await ask('history.verify')).toMatchObject({ ok: true, steps: expected.steps.length })
    // What was done last is taken back, and done again.
    await ask('history.undo')
    await ask('history.redo')
    expect(briefOf(await ask('result.get'))).toEqual(expected.present)
    await close()
    expect(verifyPlanFile(file).finding).toEqual({ whole: true, steps: expected.steps.length + 2 })
  })

  it.each([
    ['year', 'present'],
    ['adopted', 'adopted'],
  ] as const)('a package (%s) adds up, and opens as the plan that it was', async (name, which) => {
    const fileName = `${name}.quanheng-package`
    const certificate = verifyPackage(read(version, fileName), fileName)
    expect(certificate).toMatchObject({ holds: true })
    const { ask } = await openDesk()
    const { problems } = await ask('package.open', { fileName, base64: base64(version, fileName), name: '旧包' })
    expect(problems).toEqual([])
    expect(briefOf(await ask('result.get'))).toEqual(expected[which])
  })

  it('a policy comes in as the same document, and a scenario stands on it', async () => {
    const { ask } = await openDesk()
    const document = json<object>(version, 'policy.json')
    const { hash } = await ask('policy.add', { document })
    expect(hash).toBe(jsonIn(read(version, 'year.quanheng-package'), 'manifest.json').policy.hash)
    await ask('plan.open', { file: oldPlan(version) })
    const { id } = await ask('scenarios.import', { document: json(version, 'scenario.json'), name: '带来的' })
    const kept = (await ask('scenarios.list')).filter((each) => [id, 1].includes(each.id))
    expect(kept).toHaveLength(2)
    expect(kept[0]!.outcome).not.toBeNull()
    expect(kept[0]!.outcome).toEqual(kept[1]!.outcome)
    expect(kept[0]!.changes).toEqual(kept[1]!.changes)
  })
})

/** Is a part of a larger plan, which can't be a plan of its own. */
const PART = '3'

describe('packages of every format', () => {
  const expected = json<Record<string, Row[]>>('packages', 'expected.json')

  it.each(['1', '2', '3', '4', '5', '6'])('%s opens with the same classes and amounts', async (format) => {
    const fileName = `format-${format}.quanheng-package`
    expect(jsonIn(read('packages', fileName), 'manifest.json').formatVersion).toBe(Number(format))
    const { lines, findings } = verifyPackage(read('packages', fileName), fileName)
    expect(lines.length).toBeGreaterThan(0)
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    if (format === PART) {
      expect(rowsOf(readPackage(read('packages', fileName), fileName).result.communities)).toEqual(expected[format])
      return
    }
    const { ask } = await openDesk()
    const { problems } = await ask('package.open', { fileName, base64: base64('packages', fileName), name: '旧包' })
    expect(problems.filter(({ level }) => level === 'error')).toEqual([])
    expect(rowsOf((await ask('result.get')).communities)).toEqual(expected[format])
  })

  it('and there is no format without one', () =>
    expect(readdirSync(join(RELEASED, 'packages')).filter((name) => name.startsWith('format-'))).toHaveLength(6))
})
