import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommunityResult } from '../../src-main/model/plan.ts'
import { temporaryFolder } from '../support/project.ts'
import { plain, poppler, sheetsOf, textOf } from '../support/printed-words.ts'
import { runCli } from '../support/run-cli.ts'
import { oneSheet } from '../support/spreadsheet-files.ts'
import { startPrintingHost, whyNot, type PrintingHost } from './printing-host.ts'
import { inFull } from '../support/in-full.ts'

const reason = whyNot()
const { folder, remove } = temporaryFolder('statements')
let host: PrintingHost
let all: readonly CommunityResult[]
beforeAll(async () => {
  if (reason !== null) return
  host = await startPrintingHost()
  all = (await host.ask('result.get')).communities
})
afterAll(async () => {
  await host?.end()
  remove()
})
beforeEach((context) => {
  if (reason !== null) context.skip(reason)
})

/** The sheets of a file are those of these communities, one each, in their order, and each is numbered for whoever is given it. */
function expectStatements(file: string, own: readonly CommunityResult[]): void {
  const texts = sheetsOf(file).map(textOf)
  expect(texts).toHaveLength(own.length)
  for (const [at, { name }] of own.entries()) {
    expect(texts[at]).toContain(plain(`${name} 2023 年度专项经费核定单`))
    expect(texts[at]).toContain(plain('第 1 页 / 共 1 页'))
    // Beside the title of the first and in the margin of the others: once.
    expect(texts[at]!.split('示例数据')).toHaveLength(2)
  }
  // And large behind each of them, as nobody but the first would have it who was handed only his own.
  const pages = poppler('pdftotext', '-raw', file, '-').toString().split('\f').slice(0, own.length)
  expect(pages.map((page) => plain(page).split('示例数据').length - 1)).toEqual(own.map(() => 2))
}

describe('the statements of many communities in one file', () => {
  it('are those of a subdistrict, and say the same as each printed alone', async () => {
    const { district, subdistrict } = all[0]!
    const inside = all.filter((each) => each.district === district && each.subdistrict === subdistrict)
    expect(inside.length).toBeGreaterThan(1)
    const file = await host.print('statement', { district, subdistrict })
    expectStatements(file, inside)
    const [together, alone] = [sheetsOf(file), sheetsOf(await host.print('statement', { community: all[1]!.key }))]
    const withoutMark = (text: string): string => text.replace('示例数据', '')
    expect(withoutMark(textOf(together[1]!))).toBe(withoutMark(textOf(alone[0]!)))
  })

  inFull('are those of a class within a district', async () => {
    const { district } = all.find((each) => each.class === 'D')!
    expectStatements(
      await host.print('statement', { district, class: 'D' }),
      all.filter((each) => each.district === district && each.class === 'D'),
    )
  })

  it('count the pages of each from 1 on where it has more than one', async () => {
    const { tables } = await host.ask('documents.settings')
    const { district, subdistrict } = all[0]!
    const note = { zh: Array.from({ length: 60 }, (_, at) => `附注${at}`).join('\n'), en: '' }
    await host.ask('documents.save', { table: { name: 'statement', settings: { ...tables.statement, note } } })
    const texts = sheetsOf(await host.print('statement', { district, subdistrict })).map(textOf)
    await host.ask('documents.reset', { name: 'statement' })
    const starts = texts.flatMap((text, at) => (text.includes(plain('年度专项经费核定单')) ? [at] : []))
    expect(starts.length).toBeGreaterThan(1)
    expect(texts.length).toBeGreaterThan(starts.length)
    for (const [at, text] of texts.entries()) {
      const start = starts.findLast((each) => each <= at)!
      expect(text).toContain(`第${at - start + 1}页`)
      expect(text).not.toContain('/共')
    }
  })

  it('are refused where nobody is chosen', async () => {
    await expect(host.print('statement', { district: '没有' })).rejects.toThrow(/"document\.noStatements"/)
  })

  inFull('on the command line are those of all, unless a community or a place is named', () => {
    const sheet = join(folder, 'few.xlsx')
    const names = ['甲', '乙', '丙', '丁']
    writeFileSync(
      sheet,
      oneSheet([
        ['区县', '街道', '社区', '区位', '常住人口'],
        ...names.map((name, at) => [at < 3 ? '东区' : '西区', '一街道', name, '乡镇', 200 + at]),
      ]),
    )
    const print = (...given: string[]) => {
      const out = join(folder, 'statements.pdf')
      return { ...runCli(['print', sheet, '--table', 'statement', '--out', out, '--lang', 'zh', ...given]), out }
    }
    const pagesOf = (file: string): number => Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', file).toString())![1])
    const whole = print()
    expect([whole.status, pagesOf(whole.out)], whole.stderr).toEqual([0, 4])
    const some = print('--district', '东区', '--class', 'D')
    expect([some.status, pagesOf(some.out)]).toEqual([0, 3])
    expect(print('--subdistrict', '没有街道')).toMatchObject({ status: 1, stderr: expect.stringContaining('所选范围内没有社区') })
    expect(print('--community', 'x', '--district', '东区')).toMatchObject({ status: 2, stderr: expect.stringContaining('--community') })
  })
})
