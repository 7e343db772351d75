import { describe, expect, it } from 'vitest'
import { operations } from '../../../src-main/contract/operations.ts'
import { sizeOfPng } from '../../../src-main/documents/word-report/index.ts'
import { columnsOf } from '../../../src-main/documents/word-report/table.ts'
import { titleLines } from '../../../src-main/documents/word-report/title-lines.ts'
import { codesOf, openDesk, problemsOf, smallPlan } from '../../support/desk.ts'
import { exported, pngOf } from './read-docx.ts'

const chart = (name: 'classes' | 'flow' | 'districts' | 'ranked', title: string, width = 40, height = 20) => ({
  name,
  title,
  png: pngOf(width, height).toString('base64'),
})

describe('charts of the note', () => {
  it('stand where the text has them, the others behind it, numbered as they come and named in the sources', async () => {
    const desk = await openDesk()
    const { report } = await desk.ask('documents.settings')
    await desk.ask('documents.save', {
      report: { ...report, body: { zh: '甲\n{chart:flow}\n乙\n{chart:districts}\n{table:classes}\n> 某日', en: '' } },
    })
    const { lines, parts, tables } = await exported(desk, {
      charts: [chart('classes', '各类'), chart('flow', '流向'), { title: '无名', png: pngOf(4, 2).toString('base64') }],
    })
    const told = lines.filter((line) => /^(甲|乙|图\d|表\d|附件：|某日)/.test(line))
    expect(told.slice(0, 8)).toEqual(['甲', '图1　流向', '乙', '表1　各类社区专项经费', '图2　各类', '图3　无名', '附件：数字来源', '某日'])
    expect(tables.at(-1)!.map((row) => row[0])).toEqual(['文中数字', '图1　流向', '表1　各类社区专项经费', '图2　各类', '图3　无名'])
    expect(Object.keys(parts).filter((name) => /^word\/media\/.*\.png$/.test(name)).length).toBeGreaterThanOrEqual(2)
  })

  it('are as wide as the text, in proportion, never higher than the page, and in a line as high as they are', async () => {
    const { paragraphs, styles } = await exported(await openDesk(), {
      charts: [chart('classes', '宽', 40, 20), chart('flow', '高', 20, 400)],
    })
    const pictures = paragraphs.filter((each) => each.includes('<w:drawing>'))
    expect(
      pictures.map((each) =>
        /<wp:extent cx="(\d+)" cy="(\d+)"/
          .exec(each)!
          .slice(1)
          .map((size) => Math.round(Number(size) / 36_000)),
      ),
    ).toEqual([
      [156, 78],
      [10, 200],
    ])
    for (const each of pictures) expect(each).toContain('<w:pStyle w:val="Letter Picture"/>')
    expect(pictures.every((each) => each.includes('w:lineRule="exact"'))).toBe(false)
    expect(/<w:style [^>]*w:styleId="Letter Picture".*?<\/w:style>/s.exec(styles)![0]).toMatch(/w:lineRule="auto"/)
    expect(pictures[0]).toContain('descr="宽"')
  })

  const whole = pngOf(40, 20)
  const changed = Buffer.from(whole)
  changed[whole.length - 20]! ^= 1
  it.each([
    ['text', Buffer.from('not a picture')],
    ['nothing', Buffer.alloc(0)],
    ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
    ['a PNG that is cut off', whole.subarray(0, -15)],
    ['a PNG with a changed byte', changed],
    ['a PNG with something behind it', Buffer.concat([whole, Buffer.from('<script>')])],
    ['only a signature', whole.subarray(0, 8)],
  ])('are refused in words when one is %s', async (_what, png) => {
    expect(sizeOfPng(png)).toBeNull()
    const desk = await smallPlan({})
    expect(
      await problemsOf(
        desk.ask('report.export', { charts: [chart('flow', '好'), { name: 'classes', title: '坏', png: png.toString('base64') }] }),
      ),
    ).toEqual([expect.objectContaining({ code: 'document.notPng', params: { title: '坏' } })])
  })

  it('of impossible size are refused', async () => {
    expect(sizeOfPng(pngOf(12_000, 1))).toBeNull()
    expect(sizeOfPng(whole)).toEqual({ width: 40, height: 20 })
    expect(
      await codesOf((await smallPlan({})).ask('report.export', { charts: [{ title: '', png: pngOf(12_000, 1).toString('base64') }] })),
    ).toEqual(['document.notPng'])
  })

  it('are at most six of two MiB each, with names that there are', () => {
    const takes = (charts: unknown): boolean => operations['report.export'].input.safeParse({ charts }).success
    const one = chart('flow', '图')
    const ofMebibytes = (size: number): object => ({ ...one, png: Buffer.alloc(size * 1024 * 1024).toString('base64') })
    expect([
      takes(Array(6).fill(one)),
      takes(Array(7).fill(one)),
      takes([ofMebibytes(2)]),
      takes([ofMebibytes(2.1)]),
      takes([{ ...one, name: 'pie' }]),
      takes([{ ...one, png: '<svg/>' }]),
    ]).toEqual([true, false, true, false, false, false])
  })
})

