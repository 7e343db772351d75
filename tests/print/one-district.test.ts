import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TableName } from '../../src-main/model/paper.ts'
import { MATURE, OLD } from '../support/desk.ts'
import { plain, sheetsOf, textOf } from '../support/printed-words.ts'
import { startPrintingHost, whyNot, type PrintingHost } from './printing-host.ts'

const reason = whyNot()
const DOCUMENT = { title: '关于印发分配办法的通知', number: '东组发〔2025〕6号', date: '2025-03-18' }
let host: PrintingHost
const keyOf = (name: string): string => `东区/${name.startsWith('甲') ? '一街道' : '二街道'}/${name}`

/** The plan of one district with two subdistricts, whose policy rests on a document; in its second year a community is split. */
beforeAll(async () => {
  if (reason !== null) return
  host = await startPrintingHost()
  const { ask } = host
  await ask('plan.create', { name: '东区经费', year: 2025 })
  for (const [name, values] of Object.entries({ 甲一: MATURE, 甲二: OLD, 乙一: MATURE, 乙二: MATURE })) {
    const { key } = await ask('communities.add', {
      code: '',
      name,
      district: '东区',
      subdistrict: name.startsWith('甲') ? '一街道' : '二街道',
    })
    await ask('indicators.update', { edits: Object.entries(values).map(([field, value]) => ({ key, field, value })) })
  }
  const { draft } = await ask('policy.draft.create', { from: { id: 'reference', version: '1.0.1' } })
  await ask('policy.adopt', { draft, version: '1.1.0', effectiveYear: 2025, document: DOCUMENT })
  await ask('policy.use', { id: 'reference', version: '1.1.0' })
  await ask('plan.adopt', { title: '2025年分配方案' })
  await ask('years.start', { year: 2026 })
  await ask('units.split', {
    date: '2026-02-01',
    document: '批复',
    key: keyOf('甲二'),
    indicator: 'residents',
    parts: [
      { amount: 5000, keep: true },
      { amount: 4000, place: { code: '', name: '甲三', district: '东区', subdistrict: '一街道' } },
    ],
  })
})
afterAll(() => host?.end())
beforeEach((context) => {
  if (reason !== null) context.skip(reason)
})

const textOfPaper = async (table: TableName): Promise<string> =>
  sheetsOf(await host.print(table))
    .map(textOf)
    .join('')

describe('the papers of a single district', () => {
  it('tell its subdistricts, and its total once', async () => {
    const payers = await textOfPaper('payers')
    expect(payers).toContain(plain('二街道'))
    expect(payers).not.toContain(plain('东区合计'))
    const statistics = await textOfPaper('statistics')
    expect(statistics).toContain(plain('按街道（镇）'))
    expect(statistics).not.toContain(plain('按区县'))
  })

  it('give a split as the reason where last year’s amount was divided by one', async () => {
    const comparison = await textOfPaper('comparison')
    expect(comparison).toContain(plain('由甲二拆分'))
    expect(comparison).not.toContain(plain('金额标准变化'))
  })

  it('cite the document that the policy rests on, the certificate too', async () => {
    const cited = plain('《关于印发分配办法的通知》（东组发〔2025〕6号）')
    for (const table of ['allocation', 'certificate'] as const) {
      const text = await textOfPaper(table)
      expect(text).toContain(cited)
      expect(text).not.toContain('1.1.0')
    }
  })

  it('name policies by their titles in the log, and no filter where none was chosen', async () => {
    const log = await textOfPaper('history')
    expect(log).toContain(plain('四类社区差异化分配（参考办法） 1.1.0'))
    expect(log).not.toMatch(/reference|筛选/)
  })
})
