import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { emptyPlan, file, HEADER, imported, type ImportDeskApp } from '../modules/imports/import-files.ts'
import { districtPlan, exported } from '../modules/rollup/rollup-support.ts'
import { options } from '../store/support/plans.ts'
import { codesOf, keyOf, MATURE, smallPlan } from '../support/desk.ts'

/** So many that taking them back or writing them takes turns. */
const MANY = 1200
const rowsOf = (residents: number) => [
  HEADER,
  ...Array.from({ length: MANY }, (_, row) => ['城北区', '一街道', `${row}号社区`, residents, 5, 1]),
]
const first = '城北区/一街道/0号社区'
const valuesOf = async ({ ask }: Pick<ImportDeskApp, 'ask'>, key: string) =>
  (await ask('communities.list')).find((each) => each.key === key)!.values

describe('Commands that are asked for at the same time', () => {
  it('rest on what is there when a large step has been taken back, not on what it takes back', async () => {
    const desk = await emptyPlan()
    await imported(desk, [file('一.xlsx', rowsOf(1000))])
    await imported(desk, [file('二.xlsx', rowsOf(7000))])
    let edit: Promise<unknown> | null = null
    const progress = (): void => {
      edit ??= desk.ask('indicators.update', { edits: [{ key: first, field: 'courtyards', value: 9 }] })
    }
    await desk.ask('history.undo', {}, { progress })
    await edit
    expect(await valuesOf(desk, first)).toMatchObject({ residents: 1000, courtyards: 9 })
    expect((await desk.ask('history.list', { limit: 2 })).map((step) => step.operation)).toEqual(['indicators.update', 'history.undo'])
  })

  it('rest on each other, in the order in which they were asked for', async () => {
    const desk = await smallPlan({ 甲: MATURE })
    const key = keyOf('甲')
    const edit = (field: string, value: number) => desk.ask('indicators.update', { edits: [{ key, field, value }] })
    await Promise.all([edit('residents', 6001), edit('staff', 1), edit('residents', 6002)])
    expect(await valuesOf(desk, key)).toMatchObject({ residents: 6002, staff: 1 })
    await Promise.all([desk.ask('history.undo'), desk.ask('history.undo'), edit('elderly', 7)])
    expect(await valuesOf(desk, key)).toMatchObject({ residents: 6001, staff: MATURE.staff, elderly: 7 })
  })

  it('go on when the one before them was refused', async () => {
    const desk = await smallPlan({ 甲: MATURE })
    const refused = codesOf(desk.ask('overrides.set', { key: 'nobody', class: 'A', reason: '核实' }))
    await desk.ask('overrides.set', { key: keyOf('甲'), class: 'B', reason: '核实' })
    expect(await refused).toEqual(['plan.communityUnknown'])
    expect(await desk.ask('overrides.list')).toMatchObject([{ class: 'B' }])
  })

  it('are refused while packages are merged, with the name of the file', async () => {
    const delivered = await exported(await districtPlan('东区', { 甲: MATURE }, 2026))
    const city = await emptyPlan()
    const { id } = await city.ask('rollup.preview', { files: [delivered] })
    let refusals: Promise<string[]> | null = null
    const progress = (): void => {
      refusals ??= codesOf(city.ask('communities.add', { code: '', name: '新社区', district: '东区', subdistrict: '一街道' }))
    }
    expect(await city.ask('rollup.apply', { id, confirmed: true }, { progress })).toMatchObject({ added: 1 })
    expect(await refusals).toEqual(['plan.importing'])
  })
})

describe('Closing the program', () => {
  it('ends the thread that reads a file, and waits until it is gone', async () => {
    const desk = await emptyPlan()
    const begun = Promise.withResolvers<void>()
    let gone: string[] | null = null
    void codesOf(desk.ask('import.desk', { files: [file('一.xlsx', rowsOf(1000))] }, { progress: () => begun.resolve() })).then((codes) => {
      gone = codes
    })
    await begun.promise
    await desk.close()
    // The answer is there, and has only to be handed on.
    await nextTurn()
    expect(gone).toEqual(['task.cancelled'])
    expect(await codesOf(desk.ask('import.desk', { files: [file('一.xlsx', rowsOf(1000))] }))).toEqual(['plan.none'])
  })

  it('waits for a plan that is being created, and leaves it to the next who opens it', async () => {
    const desk = await smallPlan({})
    const created = desk.ask('plan.create', { name: '新方案', year: 2030 })
    await desk.close()
    const { file: path } = await created
    await openPlanFile(path, options).close()
  })
})
