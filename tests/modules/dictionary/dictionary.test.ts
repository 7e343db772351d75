import Excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import { policyOf } from '../../../src-main/policy/load.ts'
import { codesOf, keyOf, MATURE, OLD, openDesk, problemsOf, smallPlan } from '../../support/desk.ts'

type NewIndicator = InputOf<'dictionary.addIndicator'>['indicator']
const text = (zh: string) => ({ zh, en: '' })
const volunteers: NewIndicator = {
  key: 'volunteers',
  label: text('志愿者'),
  unit: text('人'),
  kind: 'number',
  group: 'strength',
  range: { min: 0, max: 5000 },
  synonyms: ['志愿服务人员'],
  note: text('登记在册的志愿者'),
}
const perStaff: NewIndicator = {
  key: 'volunteersPerStaff',
  label: text('人均志愿者'),
  kind: 'number',
  group: 'derived',
  step: 0.01,
  formula: 'volunteers / staff',
}

async function cellsOf(base64: string): Promise<string[]> {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.load(Buffer.from(base64, 'base64') as unknown as Parameters<typeof workbook.xlsx.load>[0])
  const cells: string[] = []
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value !== null && !cell.isMerged) cells.push(cell.text)
      }),
    ),
  )
  return cells
}
async function sheet(rows: unknown[][]): Promise<string> {
  const workbook = new Excel.Workbook()
  workbook.addWorksheet('表').addRows(rows)
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64')
}

describe("an indicator of one's own", () => {
  it('is at once in template, grid, import, policy check, export and completeness', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD })
    await ask('dictionary.addIndicator', { indicator: volunteers, after: 'staff' })
    await ask('dictionary.addIndicator', { indicator: perStaff })
    const keys = (await ask('dictionary.get')).indicators.map((each) => each.key)
    expect(keys[keys.indexOf('staff') + 1]).toBe('volunteers')

    expect(await cellsOf((await ask('template.export')).base64)).toContain('志愿者（人）')
    const base64 = await sheet([
      ['街道', '社区', '志愿服务人员'],
      ['一街道', '甲', 45],
      ['一街道', '乙', 6000],
    ])
    expect((await ask('import.preview', { fileName: '表.xlsx', base64 })).problems).toContainEqual(
      expect.objectContaining({ code: 'import.outOfRange', place: expect.objectContaining({ indicator: 'volunteers', row: 3 }) }),
    )
    const good = await ask('import.preview', {
      fileName: '表.xlsx',
      base64: await sheet([
        ['街道', '社区', '志愿者（人）'],
        ['一街道', '甲', 45],
      ]),
    })
    await ask('import.apply', { id: good.id })
    expect((await ask('communities.list')).find((each) => each.name === '甲')!.values).toMatchObject({
      volunteers: 45,
      volunteersPerStaff: 5,
    })
    expect(await codesOf(ask('indicators.update', { edits: [{ key: keyOf('乙'), field: 'volunteers', value: -1 }] }))).toEqual([
      'import.outOfRange',
    ])

    const { $schema: _, ...reference } = await ask('policy.get', {})
    const document = {
      ...reference,
      id: 'own',
      examples: [],
      allocation: {
        ...reference.allocation,
        steps: [
          ...reference.allocation.steps,
          {
            kind: 'perUnit',
            key: 'volunteers',
            name: text('志愿服务补助'),
            indicator: 'volunteersPerStaff',
            rateFen: 100,
            portions: 'full',
          },
        ],
      },
    }
    expect((await ask('policy.check', { document })).filter((each) => each.level === 'error')).toEqual([])
    await ask('policy.add', { document })
    await ask('policy.use', { id: 'own' })
    expect((await ask('result.get')).communities.find((each) => each.name === '甲')).toMatchObject({ class: 'A', amountFen: 15_000_500 })
    const cells = await cellsOf((await ask('workbook.export')).base64)
    expect(cells.some((cell) => cell.includes('志愿者'))).toBe(true)
    expect((await ask('completeness.get')).communities.find((each) => each.name === '乙')).toMatchObject({
      asked: expect.arrayContaining(['volunteers']),
      matters: ['volunteers'],
      class: 'B',
      amountFen: null,
    })
    expect(await cellsOf((await ask('template.export')).base64)).toContain('*志愿者（人）')
  })

  it('can have a group of its own, and another name, unit, range and group later; its key stays', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    await ask('dictionary.addIndicator', { indicator: { ...volunteers, group: 'own' }, newGroup: { key: 'own', label: text('本区指标') } })
    await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'volunteers', value: 45 }] })
    const { problems } = await ask('dictionary.changeIndicator', {
      key: 'volunteers',
      change: { label: text('注册志愿者'), unit: null, range: { max: 40 }, group: 'strength', required: true },
    })
    expect(problems).toMatchObject([
      { code: 'import.outOfRange', level: 'warning', params: { value: 45 }, place: { community: '甲（2025）' } },
    ])
    expect((await ask('communities.list'))[0]!.values['volunteers']).toBe(45)
    const changed = (await ask('dictionary.get')).indicators.find((each) => each.key === 'volunteers')!
    expect(changed).toMatchObject({
      label: { zh: '注册志愿者' },
      group: 'strength',
      required: true,
      range: { max: 40 },
      synonyms: ['志愿服务人员'],
    })
    expect(changed).not.toHaveProperty('unit')
  })

  it('is refused when it can not stand', async () => {
    const { ask } = await smallPlan({ 甲: { ...MATURE } })
    const add = (change: Partial<NewIndicator>) => ask('dictionary.addIndicator', { indicator: { ...volunteers, ...change } })
    expect(await codesOf(add({ key: 'residents' }))).toEqual(['plan.indicatorTwice'])
    expect(await codesOf(add({ key: 'previousAmount' }))).toEqual(['plan.indicatorReserved'])
    expect(await codesOf(add({ label: text('常住人口') }))).toEqual(['plan.indicatorLabelTaken'])
    expect(await codesOf(add({ group: 'nowhere' }))).toEqual(['plan.groupUnknown'])
    expect(await codesOf(add({ kind: 'category' }))).toEqual(['plan.indicatorOptions'])
    expect(await codesOf(add({ kind: 'share', range: { max: 100 } }))).toEqual(['plan.shareRange'])
    expect(await codesOf(add({ range: { min: 9, max: 1 } }))).toEqual(['policy.rangeEmpty'])
    expect(await codesOf(add({ formula: 'residents / (' }))).toEqual(['policy.formulaWrong'])
    expect(await codesOf(add({ formula: 'residents / ghosts' }))).toEqual(['policy.indicatorUnknown'])
    expect(await codesOf(add({ formula: 'volunteers + 1' }))).toEqual(['policy.formulaCircle'])
    expect(await codesOf(add({ notAbove: ['ghosts'] }))).toEqual(['policy.indicatorUnknown'])
    const before = await ask('dictionary.get')
    expect(before.indicators.some((each) => each.key === 'volunteers')).toBe(false)
  })
})

