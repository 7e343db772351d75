import { describe, expect, it } from 'vitest'
import type { ImportMapping } from '../../../src-main/model/import.ts'
import { codesOf } from '../../support/desk.ts'
import { emptyPlan, file, openImportDesk, type Delivered, type ImportDeskApp } from './import-files.ts'

const HEADINGS = ['社区代码', '社区名称', '街道', '2025年末在册居民', '老旧情况', '备注甲']
const row = (residents: number | string, courtyards: number | string = 5) => [
  '630105001001',
  '甲社区',
  '一街道',
  residents,
  courtyards,
  '略',
]
const mapped = (delivered: Delivered, mapping: ImportMapping) => ({ ...delivered, mappings: [mapping] })
const columnsOf = async (desk: ImportDeskApp, delivered: Delivered) => {
  const {
    files: [answer],
  } = await desk.ask('import.desk', { files: [delivered] })
  return answer!.parts[0]!.columns.map(({ field, how }) => `${field} ${how}`)
}

/** Two columns are assigned by hand, and one is said to be of no use. */
async function taught() {
  const desk = await emptyPlan()
  const { id } = await desk.ask('import.desk', {
    files: [mapped(file('去年.xlsx', [HEADINGS, row(100)]), { fields: { D: 'residents', E: 'courtyards', F: null } })],
  })
  expect(await desk.ask('import.applyDesk', { id })).toMatchObject({ layouts: 1 })
  return desk
}

describe('what was chosen by hand for a sheet', () => {
  it('is used for the next sheet with the same headings, whatever the year, and after opening the plan again', async () => {
    const first = await taught()
    await first.close()
    const desk = await openImportDesk(first.folder)
    const next = file('今年.xlsx', [['一街道社区情况表'], [], HEADINGS.map((heading) => heading.replace('2025', '２０２６')), row(120)])
    const {
      files: [answer],
      changed,
    } = await desk.ask('import.desk', { files: [next] })
    expect(answer!.parts[0]!.columns.map(({ field, how }) => `${field} ${how}`)).toEqual([
      'code synonym',
      'name synonym',
      'subdistrict synonym',
      'residents remembered',
      'courtyards remembered',
      'null remembered',
    ])
    expect(answer!.problems.filter(({ code }) => code === 'import.columnUnknown')).toEqual([])
    expect(changed).toMatchObject([{ field: 'residents', before: 100, after: 120 }])
    const [layout] = await desk.ask('import.layouts')
    expect(layout).toMatchObject({
      file: '去年.xlsx',
      chosen: ['D', 'E', 'F'],
      headerRows: null,
      fields: { A: 'code', D: 'residents', E: 'courtyards', F: null },
    })
    expect(answer!.parts[0]!.layout).toBe(layout!.id)
  })

  it('gives way to what is chosen now, which is remembered in its place', async () => {
    const desk = await taught()
    const { id } = await desk.ask('import.desk', {
      files: [mapped(file('今年.xlsx', [HEADINGS, row(120)]), { fields: { E: 'oldCourtyards' } })],
    })
    await desk.ask('import.applyDesk', { id })
    expect((await desk.ask('import.layouts')).map(({ file: name, fields, chosen }) => [name, fields['D'], fields['E'], chosen])).toEqual([
      ['今年.xlsx', 'residents', 'oldCourtyards', ['D', 'E', 'F']],
    ])
  })

  it('is not used for other headings, and is of the same step as the import', async () => {
    const desk = await taught()
    expect(await columnsOf(desk, file('别的.xlsx', [['社区代码', '社区名称', '街道', '某数', '备注甲'], row(1)]))).toEqual([
      'code synonym',
      'name synonym',
      'subdistrict synonym',
      'null none',
      'null none',
    ])
    await desk.ask('history.undo')
    expect(await desk.ask('import.layouts')).toEqual([])
    await desk.ask('history.redo')
    expect(await desk.ask('import.layouts')).toHaveLength(1)
  })

  it('is forgotten when that is asked for', async () => {
    const desk = await taught()
    const [layout] = await desk.ask('import.layouts')
    await desk.ask('import.forgetLayout', { id: layout!.id })
    expect(await columnsOf(desk, file('今年.xlsx', [HEADINGS, row(120)]))).toContain('null none')
    expect(await codesOf(desk.ask('import.forgetLayout', { id: layout!.id }))).toEqual(['import.layoutUnknown'])
    await desk.ask('history.undo')
    expect(await desk.ask('import.layouts')).toEqual([layout])
  })

  it('is left out where the indicator is no longer asked for', async () => {
    const desk = await taught()
    await desk.ask('dictionary.addIndicator', { indicator: { key: 'cats', label: { zh: '猫' }, kind: 'number', group: 'population' } })
    const { id } = await desk.ask('import.desk', {
      files: [mapped(file('今年.xlsx', [HEADINGS, row(120)]), { fields: { F: 'cats', D: null } })],
    })
    expect(await codesOf(desk.ask('import.applyDesk', { id }))).toEqual(['import.refused'])
    const { id: other } = await desk.ask('import.desk', {
      files: [mapped(file('今年.xlsx', [HEADINGS, [...row(120).slice(0, 5), 3]]), { fields: { F: 'cats' } })],
    })
    await desk.ask('import.applyDesk', { id: other })
    await desk.ask('dictionary.retireIndicator', { key: 'cats' })
    expect((await columnsOf(desk, file('今年.xlsx', [HEADINGS, row(120)]))).slice(3)).toEqual([
      'residents remembered',
      'courtyards remembered',
      'null none',
    ])
  })

  it('holds for header rows that nobody could find', async () => {
    const desk = await emptyPlan()
    const rows = [
      ['甲', '乙', '丙'],
      ['某', '某', '某'],
      ['甲社区', '一街道', 7],
    ]
    const {
      id,
      files: [answer],
    } = await desk.ask('import.desk', {
      files: [mapped(file('怪.xlsx', rows), { headerRows: [1, 2], fields: { A: 'name', B: 'subdistrict', C: 'residents' } })],
    })
    expect(answer!.errors).toBe(0)
    await desk.ask('import.applyDesk', { id })
    const again = await desk.ask('import.desk', { files: [file('怪.xlsx', rows)] })
    expect([again.files[0]!.errors, again.files[0]!.parts[0]!.headerRows, again.counts]).toMatchObject([0, [1, 2], { unchanged: 1 }])
  })
})

