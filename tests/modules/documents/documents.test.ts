import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { DELIVERED_SETTINGS } from '../../../src-main/words/papers.ts'
import {
  DocumentSettings,
  gapsIn,
  SetTable,
  TABLE_NAMES,
  TableSettings,
  unknownGaps,
  type TableName,
} from '../../../src-main/model/paper.ts'
import { codesOf, openDesk, problemsOf } from '../../support/desk.ts'

const allocation = DELIVERED_SETTINGS.tables.allocation

describe('the settings of papers', () => {
  it('are as delivered until they are set, and every delivered one fits its own shape and names no unknown gap', async () => {
    const { ask } = await openDesk()
    expect(await ask('documents.settings')).toEqual({ ...DELIVERED_SETTINGS, changed: [] })
    DocumentSettings.parse({ ...DELIVERED_SETTINGS, changed: [] })
    for (const name of TABLE_NAMES) expect(unknownGaps(name, [DELIVERED_SETTINGS.tables[name].title])).toEqual([])
    expect(unknownGaps('report', [DELIVERED_SETTINGS.report.title, DELIVERED_SETTINGS.report.body])).toEqual([])
    expect(gapsIn(DELIVERED_SETTINGS.report.body.zh)).toEqual(expect.arrayContaining(['total', 'classes']))
  })

  it('hold for the workbook too: title, number and signatures of its allocation table are those of the printed one', async () => {
    const { ask } = await openDesk()
    await ask('documents.save', { department: { zh: '某区委组织部', en: '' } })
    const settings = {
      ...allocation,
      title: { zh: '{department}{year}年分配表', en: '' },
      attachment: { zh: '附件 7', en: '' },
      signatures: [
        { zh: '经办：', en: '' },
        { zh: '审定：', en: '' },
      ],
    }
    await ask('documents.save', { table: { name: 'allocation', settings } })
    const { base64 } = await ask('workbook.export', {})
    const sheet = read(Buffer.from(base64, 'base64')).Sheets['分配表']!
    const texts = utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).flat().map(String)
    expect(texts.some((text) => text.startsWith('某区委组织部2023年分配表'))).toBe(true)
    expect(texts).toContain('附件 7')
    expect(texts.some((text) => /^经办：　+审定：$/.test(text))).toBe(true)
  })

  it('are kept in the plan file, told in the log, undone, and put back', async () => {
    const { ask, close, folder } = await openDesk()
    const settings = {
      ...allocation,
      paper: 'A3' as const,
      title: { zh: '{department}{year}年分配表', en: '' },
      columns: [
        { key: 'name', width: 30 },
        { key: 'amount', width: 70 },
      ],
    }
    await ask('documents.save', { table: { name: 'allocation', settings } })
    await ask('documents.save', { department: { zh: '中共某区委组织部', en: '' } })
    expect(await ask('documents.settings')).toMatchObject({
      department: { zh: '中共某区委组织部' },
      tables: { allocation: settings },
      changed: ['department', 'allocation'],
    })
    const [step, tableStep] = await ask('history.list', {})
    expect([step!.said, tableStep!.said]).toEqual([
      { zh: '单位名称', en: 'Name of the department' },
      { zh: '分配表', en: 'Allocation table' },
    ])
    expect((await ask('history.changes', { step: tableStep!.id })).rows.map((each) => each.told)).toEqual([
      {
        name: { zh: '分配表', en: 'Allocation table' },
        field: { zh: '纸张', en: 'Paper' },
        before: { zh: 'A4', en: 'A4' },
        after: { zh: 'A3', en: 'A3' },
      },
      expect.objectContaining({
        field: { zh: '标题', en: 'Title' },
        before: { zh: allocation.title.zh, en: allocation.title.en },
        after: { zh: '{department}{year}年分配表', en: '' },
      }),
      expect.objectContaining({
        field: { zh: '栏目', en: 'Columns' },
        before: { zh: `${allocation.columns.length}项`, en: String(allocation.columns.length) },
        after: { zh: '2项', en: '2' },
      }),
    ])
    expect((await ask('history.changes', { step: step!.id })).rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subject: 'documentSetting', name: '单位名称', field: 'zh', after: '中共某区委组织部' }),
      ]),
    )
    await close()
    const again = await openDesk(folder)
    expect((await again.ask('documents.settings')).tables.allocation).toEqual(settings)
    await again.ask('documents.reset', { name: 'allocation' })
    expect((await again.ask('documents.settings')).tables.allocation).toEqual(allocation)
    await again.ask('history.undo')
    expect((await again.ask('documents.settings')).tables.allocation).toEqual(settings)
  })

  it('refuse gaps that mean nothing, and say which there are', async () => {
    const { ask } = await openDesk()
    const refused = await problemsOf(
      ask('documents.save', { table: { name: 'allocation', settings: { ...allocation, title: { zh: '{yaer} 年分配表', en: '' } } } }),
    )
    expect(refused).toEqual([
      expect.objectContaining({
        code: 'document.gapUnknown',
        params: { text: '{yaer} 年分配表', gap: '{yaer}', known: expect.stringContaining('{year}') },
      }),
    ])
    expect(await codesOf(ask('documents.save', { report: { ...DELIVERED_SETTINGS.report, body: { zh: '共 {totall}', en: '' } } }))).toEqual(
      ['document.gapUnknown'],
    )
    expect((await ask('documents.settings')).changed).toEqual([])
  })

  it.each([
    ['more decimals than 元 has', { unit: 'yuan', decimals: 3 }],
    ['seven decimals', { unit: 'wan', decimals: 7 }],
    [
      'a column twice',
      {
        columns: [
          { key: 'name', width: 1 },
          { key: 'name', width: 2 },
        ],
      },
    ],
    ['another paper', { paper: 'B5' }],
  ])('refuse %s', (_what, wrong) => expect(TableSettings.safeParse({ ...allocation, ...wrong }).success).toBe(false))

  it('refuse a table without a column, unless its columns are not chosen here', () => {
    const accepted = TABLE_NAMES.filter(
      (name) => SetTable.safeParse({ name, settings: { ...DELIVERED_SETTINGS.tables[name], columns: [] } }).success,
    )
    expect(accepted.toSorted()).toEqual(['certificate', 'community', 'filing', 'publication', 'request', 'selfEvaluation', 'statistics'])
  })

  it('count as changed where a paper has its own, and not for the signatures that all have in common', async () => {
    const { ask } = await openDesk()
    const signatures = [{ zh: '制表：', en: '' }]
    await ask('documents.sign', { signatures })
    expect((await ask('documents.settings')).changed).toEqual([])
    await ask('documents.save', { table: { name: 'allocation', settings: { ...allocation, signatures, decimals: 2, unit: 'wan' } } })
    expect((await ask('documents.settings')).changed).toEqual(['allocation'])
    await ask('documents.save', { table: { name: 'payers', settings: { ...DELIVERED_SETTINGS.tables.payers, signatures: [] } } })
    expect((await ask('documents.settings')).changed).toEqual(['allocation', 'payers'])
  })

  it('of the statistics stand beside the choice of their columns, in the plan and in the log', async () => {
    const { ask } = await openDesk()
    const { settings: chosen } = await ask('statistics.get', {})
    await ask('statistics.configure', { ...chosen, title: '本区统计' })
    const settings = { ...DELIVERED_SETTINGS.tables.statistics, signatures: [{ zh: '统计员：', en: '' }] }
    await ask('documents.save', { table: { name: 'statistics', settings } })
    expect((await ask('documents.settings')).tables.statistics).toEqual(settings)
    expect((await ask('statistics.get', {})).settings.title).toBe('本区统计')
    const [step] = await ask('history.list', {})
    expect(
      (await ask('history.changes', { step: step!.id })).rows.map((each) => [
        each.told!.name!.zh,
        each.told!.field.zh,
        each.told!.after.zh,
      ]),
    ).toEqual([['统计表版式', '落款栏', '统计员：']])
    await ask('documents.reset', { name: 'statistics' })
    expect([(await ask('documents.settings')).changed, (await ask('statistics.get', {})).settings.title]).toEqual([[], '本区统计'])
  })
})

describe('a PDF', () => {
  it('is refused in words where the host has no way to make one', async () => {
    const { ask } = await openDesk()
    expect(await codesOf(ask('document.pdf', { table: 'allocation' }))).toEqual(['document.noBrowser'])
  })

  it('of an adopted plan is made of what is kept with it, and refused for other papers and numbers', async () => {
    const { ask } = await openDesk()
    const { id } = await ask('plan.adopt', { title: '定稿' })
    const refused = (table: TableName, adopted: string) => codesOf(ask('document.pdf', { table, query: { adopted } }))
    for (const table of TABLE_NAMES) {
      const isKept = ['allocation', 'classification', 'payers', 'statement', 'certificate'].includes(table)
      expect([table, await refused(table, `${id}`), await refused(table, '99')]).toEqual([
        table,
        ...(isKept ? [['document.noBrowser'], ['plan.adoptedUnknown']] : [['document.presentOnly'], ['document.presentOnly']]),
      ])
    }
    expect(await refused('payers', '')).toEqual(['plan.adoptedUnknown'])
  })
})
