import { describe, expect, it } from 'vitest'
import { readFile } from '../../../src-main/documents/import/read-file.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { oneSheet, type CellInput } from '../../support/spreadsheet-files.ts'

const read = async (rows: CellInput[][], merges: string[] = []) => {
  const bytes = oneSheet(rows, { merges })
  const { parts } = await readFile({ fileName: '交表.xlsx', bytes, mappings: [] }, importDictionary, [], () => undefined)
  return parts.flatMap(({ rows: communities, problems }) => ({
    places: communities.map(({ subdistrict, name }) => `${subdistrict} ${name}`),
    told: problems.flatMap(({ code, params }) => (code === 'import.subdistrictFromRows' ? [params] : [])),
  }))
}
const HEAD = ['序号', '社区', '常住人口（人）', '备注']
const OWN = ['朝阳街道 甲社区', '朝阳街道 乙社区', '红旗镇 甲社区', '红旗镇 丁社区']
const A: CellInput[] = [1, '甲社区', 5230]
const B: CellInput[] = [2, '乙社区', 6112]
const C: CellInput[] = [1, '甲社区', 4870]
const D: CellInput[] = [2, '丁社区', 7905]

describe('subdistricts that stand in rows of their own, and in no column', () => {
  const TITLES: [string, CellInput[][], string[]][] = [
    ['as titles, joined', [HEAD, ['一、朝阳街道'], A, B, ['二、城北区红旗镇（2个社区）'], C, D], ['A2:D2', 'A5:D5']],
    ['as titles in the column of the names', [HEAD, [null, '朝阳街道办事处'], A, B, [null, '红旗镇人民政府'], C, D], []],
    ['as titles that have their sums', [HEAD, ['一', '朝阳街道', 11_342], A, B, ['二', '红旗镇', 12_775], C, D], []],
    ['as titles, with totals below', [HEAD, ['朝阳街道'], A, B, [null, '小计', 11_342], ['红旗镇'], C, D, ['合计', null, 24_117]], []],
    [
      'as titles above a header of their own',
      [['城北区'], ['朝阳街道'], HEAD, A, B, [], ['红旗镇'], HEAD, C, D],
      ['A1:D1', 'A2:D2', 'A7:D7'],
    ],
    ['as totals below', [HEAD, A, B, ['朝阳街道小计', null, 11_342], C, D, ['红旗镇小计', null, 12_775], ['总计', null, 24_117]], []],
  ]
  it.each(TITLES)('%s: each community is where its row says', async (_, rows, merges) => {
    const [{ places, told }] = (await read(rows, merges)) as [Awaited<ReturnType<typeof read>>[number]]
    expect(places).toEqual(OWN)
    expect(told).toMatchObject([{ subdistricts: 2, rows: 4 }])
  })

  it('a total that names none ends what stands above it', async () => {
    const [{ places }] = (await read([HEAD, ['朝阳街道'], A, B, ['合计', null, 11_342], C])) as [Awaited<ReturnType<typeof read>>[number]]
    expect(places).toEqual(['朝阳街道 甲社区', '朝阳街道 乙社区', ' 甲社区'])
  })

  it('groups of another kind say nothing, nor does what is said of all', async () => {
    const [{ places, told }] = (await read([HEAD, ['一、城市社区'], A, ['二、农村社区'], C, ['全镇', null, 10_100]])) as [
      Awaited<ReturnType<typeof read>>[number],
    ]
    expect([places, told]).toEqual([[' 甲社区', ' 甲社区'], []])
  })

  it('with a column of subdistricts only the column counts', async () => {
    const rows = [['街道', ...HEAD.slice(1)], ['红旗镇'], ['朝阳街道', '甲社区', 5230], ['朝阳街道', '乙社区', 6112]]
    const [{ places, told }] = (await read(rows)) as [Awaited<ReturnType<typeof read>>[number]]
    expect([places, told]).toEqual([OWN.slice(0, 2), []])
  })
})
