import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import type { CellInput } from '../../support/spreadsheet-files.ts'
import { emptyPlan, file, HEADER, imported } from './import-files.ts'

describe("the plan's own export, in which districts were filled in", () => {
  it('gives them to every community, with a code and without one; what is not taken is said', async () => {
    const desk = await emptyPlan()
    await imported(desk, [
      file('一.xlsx', [
        ['社区代码', '街道', '社区名称', '常住人口（人）'],
        ['630105001001', '一街道', '甲社区', 1],
        [null, '一街道', '乙社区', 2],
        [null, '二街道', '丙社区', 3],
      ]),
    ])
    const exported = await desk.ask('indicators.export', {})
    const book = read(Buffer.from(exported.base64, 'base64'))
    const sheet = book.Sheets[book.SheetNames[0]!]!
    const cells = utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null })
    const header = cells.findIndex(
      (row) => row.some((cell) => /区县/.test(String(cell))) && row.some((cell) => /社区名称/.test(String(cell))),
    )
    const column = (heading: string): number => cells[header]!.findIndex((cell) => String(cell).includes(heading))
    const filled = cells.map((row, at) => {
      const name = String(row[column('社区名称')] ?? '')
      if (at <= header || !['甲社区', '乙社区', '丙社区'].includes(name)) return row
      return row.map((cell, place) =>
        place === column('区县') ? '城北区' : name === '丙社区' && place === column('社区代码') ? '630105001003' : cell,
      )
    })
    const answer = await desk.ask('import.desk', { files: [file(exported.fileName, filled as CellInput[][])] })
    expect(answer.counts).toMatchObject({ rows: 3, added: 0, changed: 3, unchanged: 0, values: 3 })
    expect(answer.files[0]!.problems).toContainEqual(
      expect.objectContaining({ code: 'import.codesNotTaken', params: { value: '630105001003', name: '丙社区', count: 1 } }),
    )
    await desk.ask('import.applyDesk', { id: answer.id })
    expect((await desk.ask('communities.list')).map(({ name, district }) => [name, district])).toEqual(
      expect.arrayContaining(['甲社区', '乙社区', '丙社区'].map((name) => [name, '城北区'])),
    )
  })

  it('does not rename a community that is only spelled like another, and says so', async () => {
    const desk = await emptyPlan()
    await imported(desk, [file('一.xlsx', [HEADER, ['城北区', '一街道', '甲社区', 100, 10, 5]])])
    const answer = await desk.ask('import.desk', { files: [file('二.xlsx', [HEADER, ['城北区', '一街道', '甲', 100, 10, 5]])] })
    expect(answer.files[0]!.problems).toContainEqual(
      expect.objectContaining({ code: 'import.namesNotTaken', level: 'warning', params: { value: '甲', name: '甲社区', count: 1 } }),
    )
  })
})
