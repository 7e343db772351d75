import { describe, expect, it, test } from 'vitest'
import { readFile } from '../../../src-main/documents/import/read-file.ts'
import type { ImportMapping } from '../../../src-main/model/import.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { OTHER_AREAS } from './other-areas.ts'
import { oneSheet, type CellInput, type SheetInput } from '../../support/spreadsheet-files.ts'

const read = async (rows: CellInput[][], more: Partial<SheetInput> = {}, mappings: ImportMapping[] = []) => {
  const { parts } = await readFile({ fileName: '交表.xlsx', bytes: oneSheet(rows, more), mappings }, importDictionary, [], () => undefined)
  const [{ recognition, rows: communities, skipped, problems }] = parts as [(typeof parts)[number]]
  return {
    header: recognition.headerRows,
    names: communities.map(({ name }) => name),
    skipped: skipped.map(({ row }) => row),
    columns: recognition.columns,
    errors: [...recognition.problems, ...problems].filter(({ level }) => level === 'error').map(({ code }) => code),
  }
}

describe('areas that are called otherwise', () => {
  test.each(OTHER_AREAS)('%s', async (_, rows, more, header, names, skipped) => {
    expect(await read(rows, more)).toMatchObject({ header, names, skipped })
  })

  it('are only guessed, which has to be confirmed; then they are the names, and groups stay groups', async () => {
    const [, rows] = OTHER_AREAS[3]!
    const guessed = await read(rows)
    expect(guessed.columns.find(({ field }) => field === 'name')).toMatchObject({ column: 'A', how: 'guessed' })
    expect(guessed.errors).toContain('import.nameGuessed')
    const confirmed = await read(rows, {}, [{ headerRows: [1, 1], fields: { A: 'name' } }])
    expect(confirmed.errors).not.toContain('import.nameGuessed')
    expect(confirmed).toMatchObject({ names: guessed.names, skipped: guessed.skipped })
    const taken = await read(rows, {}, [{ headerRows: [1, 1], fields: { A: 'name', B: 'residents' } }])
    expect(taken).toMatchObject({ names: guessed.names, skipped: guessed.skipped })
  })

  it('can be confirmed also where they have no heading', async () => {
    const [, rows] = OTHER_AREAS[1]!
    const { names, errors } = await read(rows, {}, [{ headerRows: [1, 2], fields: { A: 'name' } }])
    expect([names, errors.includes('import.nameGuessed')]).toEqual([['东片', '西片', '南片'], false])
  })

  it('are not guessed where the rows are districts: there are no communities then', async () => {
    const { names, columns, errors } = await read([
      ['县（市、区）', '摊位', '车位'],
      ['东区', 30, 2],
      ['西区', 40, 3],
      ['南县', 50, 7],
    ])
    expect(names).toEqual([])
    expect(columns[0]).toMatchObject({ field: 'district' })
    expect(errors).toEqual(['import.noCommunities'])
  })

  it('stand in columns, also of indicators that nobody knows', async () => {
    const { names, skipped } = await read([
      ['指标', '东河村', '西河村', '南河村', '合计'],
      ['摊位', 30, 40, 50, 120],
      ['车位', 2, 3, 7, 12],
    ])
    expect([names, skipped.length]).toEqual([['东河村', '西河村', '南河村'], 1])
  })

  it('are not the province, whose figures are not the sum of its cities', async () => {
    const { skipped } = await read([
      ['行政区', '摊位', '社区名称'],
      ['云岭省', 30_000, '云岭省'],
      ['东河市', 7541, '东河市'],
      ['西河州', 2802, '西河州'],
      ['南河市', 2520, '南河市'],
    ])
    expect(skipped).toEqual([2])
  })

  it('are not there in a list without figures of which the rows are subdistricts; its header is found', async () => {
    const { header, errors } = await read([
      ['服务点设置情况'],
      ['街镇', '机构', '地址', '时间'],
      ['东河镇', '东河镇服务中心', '芳林路', '周四下午'],
      ['西河镇', '西河镇服务中心', '陈翔路', '周五上午'],
      ['南河街道', '南河服务中心', '嘉行路', '周一上午'],
      ['北河街道', '北河服务中心', '北大街', '周三下午'],
    ])
    expect([header, errors.includes('import.noHeader')]).toEqual([[2, 2], false])
  })

  it('stand in columns also where no name tells, beside ages', async () => {
    const { names } = await read([
      ['Age', 'Abbey', 'Bridge End', 'Castle', 'Dock', 'Edge'],
      ['Less than 5 years', 30, 40, 50, 20, 10],
      ['5 to 9 years', 32, 41, 57, 12, 11],
      ['10 to 14 years', 22, 44, 51, 13, 14],
    ])
    expect(names).toEqual(['Abbey', 'Bridge End', 'Castle', 'Dock', 'Edge'])
    const men = await read([
      ['年龄', '男', '女', '合计'],
      ['0～4岁', 30, 40, 70],
      ['5～9岁', 32, 41, 73],
      ['10～14岁', 22, 44, 66],
    ])
    expect(men.names).not.toContain('男')
  })

  it('are not what a column of figures counts, whatever its heading', async () => {
    const { columns } = await read([
      ['区域', '常住人口', '社区'],
      ['东片', 3000, 12],
      ['西片', 4000, 15],
      ['南片', 5000, 9],
    ])
    expect(columns.map(({ field }) => field)).toEqual(['name', 'residents', null])
  })
})

