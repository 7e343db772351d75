import { describe, expect, it } from 'vitest'
import type { CellInput } from '../../support/spreadsheet-files.ts'
import { codesOf, problemsOf } from '../../support/desk.ts'
import { emptyPlan, file, files, HEADER, imported } from './import-files.ts'

const CODED = ['社区代码', '区县', '街道', '社区名称', '常住人口（人）', '楼院（个）', '老旧楼院（个）']
const one: CellInput[][] = [HEADER, ['城北区', '一街道', '甲社区', 100, 10, 5], ['城北区', '一街道', '乙社区', 200, 10, null]]
const two: CellInput[][] = [HEADER, ['城北区', '二街道', '丙社区', 300, 20, 5], ['城北区', '二街道', '丁社区', 400, null, 5]]

describe('several files at once', () => {
  it('are read and compared together, change nothing before they are applied, and are one step', async () => {
    const desk = await emptyPlan()
    await imported(desk, [file('一.xlsx', one)])
    const before = await desk.ask('communities.list')
    const steps = (await desk.ask('history.list')).length
    const answer = await desk.ask('import.desk', {
      files: [file('一.xlsx', [one[0]!, ['城北区', '一街道', '甲社区', 101, 10, 5], one[2]!]), file('二.xlsx', two)],
    })
    expect(answer.counts).toEqual({ rows: 4, added: 2, changed: 1, unchanged: 1, values: 1, conflicts: 0, skipped: 0, errors: 0 })
    expect(answer.changed).toEqual([
      { row: 2, key: '城北区/一街道/甲社区', name: '甲社区', field: 'residents', before: 100, after: 101, file: '一.xlsx', sheet: '表一' },
    ])
    expect(answer.added.map(({ name, file: from, row }) => [name, from, row])).toEqual([
      ['丙社区', '二.xlsx', 2],
      ['丁社区', '二.xlsx', 3],
    ])
    expect(await desk.ask('communities.list')).toEqual(before)
    expect(await desk.ask('import.applyDesk', { id: answer.id })).toEqual({
      files: 2,
      added: 2,
      changed: 1,
      delivered: 4,
      layouts: 0,
      byFile: [
        { file: '一.xlsx', rows: 2, added: 0, changed: 1, left: 0 },
        { file: '二.xlsx', rows: 2, added: 2, changed: 0, left: 0 },
      ],
      left: [],
      leftCount: 0,
    })
    expect((await desk.ask('communities.list')).map(({ name, values }) => [name, values['residents']])).toEqual([
      ['乙社区', 200],
      ['甲社区', 101],
      ['丁社区', 400],
      ['丙社区', 300],
    ])
    const [step, ...earlier] = await desk.ask('history.list')
    expect([step!.summary, earlier.length]).toEqual(['一.xlsx、二.xlsx：新增2，更改1，交来4个社区', steps])
    await desk.ask('history.undo')
    expect(await desk.ask('communities.list')).toEqual(before)
  })

  it('are put together whatever their order: a community is known by the row that says most of where it is', async () => {
    const vague = file('市级口径.xlsx', [
      ['街道', '社区', '流动人口'],
      ['一街道', '甲', 7],
    ])
    const full = file('一.xlsx', [
      ['区县', '街道', '社区', '常住人口'],
      ['城北区', '一街道', '甲社区', 100],
    ])
    for (const given of [
      [vague, full],
      [full, vague],
    ]) {
      const desk = await emptyPlan()
      const { id, added } = await desk.ask('import.desk', { files: given })
      expect(added).toMatchObject([{ key: '城北区/一街道/甲社区', name: '甲社区', district: '城北区', file: '一.xlsx' }])
      await desk.ask('import.applyDesk', { id })
      expect(await desk.ask('communities.list')).toMatchObject([{ key: '城北区/一街道/甲社区', values: { residents: 100, floating: 7 } }])
    }
  })

  it('of a workbook with a sheet for each subdistrict: every visible one with communities is read', async () => {
    const desk = await emptyPlan()
    const workbook = files('全区.xlsx', { 说明: [['请如实填写']], 一街道: one, 二街道: two })
    const answer = await desk.ask('import.desk', { files: [workbook] })
    expect(answer.files[0]!.parts.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      ['一街道', 2],
      ['二街道', 2],
    ])
    expect(answer.files[0]!.problems.map(({ code }) => code)).not.toContain('import.sheetsNotRead')
    const chosen = await desk.ask('import.desk', { files: [{ ...workbook, sheets: ['二街道'] }] })
    expect(chosen.added.map(({ name }) => name)).toEqual(['丙社区', '丁社区'])
    expect(chosen.files[0]!.problems).toContainEqual(
      expect.objectContaining({ code: 'import.sheetsNotRead', params: { sheets: '一街道', read: '二街道' } }),
    )
  })

  it('of which one is no spreadsheet: it is named, and none is imported until it is gone', async () => {
    const desk = await emptyPlan()
    const bad = { fileName: '二.pdf', base64: Buffer.from('%PDF-1.7').toString('base64') }
    const answer = await desk.ask('import.desk', { files: [file('一.xlsx', one), bad] })
    expect(
      answer.files.map(({ file: name, errors, parts, problems }) => [
        name,
        errors,
        parts.length,
        problems.filter(({ level }) => level === 'error').map(({ code }) => code),
      ]),
    ).toEqual([
      ['一.xlsx', 0, 1, []],
      ['二.pdf', 1, 0, ['file.notSpreadsheet']],
    ])
    expect(await problemsOf(desk.ask('import.applyDesk', { id: answer.id }))).toMatchObject([
      { code: 'import.refused', params: { count: 1, file: '二.pdf' } },
    ])
    expect(await desk.ask('communities.list')).toEqual([])
  })

  it('of the same name are told apart', async () => {
    const desk = await emptyPlan()
    const answer = await desk.ask('import.desk', { files: [file('表.xlsx', one), file('表.xlsx', two)] })
    expect(answer.files.map((each) => each.file)).toEqual(['表.xlsx', '表.xlsx (2)'])
    expect(answer.added.map((each) => each.file)).toEqual(['表.xlsx', '表.xlsx', '表.xlsx (2)', '表.xlsx (2)'])
  })

  it('listed in pages where they are many', async () => {
    const desk = await emptyPlan()
    const rows = Array.from({ length: 1500 }, (_, row) => ['城北区', '一街道', `${row}号社区`, row, null, null])
    const answer = await desk.ask('import.desk', { files: [file('多.xlsx', [HEADER, ...rows])] })
    expect([answer.counts.added, answer.added.length]).toEqual([1500, 1000])
    const rest = await desk.ask('import.deskRows', { id: answer.id, offset: 1000, limit: 1000 })
    expect([...answer.added, ...rest.added].map(({ name }) => name)).toEqual(rows.map((row) => row[2]))
    expect(await codesOf(desk.ask('import.deskRows', { id: 'another', offset: 0 }))).toEqual(['import.stale'])
  })
})