describe('changing what is in use', () => {
  it('is refused where values or a policy would lose their meaning', async () => {
    const { ask } = await smallPlan({ 甲: { ...MATURE, homestays: 3 } })
    expect(await problemsOf(ask('dictionary.changeIndicator', { key: 'homestays', change: { kind: 'share' } }))).toMatchObject([
      { code: 'plan.indicatorHasValues', params: { indicator: '民宿', count: 1 } },
    ])
    expect(await codesOf(ask('dictionary.changeIndicator', { key: 'homestays', change: { formula: 'residents * 2' } }))).toEqual([
      'plan.indicatorHasValues',
    ])
    const location = (await ask('dictionary.get')).indicators.find((each) => each.key === 'location')!
    const options = (key: string) => ({ options: location.options.filter((each) => each.key !== key) })
    expect(await codesOf(ask('dictionary.changeIndicator', { key: 'location', change: options('urban') }))).toEqual(['plan.optionInUse'])
    expect(await codesOf(ask('dictionary.changeIndicator', { key: 'location', change: options('township') }))).toEqual([
      'plan.policyBroken',
      'policy.optionUnknown',
    ])
    expect(await codesOf(ask('dictionary.changeIndicator', { key: 'oldShare', change: { formula: 'oldShare / courtyards' } }))).toEqual([
      'policy.formulaCircle',
    ])
    expect(await codesOf(ask('dictionary.changeIndicator', { key: 'ghosts', change: {} }))).toEqual(['plan.indicatorUnknown'])
  })

  it('retires only what nobody uses, and says who does', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    const users = async (key: string) => (await problemsOf(ask('dictionary.retireIndicator', { key })))[0]!.params['users']
    const { title } = policyOf(await ask('policy.get', {}))
    expect(await users('density')).toBe(`${title.zh} 1.0.1`)
    expect(await users('area')).toBe(`${title.zh} 1.0.1、人口密度（density）`)
    expect(await users('staff')).toBe('每名工作人员服务人口（residentsPerStaff）')
    expect(await users('elderly')).toBe('老年人占比（elderlyShare）')
  })

  it('does not keep the plan from being adopted, and shows in its fingerprint; the mere order of columns does not', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    const hash = async () => (await ask('result.get')).policy.hash
    const before = await hash()
    await ask('dictionary.reorder', { indicators: (await ask('dictionary.get')).indicators.map((each) => each.key).reverse() })
    expect(await hash()).toBe(before)
    await ask('dictionary.changeIndicator', { key: 'residents', change: { range: { min: 0, max: 100_000 } } })
    expect(await hash()).not.toBe(before)
    expect((await ask('plan.adopt', { title: '定案' })).policy.hash).toBe(await hash())
    await ask('policy.use', { id: 'reference' })
  })

  it('looks at every year, not only the open one', async () => {
    const { ask } = await openDesk()
    await ask('plan.useYear', { year: 2022 })
    expect(await codesOf(ask('dictionary.retireIndicator', { key: 'density' }))).toEqual(['plan.indicatorInUse'])
  })
})

