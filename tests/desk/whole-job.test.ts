import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src-main/shared/app-error.ts'
import { emptyFolder, openApp, RESOURCES } from '../support/open-app.ts'

const WAN = 1_000_000

/** A sheet as a subdistrict might deliver it. */
async function sheet(rows: unknown[][]): Promise<string> {
  const workbook = new Excel.Workbook()
  workbook.addWorksheet('表').addRows(rows)
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64')
}
const codesOf = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof AppError ? error.problems.map((each) => each.code) : [`no AppError: ${String(error)}`]
}

describe('the sample city', () => {
  it('is open after the very first start, marked as synthetic, and comes out exactly', async () => {
    const { call } = await openApp(emptyFolder())
    const { plan, startProblems } = await call['app.status']()
    expect(startProblems).toEqual([])
    expect(plan).toMatchObject({ synthetic: true, year: 2023, policy: { id: 'reference' } })
    const { totals } = await call['result.get']()
    expect(totals).toMatchObject({ communities: 180, undecided: 0, amountFen: 3590 * WAN, previousFen: 3600 * WAN })
    expect(
      Object.fromEntries(
        Object.entries(totals.byClass).map(([key, each]) => [key, [each.count, (each.amountFen - each.previousFen) / WAN]]),
      ),
    ).toEqual({ A: [72, -360], B: [66, 660], C: [22, -110], D: [20, -200] })
  })

  it('that other tests begin with is the one that a first start makes', async () => {
    const [made, copied] = [await openApp(emptyFolder()), await openApp()]
    const said = async ({ call }: typeof made) => {
      const { file: _, ...plan } = (await call['app.status']()).plan!
      return { plan, result: await call['result.get'](), steps: (await call['history.verify']()).steps }
    }
    expect(await said(copied)).toEqual(await said(made))
  })

  it('is still there, with all edits, after closing and opening again', async () => {
    const first = await openApp()
    const [community] = await first.call['communities.list']()
    await first.call['indicators.update']({ edits: [{ key: community!.key, field: 'residents', value: 12345 }] })
    await first.close()
    const second = await openApp(first.dataFolder)
    const again = (await second.call['communities.list']()).find((each) => each.key === community!.key)
    expect(again?.values['residents']).toBe(12345)
    expect((await second.call['app.status']()).plan?.undo).toContain('常住人口')
    await second.call['history.undo']()
    expect((await second.call['communities.list']()).find((each) => each.key === community!.key)?.values['residents']).toBe(
      community!.values['residents'],
    )
  })
})

describe('editing', () => {
  it('refuses a block with one impossible value and changes nothing', async () => {
    const { call } = await openApp()
    const list = await call['communities.list']()
    const [one, two] = list
    const edits = [
      { key: one!.key, field: 'courtyards', value: 30 },
      { key: two!.key, field: 'oldCourtyards', value: 999 },
    ]
    expect(await codesOf(call['indicators.update']({ edits }))).toEqual(['import.aboveOther'])
    expect(await codesOf(call['indicators.update']({ edits: [{ key: one!.key, field: 'residents', value: -1 }] }))).toEqual([
      'import.outOfRange',
    ])
    expect(await codesOf(call['indicators.update']({ edits: [{ key: one!.key, field: 'residents', value: 1.5 }] }))).toEqual([
      'import.wholeNumberExpected',
    ])
    expect(await codesOf(call['indicators.update']({ edits: [{ key: one!.key, field: 'density', value: 1 }] }))).toEqual([
      'plan.indicatorDerived',
    ])
    expect(await codesOf(call['indicators.update']({ edits: [{ key: one!.key, field: 'location', value: 'moon' }] }))).toEqual([
      'import.optionUnknown',
    ])
    expect(await call['communities.list']()).toEqual(list)
    expect(await call['history.list']({ limit: 10 })).toHaveLength(1)
  })

  it('reports a community whose class can no longer be decided, with what is needed, and leaves it out of the sums', async () => {
    const { call } = await openApp()
    const before = await call['result.get']()
    const community = before.communities.find((each) => each.class === 'B')!
    await call['indicators.update']({ edits: [{ key: community.key, field: 'oldCourtyards', value: null }] })
    const after = await call['result.get']()
    expect(after.communities.find((each) => each.key === community.key)).toMatchObject({
      class: null,
      amountFen: null,
      needs: ['oldCourtyards'],
    })
    expect(after.totals).toMatchObject({ undecided: 1, amountFen: before.totals.amountFen - 30 * WAN })
    expect(await codesOf(call['plan.adopt']({ title: '方案' }))).toEqual(['plan.notComplete'])
  })

  it('sets a class by hand with a reason, keeps what the policy says, and takes it back', async () => {
    const { call } = await openApp()
    const { communities } = await call['result.get']()
    const { key } = communities.find((each) => each.name === '金十字社区')!
    await call['overrides.set']({ key, class: 'B', reason: '实地核查', document: '' })
    const result = await call['result.get']()
    expect(result.communities.find((each) => each.key === key)).toMatchObject({
      class: 'B',
      policyClass: 'C',
      rule: 'override',
      amountFen: 30 * WAN,
    })
    expect(await call['result.explain']({ key })).toMatchObject({ decidedBy: 'override', class: 'B', policyClass: 'C' })
    await call['history.undo']()
    expect((await call['result.get']()).totals.amountFen).toBe(3590 * WAN)
    expect(await codesOf(call['overrides.set']({ key, class: 'Z', reason: '无', document: '' }))).toEqual(['plan.classUnknown'])
  })
})

