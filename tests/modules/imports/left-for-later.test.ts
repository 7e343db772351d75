import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../support/desk.ts'
import { emptyPlan, file, HEADER, imported, type ImportDeskApp } from './import-files.ts'

const rows = (...more: (string | number | null)[][]) => [HEADER, ...more]
/** The values that were delivered; what is calculated from them is left out. */
const DELIVERED = ['residents', 'courtyards', 'oldCourtyards']
const delivered = async (desk: ImportDeskApp) =>
  (await desk.ask('communities.list')).map(({ name, values }) => [
    name,
    Object.fromEntries(DELIVERED.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]]))),
  ])
const errorsIn = (files: { problems: { code: string; level: string }[] }[]): string[] =>
  files.flatMap(({ problems }) => problems.filter(({ level }) => level === 'error').map(({ code }) => code))

describe('a wrong cell of a delivered sheet', () => {
  const wrong = file('一.xlsx', rows(['城北区', '一街道', '甲社区', '很多', 10, 5], ['城北区', '一街道', '乙社区', 200, 10, 11]))
  const cell = (row: number, column: string, text: string) => ({ sheet: '表一', row, column, text })

  it('is put right at the desk, or left empty, without another file', async () => {
    const desk = await emptyPlan()
    const first = await desk.ask('import.desk', { files: [wrong] })
    expect(errorsIn(first.files)).toEqual(['import.numberExpected', 'import.aboveOther'])
    const mended = await desk.ask('import.desk', { files: [{ ...wrong, cells: [cell(2, 'D', '1.2万人'), cell(3, 'F', '')] }] })
    expect(errorsIn(mended.files)).toEqual([])
    await desk.ask('import.applyDesk', { id: mended.id })
    expect(await delivered(desk)).toEqual([
      ['乙社区', { residents: 200, courtyards: 10 }],
      ['甲社区', { residents: 12_000, courtyards: 10, oldCourtyards: 5 }],
    ])
  })

  it('that is put right in a joined block counts for its row alone; the other rows are still refused', async () => {
    const desk = await emptyPlan()
    const joined = file('一.xlsx', rows(['城北区', '一街道', '甲社区', 300, 10, 5], ['城北区', '一街道', '乙社区', null, 10, 5]), {
      merges: ['D2:D3'],
    })
    const half = await desk.ask('import.desk', { files: [{ ...joined, cells: [cell(2, 'D', '300')] }] })
    expect(half.files[0]!.problems.filter(({ code }) => code === 'import.mergedValue').map(({ place }) => place.row)).toEqual([3])
  })

  it('waits in the plan while the rest is imported, is shown with its text and reason, and goes when the right value comes', async () => {
    const desk = await emptyPlan()
    const { id } = await desk.ask('import.desk', { files: [wrong] })
    expect(await problemsOf(desk.ask('import.applyDesk', { id }))).toMatchObject([{ code: 'import.refused', params: { count: 2 } }])
    const applied = await desk.ask('import.applyDesk', { id, later: true })
    expect(applied).toMatchObject({ added: 2, leftCount: 2, byFile: [{ file: '一.xlsx', rows: 2, added: 2, changed: 0, left: 2 }] })
    expect(await delivered(desk)).toEqual([
      ['乙社区', { residents: 200, courtyards: 10 }],
      ['甲社区', { courtyards: 10, oldCourtyards: 5 }],
    ])
    const waiting = await desk.ask('communities.refused')
    expect(waiting.map(({ key, field, text, file: from, problem }) => [key, field, text, from, problem.code])).toEqual([
      ['城北区/一街道/甲社区', 'residents', '很多', '一.xlsx', 'import.numberExpected'],
      ['城北区/一街道/乙社区', 'oldCourtyards', '11', '一.xlsx', 'import.aboveOther'],
    ])
    // The one by hand, the other by a corrected sheet.
    await desk.ask('indicators.update', { edits: [{ key: '城北区/一街道/甲社区', field: 'residents', value: 900 }] })
    expect((await desk.ask('communities.refused')).map(({ field }) => field)).toEqual(['oldCourtyards'])
    await imported(desk, [file('二.xlsx', rows(['城北区', '一街道', '乙社区', 200, 10, 1]))])
    expect(await desk.ask('communities.refused')).toEqual([])
    // All of it is the plan's: undo brings it back.
    await desk.ask('history.undo')
    expect((await desk.ask('communities.refused')).map(({ field }) => field)).toEqual(['oldCourtyards'])
  })

  it('does not take another with it: a value that only the plan contradicts is left, the others come in', async () => {
    const desk = await emptyPlan()
    await imported(desk, [file('一.xlsx', rows(['城北区', '一街道', '甲社区', 100, 10, 8]))])
    const { id } = await desk.ask('import.desk', {
      files: [file('二.xlsx', [HEADER.filter((each) => !each.startsWith('老旧')), ['城北区', '一街道', '甲社区', 120, 7]])],
    })
    expect(await desk.ask('import.applyDesk', { id, later: true })).toMatchObject({ changed: 1, leftCount: 1 })
    expect(await delivered(desk)).toEqual([['甲社区', { residents: 120, courtyards: 10, oldCourtyards: 8 }]])
  })

  it('of which nobody knows the community waits as a row, until its file comes again', async () => {
    const desk = await emptyPlan()
    const twice = file(
      '一.xlsx',
      rows(['城北区', '一街道', '甲社区', 100, 10, 5], ['城北区', '一街道', '甲', 200, 10, 5], ['城北区', '一街道', '乙社区', 7, 7, 7]),
    )
    const { id } = await desk.ask('import.desk', { files: [twice] })
    // Neither of the two rows about one community is taken for the right one.
    expect(await desk.ask('import.applyDesk', { id, later: true })).toMatchObject({ added: 1, leftCount: 1 })
    expect((await desk.ask('communities.list')).map(({ name }) => name)).toEqual(['乙社区'])
    expect(await desk.ask('communities.refused')).toMatchObject([
      { key: null, field: null, text: '甲', file: '一.xlsx', problem: { code: 'import.communityTwice', place: { row: 3 } } },
    ])
    await imported(desk, [file('一.xlsx', rows(['城北区', '一街道', '甲社区', 100, 10, 5]))])
    expect(await desk.ask('communities.refused')).toEqual([])
  })

  it('of a cell that two sheets give differently waits as well, and neither is taken', async () => {
    const desk = await emptyPlan()
    const { id } = await desk.ask('import.desk', {
      files: [
        file('一.xlsx', rows(['城北区', '一街道', '甲社区', 100, 10, 5])),
        file('二.xlsx', rows(['城北区', '一街道', '甲社区', 120, 10, 5])),
      ],
    })
    await desk.ask('import.applyDesk', { id, later: true })
    expect(await delivered(desk)).toEqual([['甲社区', { courtyards: 10, oldCourtyards: 5 }]])
    expect(await desk.ask('communities.refused')).toMatchObject([
      { key: '城北区/一街道/甲社区', field: 'residents', text: '100', file: '一.xlsx', problem: { code: 'import.conflict' } },
    ])
  })
})