describe('a retired indicator', () => {
  it('is in no template, grid or import, keeps its values, and can be brought back', async () => {
    const { ask } = await smallPlan({ 甲: { ...MATURE, homestays: 3 } })
    await ask('dictionary.retireIndicator', { key: 'homestays' })
    expect((await ask('dictionary.get')).indicators.some((each) => each.key === 'homestays')).toBe(false)
    expect((await ask('dictionary.get', { retired: true })).indicators.find((each) => each.key === 'homestays')).toMatchObject({
      retired: true,
    })
    expect((await cellsOf((await ask('template.export')).base64)).some((cell) => cell.includes('民宿'))).toBe(false)
    expect((await cellsOf((await ask('workbook.export')).base64)).some((cell) => cell.includes('民宿'))).toBe(false)
    const preview = await ask('import.preview', {
      fileName: '表.xlsx',
      base64: await sheet([
        ['街道', '社区', '民宿', '网格员'],
        ['一街道', '甲', 45, 2],
      ]),
    })
    expect(preview.columns.find((each) => each.heading === '民宿')).toMatchObject({ field: null })
    expect(await codesOf(ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'homestays', value: 4 }] }))).toEqual([
      'plan.indicatorUnknown',
    ])
    await ask('import.apply', { id: preview.id })
    expect((await ask('completeness.get')).communities[0]!.missing).not.toContain('homestays')

    await ask('dictionary.restoreIndicator', { key: 'homestays' })
    expect((await ask('communities.list'))[0]!.values).toMatchObject({ homestays: 3, gridWorkers: 2 })
    expect((await ask('dictionary.get')).indicators.find((each) => each.key === 'homestays')).not.toHaveProperty('retired')
  })

  it('can not come back under a name that was given away', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    await ask('dictionary.retireIndicator', { key: 'homestays' })
    await ask('dictionary.addIndicator', { indicator: { ...volunteers, label: text('民宿') } })
    expect(await codesOf(ask('dictionary.restoreIndicator', { key: 'homestays' }))).toEqual(['plan.indicatorLabelTaken'])
  })

  it('is not copied into a new year', async () => {
    const { ask } = await smallPlan({ 甲: { ...MATURE, homestays: 3 } })
    await ask('dictionary.retireIndicator', { key: 'homestays' })
    await ask('years.start', { year: 2026 })
    await ask('dictionary.restoreIndicator', { key: 'homestays' })
    expect((await ask('communities.list'))[0]!.values['homestays'] ?? null).toBeNull()
    expect((await ask('communities.list', { year: 2025 }))[0]!.values['homestays']).toBe(3)
  })
})

it('is put in another order only as a whole', async () => {
  const { ask } = await smallPlan({ 甲: MATURE })
  await ask('dictionary.retireIndicator', { key: 'homestays' })
  const { indicators, groups } = await ask('dictionary.get')
  const keys = indicators.map((each) => each.key).reverse()
  expect(await codesOf(ask('dictionary.reorder', { indicators: keys.slice(1) }))).toEqual(['plan.indicatorOrder'])
  expect(await codesOf(ask('dictionary.reorder', { indicators: [...keys, 'homestays'] }))).toEqual(['plan.indicatorOrder'])
  expect(await codesOf(ask('dictionary.reorder', { indicators: [...keys.slice(1), keys[1]!] }))).toEqual(['plan.indicatorOrder'])
  await ask('dictionary.reorder', { indicators: keys, groups: groups.map((each) => each.key).reverse() })
  const after = await ask('dictionary.get')
  expect(after.indicators.map((each) => each.key)).toEqual(keys)
  expect(after.groups).toEqual(groups.toReversed())
  expect((await ask('dictionary.get', { retired: true })).indicators.at(-1)!.key).toBe('homestays')
  await ask('history.undo')
  expect(await ask('dictionary.get')).toMatchObject({ indicators, groups })
})