describe('a community that is spelled differently', () => {
  it.each<[string, string, string]>([
    ['without 社区', '一街道', '甲'],
    ['as 居委会', '一街道', '甲社区居委会'],
    ['as 居民委员会', '一街道', '甲社区居民委员会'],
    ['in full width', '一街道', 'Ａ１ 社区'],
    ['without its subdistrict', '', '甲社区'],
  ])('is the same community: %s', async (_, subdistrict, name) => {
    const desk = await emptyPlan()
    const known = name.startsWith('Ａ') ? 'A1社区' : '甲社区'
    await imported(desk, [file('一.xlsx', [HEADER, ['城北区', '一街道', known, 100, null, null]])])
    const place =
      subdistrict === ''
        ? [CODED.slice(1).filter((heading) => heading !== '街道'), ['城北区', name, 7, null, null]]
        : [HEADER, ['城北区', subdistrict, name, 7, null, null]]
    const answer = await desk.ask('import.desk', { files: [file('二.xlsx', place)] })
    expect(answer.counts).toMatchObject({ added: 0, changed: 1, values: 1 })
    expect(answer.changed).toMatchObject([{ name: known, field: 'residents', after: 7 }])
  })

  it('and new in two files, with a code in one of them, is added once', async () => {
    const desk = await emptyPlan()
    const answer = await desk.ask('import.desk', {
      files: [
        file('一.xlsx', [HEADER, ['城北区', '一街道', '甲社区居委会', null, 10, null]]),
        file('二.xlsx', [CODED, ['630105001001', '城北区', '一街道', '甲社区', 100, null, null]]),
      ],
    })
    expect(answer.counts).toMatchObject({ rows: 2, added: 1, conflicts: 0, errors: 0 })
    await desk.ask('import.applyDesk', { id: answer.id })
    expect(await desk.ask('communities.list')).toMatchObject([
      { key: '630105001001', name: '甲社区', values: { residents: 100, courtyards: 10 } },
    ])
  })

  it('with a name that two communities have is not guessed', async () => {
    const desk = await emptyPlan()
    await imported(desk, [
      file('一.xlsx', [HEADER, ['城北区', '一街道', '甲社区', 1, null, null], ['城北区', '二街道', '甲社区', 2, null, null]]),
    ])
    const answer = await desk.ask('import.desk', {
      files: [
        file('二.xlsx', [
          ['区县', '社区名称', '社区代码', '常住人口'],
          ['城北区', '甲社区', '', 7],
          ['城北区', '乙社区', '630105001001', 7],
        ]),
      ],
    })
    expect(answer.files[0]!.problems.filter(({ level }) => level === 'error').map(({ code, place }) => `${code} ${place.row}`)).toContain(
      'import.nameNotUnique 2',
    )
  })
})

