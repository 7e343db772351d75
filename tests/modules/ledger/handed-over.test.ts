import { expect, it } from 'vitest'
import { codesOf, keyOf, smallPlan } from '../../support/desk.ts'
import { keptIn } from '../../support/project.ts'

const base64 = Buffer.from('街道,社区名称,花了（元）\n一街道,甲社区,5').toString('base64')

it('a file of amounts that was handed over is previewed, corrected and applied by its id, and let go then', async () => {
  const desk = await smallPlan({ 甲社区: {} })
  const handed = await desk.handOver({ fileName: '台账.csv', base64 })
  expect((await desk.ask('ledger.preview', handed)).counts).toMatchObject({ rows: 1, changed: 0 })
  const { id, counts } = await desk.ask('ledger.preview', { ...handed, mappings: [{ fields: { C: 'spent' } }] })
  expect(counts).toMatchObject({ rows: 1, changed: 1 })
  expect(keptIn(desk.folder)).toHaveLength(1)
  expect(await desk.ask('ledger.apply', { id })).toEqual({ changed: 1 })
  expect((await desk.ask('ledger.list')).rows).toMatchObject([{ key: keyOf('甲社区'), spentFen: 500 }])
  expect(keptIn(desk.folder)).toEqual([])
  expect(await codesOf(desk.ask('ledger.preview', handed))).toEqual(['file.notKept'])
})