describe('a delivered sheet', () => {
  it('is previewed, changes nothing before it is applied, and is one step of the history', async () => {
    const { call } = await openApp()
    const list = await call['communities.list']()
    const base64 = await sheet([
      ['朝阳街道社区情况'],
      ['街道', '社区', '常住人口（万人）', '老旧楼院'],
      ['朝阳街道', '山川社区', 1.71, null],
      ['朝阳街道', '新河湾社区', 0.5, 3],
      ['小计', null, 2.21, 3],
    ])
    const preview = await call['import.preview']({ fileName: '朝阳.xlsx', base64 })
    expect(preview.problems.filter((each) => each.level === 'error')).toEqual([])
    expect(preview.changed.map(({ name, field, before, after }) => ({ name, field, before, after }))).toEqual([
      { name: '山川社区', field: 'residents', before: 17000, after: 17100 },
    ])
    expect(preview.added).toHaveLength(1)
    expect(preview.skipped).toHaveLength(1)
    expect(await call['communities.list']()).toEqual(list)
    expect(await call['import.apply']({ id: preview.id })).toEqual({ added: 1, changed: 1 })
    expect((await call['communities.list']()).length).toBe(181)
    await call['history.undo']()
    expect(await call['communities.list']()).toEqual(list)
  })

  it('with one wrong value is refused as a whole', async () => {
    const { call } = await openApp()
    const base64 = await sheet([
      ['街道', '社区', '常住人口'],
      ['朝阳街道', '山川社区', 17100],
      ['朝阳街道', '祁连路西社区', '很多'],
    ])
    const preview = await call['import.preview']({ fileName: '朝阳.xlsx', base64 })
    expect(preview.problems).toContainEqual(
      expect.objectContaining({ code: 'import.numberExpected', place: expect.objectContaining({ row: 3, column: 'C' }) }),
    )
    expect(await codesOf(call['import.apply']({ id: preview.id }))).toEqual(['import.refused'])
    expect((await call['result.get']()).totals.amountFen).toBe(3590 * WAN)
  })

  it('that was previewed before another change has to be previewed again', async () => {
    const { call } = await openApp()
    const base64 = await sheet([
      ['街道', '社区', '常住人口'],
      ['朝阳街道', '山川社区', 17100],
    ])
    const preview = await call['import.preview']({ fileName: '朝阳.xlsx', base64 })
    const [community] = await call['communities.list']()
    await call['indicators.update']({ edits: [{ key: community!.key, field: 'staff', value: 9 }] })
    expect(await codesOf(call['import.apply']({ id: preview.id }))).toEqual(['import.stale'])
  })

  it('names a district that is nearly a known one', async () => {
    const { call } = await openApp()
    const base64 = await sheet([
      ['区县', '街道', '社区', '常住人口'],
      ['城北', '朝阳街道', '新河湾社区', 5000],
    ])
    const { problems } = await call['import.preview']({ fileName: '城北.xlsx', base64 })
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'import.districtUnknown',
        level: 'error',
        params: expect.objectContaining({ value: '城北', expected: '城北区' }),
      }),
    )
  })

  it('of our own sample changes nothing', async () => {
    const { call } = await openApp()
    const preview = await call['import.preview']({
      fileName: 'sample-city.xlsx',
      base64: readFileSync(join(RESOURCES, 'sample-city.xlsx')).toString('base64'),
    })
    expect(preview).toMatchObject({ rows: 180, unchanged: 180, added: [], changed: [], synthetic: true })
  })
})

describe('when the start fails', () => {
  it('says why instead of showing nothing, and leaves the file as it is', async () => {
    const first = await openApp()
    const { plan } = await first.call['app.status']()
    await first.close()
    writeFileSync(plan!.file, 'not a plan at all')
    const second = await openApp(first.dataFolder)
    const status = await second.call['app.status']()
    expect(status.plan).toBeNull()
    expect(status.startProblems.map((each) => each.code)).toEqual(['plan.notOurs'])
    expect(readFileSync(plan!.file, 'utf8')).toBe('not a plan at all')
    expect(await codesOf(second.call['result.get']())).toEqual(['plan.none'])
  })

  it('of a second window names who has the plan', async () => {
    const first = await openApp()
    const second = await openApp(first.dataFolder)
    expect((await second.call['app.status']()).startProblems.map((each) => each.code)).toEqual(['plan.locked'])
  })
})

it('an adopted plan stays as it was', async () => {
  const { call } = await openApp()
  const adopted = await call['plan.adopt']({ title: '2023年分配方案' })
  expect(adopted).toMatchObject({ year: 2023, communities: 180, amountFen: 3590 * WAN })
  const { communities } = await call['result.get']()
  const change = { key: communities[0]!.key, class: 'D', reason: '试', document: '' }
  expect(await codesOf(call['overrides.set'](change))).toEqual(['plan.frozen'])
  await call['plan.takeBack']({ reason: '更正' })
  await call['overrides.set'](change)
  expect((await call['plan.adoptedResult']({ id: adopted.id })).totals.amountFen).toBe(3590 * WAN)
})
