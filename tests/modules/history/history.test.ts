import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import Excel from 'exceljs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { verifyLog } from '../../../src-main/modules/command-line/log.ts'
import { codesOf, keyOf, MATURE, OLD, openDesk, smallPlan, type Desk } from '../../support/desk.ts'
import { emptyFolder } from '../../support/open-app.ts'

async function sheet(rows: unknown[][]): Promise<string> {
  const workbook = new Excel.Workbook()
  workbook.addWorksheet('表').addRows(rows)
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64')
}

/** A plan in which two people did different things to different communities. */
async function busyPlan(): Promise<Desk> {
  const desk = await smallPlan({ 甲: MATURE, 乙: OLD })
  const { ask } = desk
  await ask('app.rename', { operator: '李' })
  await ask('indicators.update', {
    edits: [
      { key: keyOf('甲'), field: 'residents', value: 6001 },
      { key: keyOf('乙'), field: 'staff', value: 10 },
    ],
  })
  await ask('overrides.set', { key: keyOf('乙'), class: 'C', reason: '核实', document: '3号' })
  await ask('app.rename', { operator: '王' })
  const preview = await ask('import.preview', {
    fileName: '一街道.xlsx',
    base64: await sheet([
      ['街道', '社区', '常住人口', '上年经费（元）'],
      ['一街道', '乙', 9100, 200000],
    ]),
  })
  await ask('import.apply', { id: preview.id })
  await ask('ledger.update', { edits: [{ key: keyOf('甲'), field: 'spent', fen: 7 }] })
  return desk
}

