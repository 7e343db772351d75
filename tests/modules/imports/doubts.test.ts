import { describe, expect, it } from 'vitest'
import type { CellInput } from '../../support/spreadsheet-files.ts'
import { emptyPlan, file, openImportDesk } from './import-files.ts'

const PLACED = ['区县', '街道', '社区名称']
const doubtsIn = (problems: readonly { code: string; place: object; params: object }[]) =>
  problems.filter(({ code }) => code.startsWith('plan.outlier') || code === 'import.previousClassUnknown' || code === 'import.unitUnsaid')

/** The sample city in 2023, and a sheet for one of its subdistricts. */
async function read(heading: string, valueOf: (community: { name: string; values: Record<string, unknown> }) => CellInput) {
  const desk = await openImportDesk()
  const own = (await desk.ask('communities.list')).filter((each) => each.subdistrict === '朝阳街道')
  const rows = own.map((each) => ['城北区', '朝阳街道', each.name, valueOf(each)])
  const found = await desk.ask('import.desk', { files: [file('朝阳.xlsx', [[...PLACED, heading], ...rows])] })
  return { doubts: doubtsIn(found.files[0]!.problems), found, desk }
}

describe('what the check would say afterwards is said at the preview', () => {
  it('a figure far from last year’s and from its class, at its cell, and only of what is brought', async () => {
    const { doubts, found } = await read('常住人口（人）', ({ name, values }) =>
      name === '山川社区' ? 65_800_000 : (values['residents'] as number),
    )
    expect(found.counts.errors).toBe(0)
    expect(doubts.map(({ code }) => code).toSorted()).toEqual(['plan.outlierClass', 'plan.outlierLastYear'])
    for (const { place } of doubts)
      expect(place).toMatchObject({ file: '朝阳.xlsx', column: 'D', community: '山川社区', indicator: 'residents' })
  })

  it('is the same that the check says once it is in the plan', async () => {
    const { doubts, found, desk } = await read('常住人口（人）', ({ name, values }) =>
      name === '山川社区' ? 65_800_000 : (values['residents'] as number),
    )
    await desk.ask('import.applyDesk', { id: found.id })
    const said = (await desk.ask('communities.check')).problems.filter(({ place }) => place.community === '山川社区')
    expect(doubts.map(({ params }) => params)).toEqual(expect.arrayContaining(said.map(({ params }) => params)))
    expect(said).toHaveLength(2)
  })

  it('of a new community too, whose class is its own whatever the order of the sheet', async () => {
    const HEADINGS = [
      ...PLACED,
      '区位',
      '辖区面积（平方公里）',
      '常住人口（人）',
      '流动人口（人）',
      '楼院（个）',
      '老旧楼院（个）',
      '有物业楼院（个）',
      '住宅小区（个）',
      '安置小区（个）',
    ]
    const town = (name: string): CellInput[] => ['东区', '一街道', name, '城区', 1.5, 6000, 300, 10, 1, 9, 5, 0]
    const village = (name: string, residents: number): CellInput[] => ['东区', '一镇', name, '乡镇', 12, residents, 20, 0, 0, 0, 0, 0]
    // From the last name to the first: the plan has them the other way round.
    const rows = [
      ...['庚', '己', '戊', '丁'].map(town),
      ...[900, 910, 920, 930, 940, 950, 960, 970, 2900].map((residents, at) => village(`村${9 - at}`, residents)),
      ...['丙', '乙', '甲'].map(town),
    ]
    const desk = await emptyPlan()
    const found = await desk.ask('import.desk', { files: [file('全区.xlsx', [HEADINGS, ...rows])] })
    expect(doubtsIn(found.files[0]!.problems)).toMatchObject([
      { code: 'plan.outlierClass', params: { class: 'D', value: '2900' }, place: { community: '村1' } },
    ])
  })

  it('nothing is said of a sheet that changes nothing', async () => {
    const { doubts } = await read('常住人口（人）', ({ values }) => values['residents'] as number)
    expect(doubts).toEqual([])
  })

  it.each([
    ['上年金额（万元）', 200_000, 1],
    ['上年金额（元）', 20_000_000_000_000, 1],
    ['上年金额（万元）', 20, 0],
  ])('%s %d: money that no community has is doubted once for its column', async (heading, value, times) => {
    const { found } = await read(heading, () => value)
    const told = found.files[0]!.problems.filter(({ code }) => code === 'import.amountLarge')
    expect(told.map(({ level, place, params }) => [level, place.column, params['value']])).toEqual(
      Array.from({ length: times }, () => ['warning', 'D', String(value)]),
    )
  })

  it('a class that last year’s policy does not have', async () => {
    const { doubts } = await read('上年类别', ({ name }) => (name === '山川社区' ? 'Z' : null))
    expect(doubts).toMatchObject([
      { code: 'import.previousClassUnknown', params: { value: 'Z', last: '2022' }, place: { column: 'D', community: '山川社区' } },
    ])
  })
})

describe('a column without unit beside one in a larger unit of the same kind', () => {
  const read = async (own: string, other: string) => {
    const desk = await emptyPlan()
    const rows = [
      [...PLACED, own, other],
      ['城北区', '朝阳街道', '甲社区', 1.2, 3],
    ]
    return doubtsIn((await desk.ask('import.desk', { files: [file('表.xlsx', rows)] })).files[0]!.problems)
  }
  it('is asked about', async () => {
    expect(await read('常住人口（万人）', '流动人口')).toMatchObject([
      { code: 'import.unitUnsaid', params: { heading: '流动人口', own: '人', unit: '万人' }, place: { row: 1, column: 'E' } },
    ])
  })
  it.each([
    ['常住人口（人）', '流动人口'],
    ['常住人口（万人）', '流动人口（人）'],
    ['常住人口（万人）', '楼院'],
  ])('not %s with %s', async (own, other) => {
    expect(await read(own, other)).toEqual([])
  })
})
