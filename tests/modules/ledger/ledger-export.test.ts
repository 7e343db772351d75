import { describe, expect, it } from 'vitest'
import { keyOf } from '../../support/desk.ts'
import { openImportDesk, type Delivered, type ImportDeskApp } from '../imports/import-files.ts'

const CODE = '630105001001'

/** 甲 and 丁 have no code, 乙 has one; 丁 lies in another subdistrict and has a namesake in the first. */
async function plan(): Promise<ImportDeskApp> {
  const desk = await openImportDesk()
  await desk.ask('plan.create', { name: '小市', year: 2025 })
  for (const [code, name, subdistrict] of [
    ['', '甲社区', '一街道'],
    [CODE, '乙社区', '一街道'],
    ['', '丁社区', '一街道'],
    ['', '丁社区', '二街道'],
  ] as const) {
    await desk.ask('communities.add', { code, name, district: '东区', subdistrict })
  }
  return desk
}
const preview = (desk: ImportDeskApp, { fileName, base64 }: Delivered) => desk.ask('ledger.preview', { fileName, base64 })

describe('the exported ledger', () => {
  it('of the sample city comes back without a change, to the last fen', async () => {
    const desk = await openImportDesk()
    await desk.ask('ledger.update', { edits: [{ key: (await desk.ask('ledger.list')).rows[0]!.key, field: 'spent', fen: 1_234_567_801 }] })
    const { fileName, base64 } = await desk.ask('ledger.export')
    expect(fileName).toBe('2023年服务群众专项经费使用台账.xlsx')
    const read = await preview(desk, { fileName, base64 })
    expect(read.problems.filter(({ code }) => code !== 'plan.ledgerDiffers')).toEqual([])
    expect(read).toMatchObject({ unchanged: 180, changed: [], counts: { rows: 180, changed: 0, skipped: 0 } })
    const before = (await desk.ask('app.status')).plan!.revision
    await desk.ask('ledger.apply', { id: read.id })
    expect((await desk.ask('app.status')).plan!.revision).toBe(before)
  })

  it('also where nothing is entered, where names are awkward, and where amounts come from the adopted plan', async () => {
    const desk = await plan()
    for (const [name, subdistrict] of [
      ['_x0041_社区', '一街道'],
      ['Ａ　社区', ''],
      ['7社区', ''],
    ] as const)
      await desk.ask('communities.add', { code: '', name, district: '东区', subdistrict })
    await desk.ask('policy.use', { id: 'flat-2018' })
    const required = (await desk.ask('dictionary.get')).indicators.filter((each) => each.required).map((each) => each.key)
    for (const key of required) await desk.ask('dictionary.changeIndicator', { key, change: { required: false } })
    await desk.ask('plan.adopt', { title: '定案' })
    expect((await desk.ask('ledger.list')).rows.every(({ allocatedFrom }) => allocatedFrom === 'adopted')).toBe(true)
    await desk.ask('ledger.update', { edits: [{ key: keyOf('甲社区'), field: 'carried', fen: 1 }] })
    const read = await preview(desk, await desk.ask('ledger.export'))
    expect(read).toMatchObject({ errors: 0, unchanged: 7, counts: { changed: 0 } })
  })
})