describe('conflicts', () => {
  const disagreeing = [
    file('一.xlsx', [HEADER, ['城北区', '一街道', '甲社区', 100, 10, 5], ['城北区', '一街道', '乙社区', 200, 10, 3]]),
    file('二.xlsx', [HEADER, ['城北区', '一街道', '甲', 111, 10, null], ['城北区', '一街道', '乙社区', 222, 9, 3]]),
  ]

  it('are listed with both sources; the same value twice is none', async () => {
    const desk = await emptyPlan()
    await imported(desk, [file('零.xlsx', [HEADER, ['城北区', '一街道', '甲社区', 99, null, null]])])
    const { conflicts, counts, changed } = await desk.ask('import.desk', { files: disagreeing })
    expect(
      conflicts.map(({ name, field, before, sources }) => [
        name,
        field,
        before,
        sources.map((each) => [each.file, each.sheet, each.row, each.column, each.value]),
      ]),
    ).toEqual([
      [
        '甲社区',
        'residents',
        99,
        [
          ['一.xlsx', '表一', 2, 'D', 100],
          ['二.xlsx', '表一', 2, 'D', 111],
        ],
      ],
      [
        '乙社区',
        'residents',
        null,
        [
          ['一.xlsx', '表一', 3, 'D', 200],
          ['二.xlsx', '表一', 3, 'D', 222],
        ],
      ],
      [
        '乙社区',
        'courtyards',
        null,
        [
          ['一.xlsx', '表一', 3, 'E', 10],
          ['二.xlsx', '表一', 3, 'E', 9],
        ],
      ],
    ])
    expect(counts).toMatchObject({ conflicts: 3, errors: 0 })
    expect(changed.map(({ field }) => field)).toEqual(['courtyards', 'oldCourtyards'])
  })

  it('that are not all decided let nothing through; decided, each cell is that of the file that was chosen', async () => {
    const desk = await emptyPlan()
    const { id, conflicts } = await desk.ask('import.desk', { files: disagreeing })
    const [first] = conflicts
    expect(await problemsOf(desk.ask('import.applyDesk', { id }))).toMatchObject([{ code: 'import.undecided', params: { count: 3 } }])
    expect(
      await problemsOf(desk.ask('import.applyDesk', { id, decisions: [{ key: first!.key, field: 'residents', file: '一.xlsx' }] })),
    ).toMatchObject([{ code: 'import.undecided', params: { count: 2 } }])
    expect(await desk.ask('communities.list')).toEqual([])
    await desk.ask('import.applyDesk', {
      id,
      decisions: [{ file: '一.xlsx' }, { field: 'residents', file: '二.xlsx' }, { key: first!.key, field: 'residents', file: '一.xlsx' }],
    })
    const list = await desk.ask('communities.list')
    expect(list.map(({ name, values: { residents, courtyards, oldCourtyards } }) => [name, residents, courtyards, oldCourtyards])).toEqual([
      ['乙社区', 222, 10, 3],
      ['甲社区', 100, 10, 5],
    ])
  })

  it('refuse a decision for a file that has no say in it', async () => {
    const desk = await emptyPlan()
    const { id, conflicts } = await desk.ask('import.desk', { files: disagreeing })
    const { key } = conflicts[0]!
    for (const wrong of [
      { file: '三.xlsx' },
      { key, field: 'courtyards', file: '一.xlsx' },
      { key: '没有', field: 'residents', file: '一.xlsx' },
    ]) {
      expect(await codesOf(desk.ask('import.applyDesk', { id, decisions: [{ file: '二.xlsx' }, wrong] }))).toEqual(['import.decisionWrong'])
    }
    expect(await desk.ask('communities.list')).toEqual([])
  })

  it('between two sheets of one file are decided by the sheet; amounts and classes too', async () => {
    const desk = await emptyPlan()
    const table = (amount: number, name: string): CellInput[][] => [
      ['街道', '社区名称', '上年经费（元）', '上年类别', '社区代码'],
      ['一街道', name, amount, 'B类', '630105001001'],
      ['一街道', '乙社区', 1000, 'C', '630105001002'],
    ]
    const { id, conflicts } = await desk.ask('import.desk', {
      files: [files('一.xlsx', { 初稿: table(200_000, '甲社区'), 定稿: table(300_000, '甲新社区') })],
    })
    expect(conflicts.map(({ field, sources }) => [field, sources.map(({ sheet, value }) => [sheet, value])])).toEqual([
      [
        'name',
        [
          ['初稿', '甲社区'],
          ['定稿', '甲新社区'],
        ],
      ],
      [
        'previousAmount',
        [
          ['初稿', 20_000_000],
          ['定稿', 30_000_000],
        ],
      ],
    ])
    await desk.ask('import.applyDesk', { id, decisions: [{ file: '一.xlsx', sheet: '定稿' }] })
    expect((await desk.ask('communities.list'))[0]).toMatchObject({ name: '甲新社区', previousFen: 30_000_000, previousClass: 'B' })
  })

  it('whose decision would put a part above its whole are refused with the cell', async () => {
    const desk = await emptyPlan()
    const { id } = await desk.ask('import.desk', {
      files: [
        file('一.xlsx', [HEADER, ['城北区', '一街道', '甲社区', 1, 10, 5]]),
        file('二.xlsx', [HEADER, ['城北区', '一街道', '甲社区', 1, 4, 4]]),
      ],
    })
    const decisions = [
      { field: 'courtyards', file: '二.xlsx' },
      { field: 'oldCourtyards', file: '一.xlsx' },
    ]
    expect(await problemsOf(desk.ask('import.applyDesk', { id, decisions }))).toMatchObject([
      { code: 'import.aboveOther', place: { file: '一.xlsx', row: 2, column: 'F' }, params: { value: 5, otherValue: 4 } },
    ])
    await desk.ask('import.applyDesk', { id, decisions: [{ file: '二.xlsx' }] })
  })
})

