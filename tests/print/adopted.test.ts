import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TableName } from '../../src-main/model/paper.ts'
import type { PlanResult } from '../../src-main/model/plan.ts'
import { plain, sheetsOf, textOf } from '../support/printed-words.ts'
import { runCli } from '../support/run-cli.ts'
import { startPrintingHost, whyNot, yuan, type PrintingHost } from './printing-host.ts'
import { inFull } from '../support/in-full.ts'

const reason = whyNot()
let host: PrintingHost
let adopted: PlanResult
let present: PlanResult
const KEYS = { kept: '', changed: '' }
/** A plan of real data that was adopted, and changed afterwards: one class by hand has become another, one community is undecided. */
beforeAll(async () => {
  if (reason !== null) return
  host = await startPrintingHost()
  const { ask } = host
  await ask('plan.create', { name: '定稿', year: 2025 })
  const add = async (name: string): Promise<string> => {
    const { key } = await ask('communities.add', { code: '', name, district: '东区', subdistrict: '一街道' })
    await ask('indicators.update', {
      edits: Object.entries({ location: 'township', residents: 200, courtyards: 0 }).map(([field, value]) => ({ key, field, value })),
    })
    return key
  }
  Object.assign(KEYS, { kept: await add('甲社区'), changed: await add('乙社区') })
  await ask('overrides.set', { key: KEYS.kept, class: 'B', reason: '当时的理由', document: '' })
  adopted = await ask('result.get')
  await ask('plan.adopt', { title: '定稿' })
})
afterAll(() => host?.end())
beforeEach((context) => {
  if (reason !== null) context.skip(reason)
})

const textOfPaper = async (table: TableName, query: Record<string, string> = {}): Promise<string> =>
  sheetsOf(await host.print(table, query))
    .map(textOf)
    .join('')
const changeThePlan = async (): Promise<void> => {
  await host.ask('plan.takeBack', { reason: '更正' })
  await host.ask('overrides.set', { key: KEYS.kept, class: 'A', reason: '后来的理由', document: '' })
  await host.ask('indicators.update', { edits: [{ key: KEYS.changed, field: 'location', value: null }] })
  present = await host.ask('result.get')
}

describe('papers of an adopted plan', () => {
  it('have no mark of a draft as long as nothing has changed, and all that is known', async () => {
    for (const table of ['statistics', 'certificate', 'comparison'] as const) expect(await textOfPaper(table)).not.toContain('草案')
    expect(await textOfPaper('classification', { adopted: '1' })).toContain('当时的理由')
    expect(await textOfPaper('statement', { adopted: '1', community: KEYS.kept })).toContain(plain('常住人口'))
  })

  it('are as they were when the adoption was taken back and the plan has changed, are drafts then, and say what was not kept', async () => {
    await changeThePlan()
    const total = adopted.totals.amountFen
    expect(present.totals.amountFen).not.toBe(total)
    const payers = await textOfPaper('payers', { adopted: '1' })
    expect(payers).toContain(yuan(total))
    expect(payers).not.toContain('未定')
    const classification = await textOfPaper('classification', { adopted: '1' })
    expect(classification).toContain('B✎')
    expect(classification).not.toMatch(/当时的理由|后来的理由|未定/)
    expect(classification).toContain('没有随定稿保留')
    const statement = await textOfPaper('statement', { adopted: '1', community: KEYS.kept })
    expect(statement).toContain(yuan(adopted.communities.find((each) => each.key === KEYS.kept)!.amountFen))
    expect(statement).toContain('当时的指标没有随定稿保留')
    for (const text of [payers, classification, statement]) expect(text).toContain('草案')
  })

  it('of the plan as it is now are drafts, have the usual signatures, and say what the figures leave out', async () => {
    for (const table of ['statistics', 'certificate', 'comparison'] as const) {
      const text = await textOfPaper(table)
      expect(text).toContain('草案')
      expect(text).toContain(plain('负责人（盖章）：'))
    }
    const statistics = await textOfPaper('statistics')
    expect(statistics).toContain(plain('有 1 个社区既不算城镇也不算乡镇'))
    expect(statistics).toContain(plain('有 1 个社区金额未定，不计入经费，也不计入已落实经费的社区。'))
  })

  inFull('fail with the problem that the page shows, and none of its furniture', async () => {
    await expect(host.print('certificate', { adopted: '1' })).rejects.toThrow(/^document\.pdf: \[\{"code":"plan\.notAdopted"/)
    await expect(host.print('statement', { community: '没有' })).rejects.toThrow(/^document\.pdf: \[\{"code":"plan\.communityUnknown"/)
  })

  inFull('are refused on the command line where there are none, for every table', async () => {
    await host.ask('plan.close')
    const plan = join(
      host.folder,
      readdirSync(host.folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('定稿.quanheng'))!,
    )
    const print = (table: string, number: string, ...more: string[]) =>
      runCli([
        'print',
        '--plan',
        plan,
        '--table',
        table,
        '--adopted',
        number,
        '--out',
        join(host.folder, 'refused.pdf'),
        '--lang',
        'zh',
        ...more,
      ])
    for (const table of ['statistics', 'overrides'])
      expect(print(table, '1')).toMatchObject({ status: 1, stderr: expect.stringContaining('只能按当前数据生成') })
    for (const table of ['payers', 'certificate'])
      expect(print(table, '99')).toMatchObject({ status: 1, stderr: expect.stringContaining('没有第 99 号已定方案') })
    expect(readdirSync(host.folder)).not.toContain('refused.pdf')
    expect(print('statement', '1', '--community', '甲社区')).toMatchObject({ status: 0 })
  })
})
