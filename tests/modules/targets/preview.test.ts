import { beforeEach, describe, expect, it } from 'vitest'
import { codesOf, keyOf, MATURE, smallPlan, type Desk } from '../../support/desk.ts'

const ID = 'g-doors'
const csv = (...rows: string[]) => ({ fileName: '表.csv', base64: Buffer.from(rows.join('\n')).toString('base64') })
let desk: Desk
beforeEach(async () => {
  desk = await smallPlan({ 甲: MATURE, 乙: { ...MATURE, floating: 3000 } }, 2026)
  await desk.ask('catalogue.add', { kind: 'target', id: ID, title: '楼门长', department: '组织部' })
  await desk.ask('catalogue.edit', { edits: [{ id: ID, field: 'least', text: '10' }] })
})

describe('a sheet of what communities have', () => {
  it('is previewed: what would change from what to what and in which row, and nothing is entered', async () => {
    await desk.ask('targets.enter', { cells: [{ key: keyOf('甲'), item: ID, text: '7' }] })
    const sheet = csv('街道,社区,楼门长', '一街道,甲,9', '一街道,乙,3', '合计,,12')
    const steps = await desk.ask('history.list', {})
    expect(await desk.ask('targets.preview', sheet)).toMatchObject({
      ...{ file: '表.csv', rows: 2, skipped: 1, changed: 2, unchanged: 0, errors: 0, problems: [], unknown: [] },
      changes: [
        { name: '甲', label: { zh: '楼门长' }, before: 7, after: 9, row: 2 },
        { name: '乙', before: null, after: 3, row: 3 },
      ],
    })
    expect(await desk.ask('history.list', {})).toEqual(steps)
    expect(await desk.ask('targets.import', sheet)).toEqual({ entered: 2, unchanged: 0 })
    expect(await desk.ask('targets.preview', sheet)).toMatchObject({ changed: 0, unchanged: 2, changes: [] })
  })

  it('is judged anew when it is taken: what was entered since the preview is counted, and who left since is refused', async () => {
    const sheet = csv('街道,社区,楼门长', '一街道,甲,9', '一街道,乙,3')
    expect(await desk.ask('targets.preview', sheet)).toMatchObject({ changed: 2, unchanged: 0 })
    await desk.ask('targets.enter', { cells: [{ key: keyOf('甲'), item: ID, text: '9' }] })
    expect(await desk.ask('targets.import', sheet)).toEqual({ entered: 1, unchanged: 1 })
    await desk.ask('history.undo')
    await desk.ask('communities.remove', { keys: [keyOf('乙')] })
    expect(await codesOf(desk.ask('targets.import', sheet))).toEqual(['import.communityUnknown'])
    expect(await desk.ask('targets.preview', csv('街道,社区,楼门长', '一街道,甲,9'))).toMatchObject({ changed: 0, unchanged: 1 })
  })

  it('is told of all that is refused at once: unknown communities by name, and each cell with the reason', async () => {
    const sheet = csv('街道,社区,楼门长', '一街道,甲,9', '一街道,丙,4', '一街道,丁,5', '一街道,乙,张三')
    const found = await desk.ask('targets.preview', sheet)
    expect(found).toMatchObject({ rows: 4, changed: 1, errors: 3, unknown: ['丙', '丁'] })
    expect(found.problems.map(({ code, place }) => [code === 'import.communityUnknown', place.row])).toEqual([
      [true, 3],
      [true, 4],
      [false, 5],
    ])
    // All or none.
    expect(await codesOf(desk.ask('targets.import', sheet))).toHaveLength(3)
    expect(await desk.ask('targets.preview', csv('街道,社区,楼门长', '一街道,甲,9'))).toMatchObject({
      changes: [{ before: null, after: 9 }],
    })
  })

  it('with a column of names or numbers of persons is not read at all', async () => {
    expect(await codesOf(desk.ask('targets.preview', csv('街道,社区,楼门长,姓名', '一街道,甲,5,张三')))).toEqual(['counts.personsInSheet'])
    expect(await codesOf(desk.ask('targets.preview', csv('街道,社区,楼门长,备注', '一街道,甲,5,13912345678')))).toEqual(['text.mobile'])
  })
})

it('a sheet of the housing register is previewed with what its counts have together', async () => {
  const preview = (...rows: string[]) => desk.ask('registration.preview', { ...csv(...rows), quarter: 2 })
  expect(await preview('街道,社区,在住人数,漏登', '一街道,甲,60,2', '一街道,乙,10,11')).toMatchObject({
    ...{ rows: 2, changed: 2, errors: 1 },
    problems: [{ code: 'registration.missedAboveFound', place: { community: '乙', row: 3 } }],
  })
  expect(await preview('街道,社区,在住人数,漏登', '一街道,甲,60,2')).toMatchObject({
    ...{ changed: 2, errors: 0 },
    changes: [
      { name: '甲', label: { zh: '在住人数' }, before: null, after: 60 },
      { label: { zh: '漏登' }, after: 2 },
    ],
  })
  expect((await desk.ask('registration.account')).communities).toEqual([])
})