describe('the columns of a table', () => {
  const WIDTH = Math.floor((156 / 25.4) * 1440)
  it.each([
    ['short ones', ['A', '12', '3,590']],
    ['a name of 60 signs', ['名'.repeat(60), '12', '3,590']],
    [
      'the largest amounts there are',
      ['名'.repeat(60), '90,071,992,547,409.910000', '90,071,992,547,409.910000', '-90,071,992,547,409.910000'],
    ],
    ['more than has room', ['名'.repeat(60), ...Array<string>(9).fill('90,071,992,547,409.91')]],
  ])('fill the width of the text with %s, none without room', (_what, row) => {
    const { widths, size } = columnsOf(
      row.map(() => '栏'),
      [row],
      [0],
    )
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(WIDTH)
    expect(Math.min(...widths)).toBeGreaterThan(300)
    expect([18, 21, 24]).toContain(size)
  })

  it('break no number and no word of a head', () => {
    const { widths, size } = columnsOf(['Name', 'Undecided', 'This year'], [['名'.repeat(60), '1', '12,345,678.901234']], [0])
    // Half a sign a letter or digit, in twips.
    expect(widths[1]).toBeGreaterThan('Undecided'.length * size * 5 + 160)
    expect(widths[2]).toBeGreaterThan('12,345,678.901234'.length * size * 5 + 160)
  })
})

describe('the title over several lines', () => {
  it.each([
    ['关于2023年度社区服务群众专项经费分配情况的说明', ['关于2023年度社区', '服务群众专项经费分配情况的说明']],
    ['经费分配说明', ['经费分配说明']],
    ['甲|乙丙', ['甲', '乙丙']],
    ['Note on the Allocation of the Community Service Fund, 2023', ['Note on the Allocation of the', 'Community Service Fund, 2023']],
  ])('%s', (title, lines) => expect(titleLines(title, /[a-z]/.test(title) ? 'en' : 'zh')).toEqual(lines))

  it('loses nothing, has no line that is too long, and begins none with a particle', () => {
    const department = '某某经济技术开发区与高新技术产业园区及现代物流服务业集聚区联合管理委员会党群工作部和社区治理办公室综合科'
    const title = `${department}关于2023年度社区服务群众专项经费分配情况的说明`
    const lines = titleLines(title, 'zh')
    expect(lines.join('')).toBe(title)
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) {
      expect([...line].length).toBeLessThanOrEqual(22)
      expect(line).not.toMatch(/^[的和与及]/)
    }
    expect(lines.some((line) => line.includes('服务群众专项经费'))).toBe(true)
  })

  it('leaves a name without a place to divide it to the word processor', () =>
    expect(titleLines('X'.repeat(80), 'en')).toEqual(['X'.repeat(80)]))
})
