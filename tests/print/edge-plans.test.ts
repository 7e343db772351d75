import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { TABLE_NAMES } from '../../src-main/model/paper.ts'
import { runCli } from '../support/run-cli.ts'
import { asPrinted, tablesIn, withoutHead } from '../support/printed-table.ts'
import { plain, sheetsOf, textOf } from '../support/printed-words.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { temporaryFolder } from '../support/project.ts'
import { startPrintingHost, whyNot, type PrintingHost } from './printing-host.ts'
import { full } from '../support/full.ts'

const reason = whyNot()
const { folder, remove } = temporaryFolder('edge')
let host: PrintingHost | undefined
afterAll(async () => {
  await host?.end()
  remove()
})
beforeEach((context) => {
  if (reason !== null) context.skip(reason)
})

const HEAD = ['序号', '街道（镇）', '社区', '类别', '上年金额', '本年金额', '增减', '市级承担', '区县承担']
/** A name as long as a name may be, without a place to break it. */
const long = (text: string): string => text.repeat(60).slice(0, 60)

/** Makes a plan file, and closes it. @returns its path */
async function planFile(work: (desk: Desk) => Promise<void>): Promise<string> {
  const desk = await openDesk()
  await desk.ask('plan.create', { name: '边界', year: 2025 })
  await work(desk)
  await desk.close()
  return join(
    desk.folder,
    readdirSync(desk.folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('边界.quanheng'))!,
  )
}
/** Prints a table of a plan file by the command line, in Chinese. */
function print(plan: string, table: string, ...more: string[]): { status: number | null; stderr: string; file: string } {
  const file = join(folder, `${table}-${readdirSync(folder).length}.pdf`)
  const { status, stderr } = runCli(['print', '--plan', plan, '--table', table, '--out', file, '--lang', 'zh', ...more])
  return { status, stderr, file }
}

describe('paper of unusual plans', () => {
  it('with no community has its head, a total of nothing, and its signatures', async () => {
    const plan = await planFile(async () => undefined)
    const { status, file } = print(plan, 'allocation')
    expect(status).toBe(0)
    expect(withoutHead(tablesIn(file).rows, HEAD, 1)).toEqual(asPrinted([['', '总计（0 个社区）', '0', '0', '0', '0', '0']]))
    expect(textOf(sheetsOf(file)[0]!)).toContain('制表人:')
    expect(print(plan, 'statement')).toMatchObject({ status: 1, stderr: expect.stringContaining('社区') })
  })

  it('with one community, which is a district and a subdistrict of its own', async () => {
    const plan = await planFile(async ({ ask }) => {
      await ask('policy.use', { id: 'flat-2015' })
      const { key } = await ask('communities.add', { code: '', name: '甲社区', district: '东区', subdistrict: '' })
      await ask('indicators.update', {
        edits: Object.entries({ location: 'township', residents: 200 }).map(([field, value]) => ({ key, field, value })),
      })
    })
    const { status, file } = print(plan, 'allocation')
    expect(status).toBe(0)
    // Nobody knows what it had last year: that is not nothing.
    const amounts = ['', '100,000', '', '50,000', '50,000']
    expect(withoutHead(tablesIn(file).rows, HEAD, 1)).toEqual(
      asPrinted([
        ['东区'],
        ['1', '', '甲社区', '统一', ...amounts],
        ['', '未注明小计（1 个社区）', ...amounts],
        ['', '总计（1 个社区）', ...amounts],
      ]),
    )
  })
})

/** Of each shape one: many rows by place, a page each, a list of what was done, months side by side. */
const SOME = ['allocation', 'classification', 'statement', 'history', 'workPlan', 'teams'] as const satisfies typeof TABLE_NAMES

describe('every table of a plan with the longest names, a community without subdistrict, a district of one, and unknown values', () => {
  const printed = async (): Promise<PrintingHost> => {
    if (host !== undefined) return host
    host = await startPrintingHost()
    const { ask } = host
    await ask('plan.create', { name: long('很长的方案名称'), year: 2025 })
    const add = (name: string, district: string, subdistrict: string) => ask('communities.add', { code: '', name, district, subdistrict })
    const [first] = [await add(long('长名社区'), long('东区'), long('长街道')), await add(long('Longname'), long('东区'), '')]
    const { key: alone } = await add('独一社区', '独一区', '独一镇')
    await ask('indicators.update', {
      edits: Object.entries({ location: 'township', residents: 200 }).map(([field, value]) => ({ key: alone, field, value })),
    })
    await ask('overrides.set', { key: first.key, class: 'B', reason: long('理由很长'), document: long('组发文件') })
    return host
  }

  it.each(full ? TABLE_NAMES : SOME)('%s: nothing is cut off and nothing crosses a line', async (table) => {
    const { print: make, ask } = await printed()
    for (const form of table === 'allocation' ? (['A4 portrait', 'A3 landscape', 'A4 landscape'] as const) : (['A4 landscape'] as const)) {
      const [paper, orientation] = form.split(' ') as ['A4', 'portrait']
      if (table === 'allocation')
        await ask('documents.save', {
          table: { name: table, settings: { ...(await ask('documents.settings')).tables[table], paper, orientation } },
        })
      const file = await make(table)
      expect(tablesIn(file).overflowing).toEqual([])
      for (const sheet of sheetsOf(file)) {
        const beside = sheet.words.filter(
          (word) => word.left < 12 || word.right > sheet.width - 12 || word.top < 2 || word.bottom > sheet.height - 1,
        )
        expect(beside).toEqual([])
      }
      const text = sheetsOf(file).map(textOf).join('')
      if (table === 'allocation') expect(text).toContain(long('Longname').slice(0, 8))
    }
  })

  it('an unknown amount is said and is not zero, also in the sums where nothing is known', async () => {
    const { print: make, ask } = await printed()
    const { rows } = tablesIn(await make('allocation'))
    const result = await ask('result.get')
    expect(result.communities.find((each) => each.name === long('Longname'))!.amountFen).toBeNull()
    const cells = rows.map((row) => row.cells)
    expect(cells.find((row) => row[2] === plain(long('Longname')))!.slice(3)).toEqual(['未定', '200,000', '未定', '', '', ''])
    expect(cells.find((row) => row[1]?.startsWith('未注明小计'))!.slice(2)).toEqual(['200,000', '未定', '', '', ''])
    expect(cells.at(-1)).toEqual(asPrinted([['', '总计（3 个社区）', '600,000', '400,000', '', '200,000', '200,000']])[0])
  })

  it('a negative carry-over does not reach the paper, because it is not taken over', async () => {
    const { ask } = await printed()
    const { key } = (await ask('communities.list')).find((each) => each.name === '独一社区')!
    await expect(ask('indicators.update', { edits: [{ key, field: 'carryOver', value: -12_345.67 }] })).rejects.toThrow('carryOver')
    await expect(ask('ledger.update', { edits: [{ key, field: 'carried', fen: -1_234_567 }] })).rejects.toThrow('>=0')
  })
})
