import { expect, it } from 'vitest'
import { MATURE, OLD, type Desk } from '../../support/desk.ts'
import { forged } from '../../support/package-files.ts'
import { bytesOf, cityPlan, districtPlan, exported, merged, preview, usesOfItsOwn } from './rollup-support.ts'

const KEY = '东区/东区街道/甲'

/** A district with a project in work and a receipt. */
async function spendingDistrict(): Promise<Desk> {
  const desk = await districtPlan('东区', { 甲: MATURE, 乙: OLD })
  const { year, communities } = await desk.ask('receipts.list')
  const day = (rest: string): string => `${year}-${rest}`
  const { payer } = communities[0]!.payers[0]!
  await desk.ask('receipts.add', { entries: [{ key: KEY, payer, date: day('03-01'), amountFen: 5_000_000 }] })
  const plan = { purpose: '楼道照明', category: 'environment', plannedFen: 1_000_000 }
  const project = await desk.ask('projects.add', { key: KEY, proposed: day('03-02'), plan })
  const steps = [
    { kind: 'decided', date: day('03-05'), amountFen: 1_000_000, body: '居民代表会议' },
    { kind: 'filed', date: day('03-06') },
    { kind: 'started', date: day('03-07') },
    { kind: 'paid', date: day('03-08'), amountFen: 300_000, code: '2080208' },
  ] as const
  for (const event of steps) await desk.ask('projects.step', { project, event })
  return desk
}
const stateOf = async ({ ask }: Desk) => {
  const { communities, total } = await ask('projects.accounts')
  return {
    projects: (await ask('projects.list')).projects,
    receipts: (await ask('receipts.list')).receipts,
    account: communities.find((each) => each.key === KEY),
    total,
  }
}

it('a package carries projects, steps and receipts: opened as a plan all is there, and exported again it is the same bytes', async () => {
  const district = await spendingDistrict()
  const before = await stateOf(district)
  expect(before.total).toMatchObject({ receivedFen: 5_000_000, paidFen: 300_000, committedFen: 700_000, freeFen: 4_000_000 })
  const file = await exported(district)
  await district.ask('package.open', { ...file, name: '再开' })
  expect(await stateOf(district)).toEqual(before)
  expect(bytesOf(await exported(district)).equals(bytesOf(file))).toBe(true)
})

it('rolls up to the totals of the city; the same once more changes nothing, what is corrected replaces it, one undo takes all back', async () => {
  const district = await spendingDistrict()
  const file = await exported(district)
  const city = await cityPlan()
  expect((await preview(city, file)).errors).toBe(0)
  await merged(city, file)
  expect((await stateOf(city)).total).toEqual((await stateOf(district)).total)
  expect((await preview(city, file)).changes).toEqual([])
  const [project] = (await district.ask('projects.list')).projects
  await district.ask('projects.takeBack', { project: { year: project!.year, key: KEY, number: '01' }, position: 4 })
  const corrected = await exported(district)
  expect((await preview(city, corrected)).changes.map((each) => [each.key, each.fields.map(({ field }) => field)])).toEqual([
    [KEY, ['projectRegister']],
  ])
  await merged(city, corrected)
  expect((await stateOf(city)).total).toMatchObject({ paidFen: 0, committedFen: 1_000_000 })
  await city.ask('history.undo')
  await city.ask('history.undo')
  expect((await stateOf(city)).projects).toEqual([])
})

it('a correction of any field reaches the city, be it only a budget code, a remark or a document', async () => {
  const district = await spendingDistrict()
  const city = await cityPlan()
  await merged(city, await exported(district))
  const year = (await district.ask('projects.list')).year
  const project = { year, key: KEY, number: '01' }
  const { events } = await district.ask('projects.get', project)
  const [receipt] = (await district.ask('receipts.list')).receipts
  const corrections = [
    () => district.ask('projects.step', { project, position: 4, event: { ...events[4]!, code: '2080299' } }),
    () => district.ask('projects.step', { project, position: 1, event: { ...events[1]!, document: '纪要1号' } }),
    () => district.ask('projects.edit', { cells: [{ project, field: 'note', text: '含安装' }] }),
    () => district.ask('projects.edit', { cells: [{ project, field: 'category', text: '服务' }] }),
    () => district.ask('projects.answer', { project, use: { answer: 'allowed', reason: '公共照明' } }),
    () => district.ask('receipts.save', { ...receipt!, document: '拨〔1〕号' }),
  ]
  for (const correct of corrections) {
    await correct()
    await merged(city, await exported(district))
    const ofBoth = await Promise.all(
      [district, city].map(async ({ ask }) => [await ask('projects.get', project), (await ask('receipts.list')).receipts]),
    )
    expect(ofBoth[1]).toEqual(ofBoth[0])
  }
})

it('refuses projects of communities and years that the package is not about, and personal numbers', async () => {
  const district = await spendingDistrict()
  const file = await exported(district)
  const city = await cityPlan()
  interface Spending {
    projects: { key: string; number: string; purpose: string; use: object | null }[]
    receipts: { document: string }[]
  }
  const found = async (change: (spending: Spending) => void) => {
    const bytes = forged(bytesOf(file), 'spending.json', change)
    const [opened] = (await preview(city, { fileName: '东区.quanheng-package', base64: Buffer.from(bytes).toString('base64') })).packages
    return opened!.problems
  }
  expect(await found(({ projects }) => void (projects[0]!.key = '西区/x/丁'))).toMatchObject([
    { code: 'package.shape', place: { path: 'spending.json/projects/0' } },
  ])
  const mobile = '13812345678'
  const at = (part: string, field: string) => [
    { code: 'text.mobile', params: { field, value: '138****78' }, place: { path: `spending.json/${part}/0` } },
  ]
  expect(await found(({ projects }) => void Object.assign(projects[0]!, { note: mobile }))).toMatchObject(at('projects', '说明'))
  expect(await found(({ projects }) => void Object.assign(projects[0]!, { purpose: `联系${mobile}` }))).toMatchObject(
    at('projects', '项目名称'),
  )
  expect(await found(({ projects }) => void Object.assign(projects[0]!, { number: mobile }))).toMatchObject(at('projects', '项目号'))
  const use = { answer: 'allowed', reason: mobile }
  expect(await found(({ projects }) => void Object.assign(projects[0]!, { use }))).toMatchObject(at('projects', '用途核实'))
  expect(await found(({ receipts }) => void Object.assign(receipts[0]!, { document: mobile }))).toMatchObject(at('receipts', '文号'))
})

it('says which uses of a package the rules of the city do not have, or call otherwise', async () => {
  const city = await cityPlan()
  const { problems, errors } = await preview(city, await exported(await usesOfItsOwn()))
  expect(errors).toBe(0)
  expect(problems.filter((each) => each.code.startsWith('rollup.use'))).toMatchObject([
    { code: 'rollup.useDiffers', level: 'warning', params: { value: '老旧楼院', name: '环境和设施', count: 1 } },
    { code: 'rollup.useUnknown', level: 'warning', params: { value: '慰问', count: 1 } },
  ])
})
