import { describe, expect, it } from 'vitest'
import type { CellInput } from '../../support/spreadsheet-files.ts'
import { emptyPlan, file, HEADER } from './import-files.ts'

type Row = [district: string, subdistrict: string, name: string, residents: CellInput, courtyards: CellInput, old: CellInput]
const EAST: Row[] = [
  ['城北区', '朝阳街道', '甲社区', 5230, 41, 20],
  ['城北区', '朝阳街道', '乙社区', 8112, 17, 3],
  ['城北区', '朝阳街道', '丙社区', 3901, 65, 51],
]
const WEST: Row[] = [
  ['城北区', '马坊街道', '丁社区', 6120, 22, 11],
  ['城北区', '马坊街道', '戊社区', 7045, 30, 9],
]
const sumOf = (rows: readonly Row[], place: [string, string, string]): Row =>
  [...place, ...[3, 4, 5].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0))] as Row

async function read(rows: CellInput[][]) {
  const desk = await emptyPlan()
  const found = await desk.ask('import.desk', { files: [file('城北区.xlsx', [HEADER, ...rows])] })
  const [{ parts, problems }] = found.files as [(typeof found.files)[number]]
  return {
    added: found.counts.added,
    skipped: parts[0]!.skipped,
    errors: problems.filter(({ level }) => level === 'error').map(({ code }) => code),
    totals: problems.filter(({ code }) => code.startsWith('import.total')),
  }
}

describe('totals by their words, in the column of names', () => {
  it.each([
    ['全区'],
    ['全街道'],
    ['市区'],
    ['县级市'],
    ['合计（3个）'],
    ['合计（3个社区）'],
    ['总数'],
    ['汇总'],
    ['朝阳街道汇总'],
    ['朝阳街道3个社区'],
    ['共3个社区'],
    ['合 计'],
  ])('%s is left out, and told', async (name) => {
    const { added, skipped, errors, totals } = await read([...EAST, sumOf(EAST, ['城北区', '朝阳街道', name])])
    expect({ added, errors, totals }).toEqual({ added: 3, errors: [], totals: [] })
    expect(skipped).toEqual([{ row: 5, text: name }])
  })

  it('a mean is left out, and is not held against the sum', async () => {
    const { added, totals } = await read([...EAST, ['城北区', '朝阳街道', '平均', 5747.67, 41, 24.67]])
    expect({ added, totals }).toEqual({ added: 3, totals: [] })
  })

  it('who has a code is a community, whatever its name', async () => {
    const desk = await emptyPlan()
    const rows = EAST.map((row, at) => [`63010500100${at}`, ...row.with(2, ['小计', '全区', '汇总'][at]!)])
    const { counts } = await desk.ask('import.desk', { files: [file('城北区.xlsx', [['社区代码', ...HEADER], ...rows])] })
    expect(counts.added).toBe(3)
  })
})

describe('totals by their figures, whatever they are called', () => {
  it.each([['朝阳街道'], ['朝阳片'], ['本级'], ['']])('"%s" below its communities', async (name) => {
    const { added, skipped, errors, totals } = await read([...EAST, sumOf(EAST, ['城北区', '朝阳街道', name]), ...WEST])
    expect({ added, errors }).toEqual({ added: 5, errors: [] })
    expect(skipped.map(({ row }) => row)).toEqual([5])
    expect(totals).toMatchObject([
      { code: 'import.totalFound', level: 'warning', place: { row: 5 }, params: { rows: 3, first: 2, last: 4 } },
    ])
  })

  it('at every level, nothing counted twice', async () => {
    const { added, skipped, totals } = await read([
      ...EAST,
      sumOf(EAST, ['城北区', '朝阳街道', '朝阳']),
      ...WEST,
      sumOf(WEST, ['城北区', '马坊街道', '马坊']),
      sumOf([...EAST, ...WEST], ['城北区', '', '城北']),
    ])
    expect(added).toBe(5)
    expect(skipped.map(({ row }) => row)).toEqual([5, 8, 9])
    expect(totals.map(({ params }) => params['rows'])).toEqual([3, 2, 5])
  })

  it('above its communities, as yearbooks have them', async () => {
    const { added, skipped } = await read([
      sumOf([...EAST, ...WEST], ['城北区', '', '城北']),
      sumOf(EAST, ['城北区', '朝阳街道', '朝阳']),
      ...EAST,
      sumOf(WEST, ['城北区', '马坊街道', '马坊']),
      ...WEST,
    ])
    expect(added).toBe(5)
    expect(skipped.map(({ row }) => row)).toEqual([2, 3, 7])
  })

  it('a community whose few small figures happen to add up stays one', async () => {
    const { added, totals } = await read([
      ['城北区', '朝阳街道', '甲社区', null, 1, 1],
      ['城北区', '朝阳街道', '乙社区', null, 2, 1],
      ['城北区', '朝阳街道', '丙社区', null, 3, 2],
    ])
    expect({ added, totals }).toEqual({ added: 3, totals: [] })
  })
})

describe('a labelled total that is not the sum of its rows', () => {
  it('is told with both numbers and the difference', async () => {
    const wrong = sumOf(EAST, ['城北区', '朝阳街道', '小计']).with(3, 17_343)
    const { added, totals } = await read([...EAST, wrong, ...WEST, sumOf(WEST, ['城北区', '马坊街道', '小计'])])
    expect(added).toBe(5)
    expect(totals).toMatchObject([
      {
        code: 'import.totalDiffers',
        level: 'warning',
        place: { row: 5, column: 'D' },
        params: { total: '17343', sum: '17243', difference: '100', rows: 3, first: 2, last: 4 },
      },
    ])
  })

  it('is held against all its communities, not against other totals', async () => {
    const all = [...EAST, ...WEST]
    const { totals } = await read([
      ...EAST,
      sumOf(EAST, ['城北区', '朝阳街道', '小计']),
      ...WEST,
      sumOf(WEST, ['城北区', '马坊街道', '小计']),
      sumOf(all, ['', '', '总计']).with(4, 999),
    ])
    expect(totals).toMatchObject([{ place: { row: 9, column: 'E' }, params: { total: '999', sum: '175', rows: 5 } }])
  })
})