describe('a part above its whole', () => {
  const codes = async (rows: CellInput[][]) => {
    const desk = await emptyPlan()
    await imported(desk, [file('一.xlsx', [HEADER, ['城北区', '一街道', '甲社区', 1, 10, 8]])])
    const {
      files: [answer],
    } = await desk.ask('import.desk', { files: [file('二.xlsx', rows)] })
    return answer!.problems
      .filter(({ level }) => level === 'error')
      .map(({ code, place, params }) => [code, place.column, place.row, Number(params.value), Number(params.otherValue)])
  }
  it('within a row is told once', async () =>
    expect(await codes([HEADER, ['城北区', '一街道', '甲社区', 1, 3, 4]])).toEqual([['import.aboveOther', 'F', 2, 4, 3]]))
  it('against the plan is told at the cell that was delivered', async () => {
    expect(
      await codes([
        ['街道', '社区名称', '楼院'],
        ['一街道', '甲社区', 7],
      ]),
    ).toEqual([['import.aboveOther', 'C', 2, 8, 7]])
    expect(
      await codes([
        ['街道', '社区名称', '老旧楼院'],
        ['一街道', '甲社区', 11],
      ]),
    ).toEqual([['import.aboveOther', 'C', 2, 11, 10]])
  })
  it('of which nothing was delivered is no business of the sheet', async () =>
    expect(
      await codes([
        ['街道', '社区名称', '常住人口'],
        ['一街道', '甲社区', 7],
      ]),
    ).toEqual([]))
})

it('one community twice in a sheet is told once', async () => {
  const desk = await emptyPlan()
  const {
    files: [answer],
  } = await desk.ask('import.desk', {
    files: [file('一.xlsx', [HEADER, ['城北区', '一街道', '甲社区', 1, 1, 1], ['城北区', '一街道', '甲', 2, 1, 1]])],
  })
  expect(answer!.problems.filter(({ level }) => level === 'error').map(({ code, params }) => [code, params.otherRow])).toEqual([
    ['import.communityTwice', 2],
  ])
})