describe('by position', () => {
  it('a heading that nobody knows is read as in a layout of the same shape, with a warning that names it', async () => {
    const desk = await taught()
    const other = file('今年.xlsx', [['社区代码', '社区名称', '街道', '在册人口数甲', '老旧情况', '备注甲'], row(130)])
    const {
      files: [answer],
      changed,
    } = await desk.ask('import.desk', { files: [other] })
    expect(answer!.parts[0]!.columns.map(({ field, how }) => `${field} ${how}`).slice(3)).toEqual([
      'residents position',
      'courtyards position',
      'null none',
    ])
    expect(
      answer!.problems
        .filter(({ code }) => code === 'import.columnByPosition')
        .map(({ level, params, place }) => [level, params.heading, params.label, params.file, place.column]),
    ).toEqual([
      ['warning', '在册人口数甲', '常住人口', '去年.xlsx', 'D'],
      ['warning', '老旧情况', '楼院', '去年.xlsx', 'E'],
    ])
    expect(changed).toMatchObject([{ field: 'residents', after: 130 }])
  })

  it.each<[string, string[]]>([
    ['one column more', ['社区代码', '社区名称', '街道', '某数', '老旧情况', '备注甲', '另一列']],
    ['known headings elsewhere', ['社区名称', '社区代码', '街道', '某数', '老旧情况', '备注甲']],
    ['a known heading where the layout has something else', ['社区代码', '社区名称', '街道', '某数', '三无楼院', '备注甲']],
  ])('not with %s', async (_, headings) => {
    const desk = await taught()
    expect(await columnsOf(desk, file('今年.xlsx', [headings, headings.map(() => 1)]))).toContain('null none')
    expect((await columnsOf(desk, file('今年.xlsx', [headings, headings.map(() => 1)]))).join()).not.toContain('position')
  })

  it('not a field that the sheet has by name', async () => {
    const desk = await taught()
    const headings = ['社区代码', '社区名称', '街道', '某数', '某', '常住人口']
    expect((await columnsOf(desk, file('今年.xlsx', [headings, headings.map(() => 1)]))).join()).not.toContain('position')
  })
})