describe('the change log', () => {
  it('is filtered by community, field, time, operator and operation, and read in portions', async () => {
    const { ask } = await busyPlan()
    const summaries = async (filter: Parameters<typeof ask<'history.list'>>[1]) =>
      (await ask('history.list', filter)).map((step) => step.operation)
    expect(await summaries({ operator: '王' })).toEqual(['ledger.update', 'import.apply'])
    expect(await summaries({ operation: 'overrides.set' })).toEqual(['overrides.set'])
    expect(await summaries({ community: keyOf('乙') })).toEqual([
      'import.apply',
      'overrides.set',
      'indicators.update',
      'indicators.update',
      'communities.add',
    ])
    // The first step is about the indicator itself: it defined it.
    expect(await summaries({ field: 'residents' })).toEqual([
      'import.apply',
      'indicators.update',
      'indicators.update',
      'indicators.update',
      'plan.create',
    ])
    expect(await summaries({ field: 'residents', community: keyOf('甲') })).toEqual(['indicators.update', 'indicators.update'])
    expect(await summaries({ field: 'staff', community: keyOf('甲'), operator: '李' })).toEqual([])
    expect(await summaries({ field: 'override' })).toEqual(['overrides.set'])
    expect(await summaries({ field: 'previousAmount' })).toEqual(['import.apply'])
    expect(await summaries({ field: 'ledgerSpent' })).toEqual(['ledger.update'])
    expect(await summaries({ community: keyOf('乙'), limit: 2 })).toEqual(['import.apply', 'overrides.set'])
    const [, second] = await ask('history.list', { community: keyOf('乙'), limit: 2 })
    expect(await summaries({ community: keyOf('乙'), limit: 2, before: second!.id })).toEqual(['indicators.update', 'indicators.update'])
    const all = await ask('history.list')
    const at = all.find((step) => step.operation === 'overrides.set')!.at
    expect(await summaries({ from: at, to: at })).toEqual(['overrides.set'])
    // The same moment as a reader in China would name it.
    expect(
      await summaries({
        from: at.replace('T01', 'T09').replace('.000Z', '+08:00'),
        to: at.replace('T01', 'T09').replace('.000Z', '+08:00'),
      }),
    ).toEqual(['overrides.set'])
    expect(await ask('history.facets')).toEqual({
      operators: ['', '李', '王'],
      operations: ['communities.add', 'import.apply', 'indicators.update', 'ledger.update', 'overrides.set', 'plan.create'],
    })
  })

  it('says of each step what was changed from what to what, and from which file', async () => {
    const { ask } = await busyPlan()
    const [spent, imported, override, edited] = await ask('history.list')
    const rows = async (step: { id: number }) =>
      (await ask('history.changes', { step: step.id })).rows.map(({ subject, name, year, field, before, after }) => [
        subject,
        name,
        year,
        field,
        before,
        after,
      ])
    expect(imported!.summary).toContain('一街道.xlsx')
    expect(await rows(imported!)).toEqual([
      ['community', '乙', 2025, 'residents', 9000, 9100],
      ['community', '乙', 2025, 'previousAmount', null, 20_000_000],
      ['delivery', '一街道.xlsx', 2025, 'delivered', null, 1],
    ])
    expect(await rows(edited!)).toEqual([
      ['community', '甲', 2025, 'residents', 6000, 6001],
      ['community', '乙', 2025, 'staff', 9, 10],
    ])
    expect(await rows(override!)).toEqual([
      ['override', '乙', 2025, 'override', null, 'C'],
      ['override', '乙', 2025, 'overrideReason', null, '核实'],
      ['override', '乙', 2025, 'overrideDocument', null, '3号'],
    ])
    expect(await rows(spent!)).toEqual([['ledger', '甲', 2025, 'ledgerSpent', null, 7]])
    await ask('history.undo')
    const [undone] = await ask('history.list', { limit: 1 })
    expect(undone).toMatchObject({ operation: 'history.undo' })
    expect(await rows(undone!)).toEqual([['ledger', '甲', 2025, 'ledgerSpent', 7, null]])
    expect(await ask('history.list', { operation: 'ledger.update' })).toMatchObject([{ undone: true }])
  })

  it('tells of years, indicators, policies and the map in words too, and pages through long steps', async () => {
    const { ask } = await busyPlan()
    const last = async () => (await ask('history.list', { limit: 1 }))[0]!.id
    await ask('dictionary.changeIndicator', { key: 'homestays', change: { label: { zh: '民宿客栈', en: '' }, range: { min: 0, max: 50 } } })
    expect(
      (await ask('history.changes', { step: await last() })).rows.map(({ subject, name, field, before, after }) => [
        subject,
        name,
        field,
        before,
        after,
      ]),
    ).toEqual([
      ['indicator', '民宿客栈', 'label', '民宿', '民宿客栈'],
      ['indicator', '民宿客栈', 'range', '{"min":0}', '{"min":0,"max":50}'],
    ])
    await ask('policy.use', { id: 'flat-2018' })
    expect((await ask('history.changes', { step: await last() })).rows).toContainEqual(
      expect.objectContaining({
        subject: 'year',
        name: '2025',
        field: 'policy',
        before: '四类社区差异化分配（参考办法） 1.0.1',
        after: '2018年起统一定额 1.0.1',
      }),
    )
    await ask('units.rename', { date: '2025-05-01', key: keyOf('乙'), name: '丁' })
    const renamed = (await ask('history.changes', { step: await last() })).rows
    expect(renamed).toContainEqual(
      expect.objectContaining({ subject: 'unitChange', name: '乙 → 丁', field: 'unitChange', before: null, after: 'rename' }),
    )
    expect(renamed).toContainEqual(expect.objectContaining({ subject: 'community', name: '乙', field: 'present', before: 1, after: 0 }))
    await ask('plan.adopt', { title: '定案' })
    expect((await ask('history.changes', { step: await last() })).rows).toEqual([
      expect.objectContaining({ subject: 'adopted', name: '定案', field: 'present', before: 0, after: 1 }),
    ])

    const whole = await ask('history.changes', { step: 1, limit: 1000 })
    expect(whole.more).toBe(false)
    const pages = []
    for (let offset = 0; ; offset += 7) {
      const page = await ask('history.changes', { step: 1, limit: 7, offset })
      pages.push(...page.rows)
      if (!page.more) break
      expect(page.rows).toHaveLength(7)
    }
    expect(pages).toEqual(whole.rows)
    expect((await ask('history.changes', { step: 999 })).rows).toEqual([])
  })

  it('is whole, and says where it is not', async () => {
    const { ask, close } = await busyPlan()
    const { plan } = await ask('app.status')
    expect(await ask('history.verify')).toEqual({ ok: true, steps: plan!.revision, kind: null, firstAltered: null, table: null, row: null })
    await close()
    expect(verifyLog(plan!.file)).toMatchObject({ ok: true, steps: plan!.revision })
    expect(tampered(plan!.file, "UPDATE step SET operator = '张' WHERE id = 3")).toMatchObject({
      ok: false,
      kind: 'altered',
      firstAltered: 3,
    })
    expect(
      tampered(
        plan!.file,
        "UPDATE change SET after = replace(after, '6001', '6002') WHERE step_id = (SELECT id FROM step WHERE operation = 'overrides.set') - 1",
      ),
    ).toMatchObject({ ok: false, kind: 'altered' })
    expect(tampered(plan!.file, 'DELETE FROM change WHERE step_id = 2; DELETE FROM step WHERE id = 2')).toMatchObject({
      ok: false,
      kind: 'missing',
      firstAltered: 2,
    })
    expect(tampered(plan!.file, 'UPDATE ledger SET spent_fen = 8')).toMatchObject({
      ok: false,
      kind: 'content',
      firstAltered: null,
      table: 'ledger',
    })
  })
})

