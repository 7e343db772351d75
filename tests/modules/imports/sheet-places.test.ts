import { describe, expect, it } from 'vitest'
import type { CellInput } from '../../support/spreadsheet-files.ts'
import { emptyPlan, file, files, openImportDesk } from './import-files.ts'

const HEAD = ['社区名称', '常住人口（人）']
const ROWS: CellInput[][] = [
  ['甲社区', 5230],
  ['乙社区', 8112],
]
const codesIn = (problems: readonly { code: string }[]) =>
  problems.map(({ code }) => code).filter((code) => /[pP]lace|subdistrict/.test(code))

describe('a sheet with neither subdistricts nor codes', () => {
  it.each<[string, string, string, string | null]>([
    ['its title', '表.xlsx', 'Sheet1', '城北区朝阳街道2026年社区基本情况统计表'],
    ['its name', '表.xlsx', '朝阳街道', null],
    ['the name of the file', '朝阳街道办事处.xlsx', 'Sheet1', null],
  ])('is where %s says, and that is told', async (_, fileName, sheet, title) => {
    const desk = await emptyPlan()
    const rows = [...(title === null ? [] : [[title]]), HEAD, ...ROWS]
    const found = await desk.ask('import.desk', { files: [{ ...files(fileName, { [sheet]: rows }), district: '城北区' }] })
    expect(found.counts).toMatchObject({ errors: 0, added: 2 })
    expect(found.files[0]!.problems.filter(({ code }) => code === 'import.subdistrictFrom')).toMatchObject([
      { level: 'warning', params: { subdistrict: '朝阳街道', rows: 2 } },
    ])
    await desk.ask('import.applyDesk', { id: found.id })
    expect((await desk.ask('communities.list')).map(({ subdistrict }) => subdistrict)).toEqual(['朝阳街道', '朝阳街道'])
  })

  it('one sheet for each subdistrict: all are read, each where its name says', async () => {
    const desk = await emptyPlan()
    const rows = [[...HEAD, '楼院（个）', '老旧楼院（个）'], ...ROWS.map((row) => [...row, 41, 20])]
    const delivered = files('城北区.xlsx', { 朝阳街道: rows, 马坊街道: rows })
    const found = await desk.ask('import.desk', { files: [{ ...delivered, district: '城北区' }] })
    expect(found.counts).toMatchObject({ errors: 0, added: 4 })
    expect(found.added.map(({ subdistrict }) => subdistrict)).toEqual(['朝阳街道', '朝阳街道', '马坊街道', '马坊街道'])
  })

  it('is in several, where rows of its own name them; the title above the first is not meant for all', async () => {
    const desk = await emptyPlan()
    const rows = [['一、朝阳街道'], HEAD, ...ROWS, ['二、马坊街道'], HEAD, ...ROWS]
    const found = await desk.ask('import.desk', { files: [{ ...file('表.xlsx', rows), district: '城北区' }] })
    expect(found.counts).toMatchObject({ errors: 0, added: 4 })
    expect(codesIn(found.files[0]!.problems)).toEqual(['import.subdistrictFromRows'])
    expect(found.added.map(({ subdistrict }) => subdistrict)).toEqual(['朝阳街道', '朝阳街道', '马坊街道', '马坊街道'])
  })

  it('needs no subdistrict for communities whose names the plan has once', async () => {
    const desk = await openImportDesk()
    const own = (await desk.ask('communities.list')).filter((each) => each.subdistrict === '朝阳街道')
    const rows = own.map(({ name }, at) => [name, 90_000 + at])
    const found = await desk.ask('import.desk', { files: [file('表.xlsx', [HEAD, ...rows])] })
    expect([codesIn(found.files[0]!.problems), found.counts.added, found.counts.values]).toEqual([[], 0, own.length])
  })

  it('is asked about once, else; the answer holds for all its rows and does not read the file again', async () => {
    const desk = await emptyPlan()
    const handed = { ...file('表.xlsx', [HEAD, ...ROWS]), district: '城北区' }
    const asked = await desk.ask('import.desk', { files: [handed] })
    expect(asked.files[0]).toMatchObject({ withoutSubdistrict: 2 })
    expect(codesIn(asked.files[0]!.problems)).toEqual(['import.noPlaceColumn'])
    const told = await desk.ask('import.desk', { files: [{ ...handed, subdistrict: '马坊街道' }] })
    expect(told.files[0]).toMatchObject({ withoutSubdistrict: 0 })
    expect([codesIn(told.files[0]!.problems), told.counts.errors, told.counts.added]).toEqual([[], 0, 2])
    await desk.ask('import.applyDesk', { id: told.id })
    expect((await desk.ask('communities.list')).map(({ subdistrict }) => subdistrict)).toEqual(['马坊街道', '马坊街道'])
  })

  it('is not what is asked of a sheet that has subdistricts, and whose community only the district would tell apart', async () => {
    const desk = await emptyPlan()
    for (const district of ['城北区', '城中区'])
      await desk.ask('communities.add', { code: '', name: '甲社区', district, subdistrict: '朝阳街道' })
    const found = await desk.ask('import.desk', {
      files: [
        file('表.xlsx', [
          ['街道', ...HEAD],
          ['朝阳街道', '甲社区', 5230],
        ]),
      ],
    })
    expect(found.files[0]).toMatchObject({ withoutDistrict: 1, withoutSubdistrict: 0 })
  })

  it('a title that names two subdistricts of the plan tells nothing', async () => {
    const desk = await openImportDesk()
    const others = [...new Set((await desk.ask('communities.list')).map(({ subdistrict }) => subdistrict))].slice(0, 2)
    const found = await desk.ask('import.desk', { files: [file('表.xlsx', [[others.join('、')], HEAD, ['新设甲社区', 100]])] })
    expect(found.files[0]!.withoutSubdistrict).toBe(1)
    expect(found.subdistricts).toEqual(expect.arrayContaining(others))
  })
})
