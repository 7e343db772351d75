import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codesOf, keyOf, MATURE, openDesk, smallPlan, type Desk } from '../../support/desk.ts'
import { flip } from '../../store/support/flipped.ts'

/** A plan that was opened after a disk had lost a bit of it. */
async function reopened(table: string, change: string): Promise<Desk> {
  const desk = await smallPlan({ 甲: MATURE })
  await desk.close()
  flip(join(desk.folder, '小市2025.quanheng'), table, change)
  return openDesk(desk.folder)
}
const warnings = async ({ ask }: Desk): Promise<string[]> => (await ask('app.status')).plan!.warnings.map((each) => each.code)

/** Everything that is made of the year and handed in. */
const HANDED_IN: readonly ((desk: Desk) => Promise<unknown>)[] = [
  ({ ask }) => ask('package.export', { confirmed: true }),
  ({ ask }) => ask('certificate.get'),
  ({ ask }) => ask('workbook.export', { language: 'zh' }),
  ({ ask }) => ask('report.export', { language: 'zh', charts: [] }),
  ({ ask }) => ask('statistics.export', { language: 'zh' }),
  ({ ask }) => ask('requests.export', { language: 'zh' }),
  ({ ask }) => ask('ledger.export', {}),
  ({ ask }) => ask('teams.export', { language: 'zh' }),
  ({ ask }) => ask('document.pdf', { table: 'allocation', query: {}, language: 'zh' }),
]

describe('a plan that is not what its change log says', () => {
  it("says where on every page, and leaves nobody's house until the value is entered anew", async () => {
    const desk = await reopened('community_year', "facts = json_set(facts, '$.residents', 6064)")
    expect(await warnings(desk)).toEqual([])
    expect(await desk.ask('plan.check')).toMatchObject([
      { code: 'plan.contentAltered', level: 'error', place: { community: '甲', key: keyOf('甲') } },
    ])
    expect(await warnings(desk)).toEqual(['plan.contentAltered'])
    for (const hand of HANDED_IN) expect(await codesOf(hand(desk))).toEqual(['plan.contentAltered'])
    expect(await codesOf(desk.ask('plan.adopt', { title: '定稿' }))).toEqual(['plan.contentAltered'])
    expect(await desk.ask('plan.adopted')).toEqual([])
    await desk.ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'residents', value: 6001 }] })
    expect(await desk.ask('plan.check')).toEqual([])
    expect(await warnings(desk)).toEqual([])
    await desk.ask('package.export', { confirmed: true })
    await desk.ask('plan.adopt', { title: '定稿' })
  })

  it('or whose log is not as it was written, is not adopted; its figures may leave', async () => {
    const desk = await reopened('step', "operator = 'X' WHERE id = 2")
    expect(await desk.ask('plan.check')).toMatchObject([{ code: 'plan.logAltered', params: { step: 2 } }])
    await desk.ask('workbook.export', { language: 'zh' })
    expect(await codesOf(desk.ask('plan.adopt', { title: '定稿' }))).toEqual(['plan.logAltered'])
  })
})

describe('a backup', () => {
  it('is made before an adoption and before an import', async () => {
    const desk = await smallPlan({ 甲: MATURE })
    const { ask } = desk
    const backups = async (): Promise<number[]> =>
      (await ask('plan.backups', { file: '小市2025.quanheng' })).map(({ number }) => number).toReversed()
    const before = (await ask('app.status')).plan!.revision
    expect(await backups()).toEqual([])
    await ask('plan.adopt', { title: '定稿' })
    expect(await backups()).toEqual([before])
    const content = Buffer.from('社区,已分配（元）,已支出（元）,结转（元）\n甲,100,50,50\n').toString('base64')
    const preview = await ask('ledger.preview', { fileName: '使用.csv', base64: content })
    await ask('ledger.apply', { id: preview.id })
    expect(await backups()).toEqual([before, before + 1])
  })
})
