import { beforeEach, describe, expect, it } from 'vitest'
import { codesOf, keyOf, MATURE, OLD, smallPlan, type Desk } from '../../support/desk.ts'
import { runCli } from '../../support/run-cli.ts'

let desk: Desk
const enter = (month: number, values: Record<string, [received: number, solved: number]>, source: 'hotline' | 'found' = 'hotline') =>
  desk.ask('appeals.enter', {
    ...{ month, source, subject: '' },
    cells: Object.entries(values).flatMap(([name, [received, solved]]) => [
      { key: keyOf(name), field: 'received' as const, text: String(received) },
      { key: keyOf(name), field: 'solved' as const, text: String(solved) },
    ]),
  })
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)
const valuesOf = async (name: string) => (await desk.ask('communities.list')).find((each) => each.key === keyOf(name))!.values

beforeEach(async () => {
  desk = await smallPlan({ 甲: MATURE, 乙: OLD }, 2026)
})

describe('the sums of a year', () => {
  it('are indicators of a policy: only whole years, and solved only where every source is whole', async () => {
    for (const month of MONTHS) {
      await enter(month, month === 12 ? { 甲: [month, 1] } : { 甲: [month, 1], 乙: [2, 2] })
      await enter(month, { 甲: [3, 3] }, 'found')
    }
    const before = await valuesOf('乙')
    expect(await desk.ask('appeals.toIndicators', { into: 'this' })).toEqual({ year: 2026, communities: 1, lacking: 1 })
    expect(await valuesOf('甲')).toMatchObject({ appealsReceived: 78, appealsFound: 36, appealsSolved: 48 })
    expect(await valuesOf('乙')).toEqual(before)
    await desk.ask('history.undo')
    expect((await valuesOf('甲'))['appealsReceived'] ?? null).toBeNull()
  })

  it('are taken into the next year where there is one; a part of a year is never taken for the whole', async () => {
    await enter(1, { 甲: [5, 5] })
    expect(await codesOf(desk.ask('appeals.toIndicators', { into: 'this' }))).toEqual(['appeals.noWholeYear'])
    expect(await codesOf(desk.ask('appeals.toIndicators', { into: 'next' }))).toEqual(['appeals.noNextYear'])
    for (const month of MONTHS) await enter(month, { 甲: [1, 1] })
    await desk.ask('years.start', { year: 2027 })
    await desk.ask('plan.useYear', { year: 2026 })
    expect(await desk.ask('appeals.toIndicators', { into: 'next' })).toMatchObject({ year: 2027, communities: 1 })
    await desk.ask('plan.useYear', { year: 2027 })
    expect(await valuesOf('甲')).toMatchObject({ appealsReceived: 12 })
  })
})

it('goes out as a workbook, of which the months can be imported again and change nothing', async () => {
  await enter(3, { 甲: [12, 9], 乙: [4, 4] })
  await enter(4, { 甲: [1, 0] }, 'found')
  const before = await desk.ask('appeals.account', { source: 'all' })
  const { fileName, base64 } = await desk.ask('appeals.export', { source: 'all' })
  const told = await desk.ask('appeals.preview', await desk.handOver({ fileName, base64 }))
  expect(told).toMatchObject({ kind: 'counts', rows: 3, received: 17, errors: 0, unknown: [], problems: [] })
  await desk.ask('appeals.apply', { id: told.id })
  expect(await desk.ask('appeals.account', { source: 'all' })).toEqual(before)
})

it('is told on the command line, as a table with a total and as a document', async () => {
  await enter(3, { 甲: [12, 9], 乙: [4, 4] })
  const account = await desk.ask('appeals.account', { source: 'hotline' })
  await desk.close()
  const plan = `${desk.folder}/小市2026.quanheng`
  const told = runCli(['appeals', '--plan', plan, '--source', 'hotline', '--json'])
  expect(JSON.parse(told.stdout)).toMatchObject({ year: 2026, total: { counts: account.total.counts } })
  const text = runCli(['appeals', '--plan', plan, '--lang', 'zh']).stdout
  expect(text).toMatch(/合计\s+16\s+13/)
  expect(text).toMatch(/甲\s+A\s+6,000\s+12\s+9/)
  expect(runCli(['appeals']).status).toBe(2)
  expect(runCli(['appeals', '--plan', plan, '--source', 'letter']).status).toBe(2)
})