it('a list of some communities below their table is another table, which is told; its figures are not taken for those above', async () => {
  const bytes = oneSheet([
    ['社区', '常住人口', '楼院', '进度'],
    ['东河社区', 3100, 31, '80%'],
    ['西河社区', 4200, 42, '70%'],
    ['南河社区', 5300, 53, '60%'],
    [],
    ['后两位社区：'],
    ['社区', '进度', '原因'],
    ['西河社区', '70%', '空挂户多'],
    ['南河社区', '60%', '缺人'],
  ])
  const { parts } = await readFile({ fileName: '进度.xlsx', bytes, mappings: [] }, importDictionary, [], () => undefined)
  expect(parts.map(({ rows }) => rows.map(({ name, values }) => [name, values['residents']]))).toEqual([
    [
      ['东河社区', 3100],
      ['西河社区', 4200],
      ['南河社区', 5300],
    ],
  ])
  expect(parts[0]!.recognition.problems.filter(({ code }) => code === 'import.sheetsNotRead')).toMatchObject([
    { params: { sheets: '表一（第6行起）' } },
  ])
})

it('a community of which nothing is known yet begins no table, also after a blank row', async () => {
  const { names } = await read([
    ['社区', '常住人口', '楼院', '流动人口'],
    ['东河社区', 3100, 31, 80],
    ['西河社区', 4200, 42, 70],
    [],
    ['南河社区', '等街道核实', '等街道核实', '等街道核实'],
    ['北河社区', 5300, 53, 60],
  ])
  expect(names).toEqual(['东河社区', '西河社区', '南河社区', '北河社区'])
})

describe('what is no area', () => {
  test.each<[string, CellInput[]]>([
    ['what can be reached at most', ['满分', 100]],
    ['how many there are', ['共9条记录', null]],
    ['a total in English', ['TOTAL VALLEY', 7000]],
    ['of which day the figures are', ['数据截止6月30日', null]],
  ])('%s', async (_, row) => {
    const { names } = await read([['社区', '常住人口'], ['东河社区', 3100], ['西河社区', 4200], row])
    expect(names).toEqual(['东河社区', '西河社区'])
  })
  it('a district above its subdistricts', async () => {
    const { names } = await read([
      ['社区', '常住人口'],
      ['河东县', null],
      ['东河镇', 3100],
      ['西河镇', 4200],
      ['河西县', null],
      ['南河镇', 5200],
      ['北河乡', 5300],
    ])
    expect(names).toEqual(['东河镇', '西河镇', '南河镇', '北河乡'])
  })
})