/** What the check says of a copy that was changed behind the program's back. */
function tampered(file: string, sql: string) {
  const copy = join(emptyFolder(), 'copy.quanheng')
  copyFileSync(file, copy)
  const connection = new Database(copy)
  connection.pragma('foreign_keys = OFF')
  for (const name of connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
    connection.exec(`DROP TRIGGER "${name}"`)
  connection.exec(sql)
  connection.close()
  return verifyLog(copy)
}

describe('checking the log of a file', () => {
  const check = `import { verifyLog } from ${JSON.stringify(join(import.meta.dirname, '../../../src-main/modules/command-line/log.ts'))}; console.log(JSON.stringify(verifyLog(process.argv[1])))`
  const inAnotherProcess = (file: string) =>
    JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', check, file], { encoding: 'utf8' })) as ReturnType<
      typeof verifyLog
    >

  it('works while somebody has it open, sees what was done last, and changes nothing', async () => {
    const { ask, folder } = await openDesk()
    const { plan } = await ask('app.status')
    const [community] = await ask('communities.list')
    await ask('indicators.update', { edits: [{ key: community!.key, field: 'staff', value: 3 }] })
    const state = () =>
      readdirSync(folder)
        .sort()
        .map((name) => [
          name,
          statSync(join(folder, name)).mtimeMs,
          statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name)).toString('base64') : '',
        ])
    const before = state()
    expect(inAnotherProcess(plan!.file)).toEqual({ ok: true, steps: 2, kind: null, firstAltered: null, table: null, row: null })
    expect(state()).toEqual(before)
    await ask('history.undo')
  })

  it('works in a folder that can not be written, and leaves nothing beside the file', async () => {
    const { ask, close } = await openDesk()
    const { plan } = await ask('app.status')
    await close()
    const folder = join(emptyFolder(), '只读')
    mkdirSync(folder)
    const copy = join(folder, '方案.quanheng')
    copyFileSync(plan!.file, copy)
    chmodSync(copy, 0o444)
    chmodSync(folder, 0o555)
    onTestFinished(() => chmodSync(folder, 0o755))
    expect(verifyLog(copy)).toMatchObject({ ok: true, steps: 1 })
    expect(readdirSync(folder)).toEqual(['方案.quanheng'])
  })

  it('names what is no plan', async () => {
    expect(await codesOf((async () => verifyLog(join(emptyFolder(), '没有.quanheng')))())).toEqual(['plan.missing'])
    expect(await codesOf((async () => verifyLog(import.meta.filename))())).toEqual(['plan.notOurs'])
  })
})

describe('what a plan began with', () => {
  it('is told by its years, policies and counts in place of its rows', async () => {
    const { ask } = await openDesk()
    const { rows, more } = await ask('history.changes', { step: 1 })
    const told = rows.map(({ subject, name, year, field, before, after }) => [subject, name, year, field, before, after])
    expect(told).toContainEqual(['settings', '示例城市', null, 'name', null, '示例城市'])
    expect(told).toContainEqual(['year', '2022', 2022, 'policy', null, '2018年起统一定额 1.0.1'])
    expect(told).toContainEqual(['community', '', 2026, 'count', 0, 180])
    expect(told).toContainEqual(['ledger', '', 2025, 'count', 0, 180])
    expect(told).toContainEqual(['indicator', '', null, 'count', 0, (await ask('dictionary.get')).indicators.length])
    expect(told.filter(([, , , field]) => field === 'count')).toHaveLength(5 + 4 + 2)
    expect([rows.length < 30, more]).toEqual([true, false])
    const {
      rows: [first],
      more: rest,
    } = await ask('history.changes', { step: 1, limit: 1 })
    expect([first, rest]).toEqual([rows[0], true])
  })
})

describe('steps in words', () => {
  it('are said in both languages, with names and amounts as each of them writes', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD })
    const last = async () => (await ask('history.list', { limit: 1 }))[0]!.said
    await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'location', value: 'edge' }] })
    expect(await last()).toEqual({ zh: '甲 区位 城区 → 城郊', en: '甲, Location: Urban → City edge' })
    await ask('ledger.update', { edits: [{ key: keyOf('甲'), field: 'spent', fen: 1_234_505 }] })
    expect(await last()).toEqual({ zh: '2025年 甲 支出金额 12,345.05元', en: '2025, 甲: Spent 12,345.05 yuan' })
    await ask('ledger.update', { edits: [{ key: keyOf('甲'), field: 'spent', fen: null }] })
    expect(await last()).toEqual({ zh: '2025年 甲 支出金额 清空', en: '2025, 甲: Spent taken out' })
    await ask('units.merge', { date: '2025-03-01', keys: [keyOf('甲'), keyOf('乙')], into: { key: keyOf('甲') } })
    expect(await last()).toEqual({ zh: '合并：甲、乙 → 甲', en: 'Merged: 甲, 乙 → 甲' })
    await ask('years.start', { year: 2026 })
    expect(await last()).toEqual({ zh: '2026年（沿用2025年）', en: '2026 (from 2025)' })
    expect((await ask('app.status')).plan).toMatchObject({
      undo: '2026年（沿用2025年）',
      undoSaid: { en: '2026 (from 2025)' },
      redoSaid: null,
    })
    expect(await ask('history.undo')).toMatchObject({ said: { en: '2026 (from 2025)' } })
    expect((await ask('app.status')).plan).toMatchObject({ undoSaid: { en: 'Merged: 甲, 乙 → 甲' }, redoSaid: { en: '2026 (from 2025)' } })
  })
})