describe('a sheet without districts', () => {
  const NO_DISTRICT = HEADER.slice(1)
  const sheet = file('一.xlsx', [NO_DISTRICT, ['一街道', '甲社区', 100, 10, 5], ['一街道', '乙社区', 200, 10, 5]])

  it('asks for the district once, and its communities are there then', async () => {
    const desk = await emptyPlan()
    const asked = await desk.ask('import.desk', { files: [sheet] })
    expect(asked.files[0]!.withoutDistrict).toBe(2)
    const told = await desk.ask('import.desk', { files: [{ ...sheet, district: '城北区' }] })
    expect(told.files[0]!.withoutDistrict).toBe(0)
    await desk.ask('import.applyDesk', { id: told.id })
    expect((await desk.ask('communities.list')).map(({ key }) => key)).toEqual(['城北区/一街道/乙社区', '城北区/一街道/甲社区'])
    // What the plan knows is not asked again.
    const again = await desk.ask('import.desk', { files: [sheet] })
    expect([again.files[0]!.withoutDistrict, again.districts]).toEqual([0, ['城北区']])
  })
})

describe('what a column holds', () => {
  it('is shown by its first values, each once', async () => {
    const desk = await emptyPlan()
    const { files: read } = await desk.ask('import.desk', {
      files: [
        file(
          '一.xlsx',
          rows(
            ['城北区', '一街道', '甲', 5, null, 1],
            ['城北区', '一街道', '乙', 6, null, 1],
            ['城北区', '一街道', '丙', 7, null, 1],
            ['城北区', '一街道', '丁', 8, null, 2],
            ['', '合计', '', 26, null, 5],
          ),
        ),
      ],
    })
    expect(Object.fromEntries(read[0]!.parts[0]!.columns.map(({ heading, samples }) => [heading, samples]))).toMatchObject({
      区县: ['城北区'],
      街道: ['一街道'],
      '常住人口（人）': ['5', '6', '7'],
      '楼院（个）': [],
      '老旧楼院（个）': ['1', '2'],
    })
  })
})
