import { describe, expect, it } from 'vitest'
import { emptyPlan, file } from './import-files.ts'

const PLACED = ['区县', '街道', '社区名称']
/** A sheet with one more column, into a plan of 2026. */
async function read(heading: string, title: string | null = null, mapping?: { fields: Record<string, string> }) {
  const desk = await emptyPlan()
  const rows = [...(title === null ? [] : [[title]]), [...PLACED, heading], ['城北区', '朝阳街道', '甲社区', 5230]]
  const found = await desk.ask('import.desk', { files: [{ ...file('表.xlsx', rows), ...(mapping && { mappings: [mapping] }) }] })
  return found.files[0]!.problems.filter(({ code }) => code.endsWith('Year'))
}

describe('years in headings of a sheet for the plan of 2026', () => {
  it.each([
    ['2026年专项经费（元）'],
    ['2024年服务群众专项经费（元）'],
    ['2019年常住人口（人）'],
    ['2027年常住人口（人）'],
    ['常住人口（2019年）'],
  ])('%s is of another year, and an error at its column', async (heading) => {
    const year = Number(/\d{4}/.exec(heading)![0])
    expect(await read(heading)).toMatchObject([
      { code: 'import.columnYear', level: 'error', params: { value: year, year: 2026 }, place: { row: 1, column: 'D' } },
    ])
  })

  it.each([
    ['2025年专项经费（元）'],
    ['专项经费（元）'],
    ['2026年常住人口（人）'],
    ['2025年末常住人口（人）'],
    ['常住人口（2025年末）'],
    ['常住人口（人）'],
  ])('%s is taken', async (heading) => {
    expect(await read(heading)).toEqual([])
  })

  it('a column assigned by hand is as wanted', async () => {
    expect(await read('2024年服务群众专项经费（元）', null, { fields: { D: 'previousAmount' } })).toEqual([])
  })

  it('a title of another time is told, one of this year or the last is not', async () => {
    expect(await read('常住人口（人）', '2019年度社区基本情况统计表')).toMatchObject([
      { code: 'import.titleYear', level: 'warning', params: { value: 2019, year: 2026 } },
    ])
    expect(await read('常住人口（人）', '二〇一九年度社区基本情况统计表')).toMatchObject([{ params: { value: 2019 } }])
    expect(await read('常住人口（人）', '2025年度社区基本情况统计表')).toEqual([])
    expect(await read('常住人口（人）', '社区基本情况统计表（截至2026年6月）')).toEqual([])
    expect(await read('常住人口（人）', '全区共2000户以上的社区'), 'what is counted is no year').toEqual([])
  })
})
