import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { tablesIn } from '../support/printed-table.ts'
import { sheetsOf, textOf } from '../support/printed-words.ts'
import { startPrintingHost, whyNot, type PrintingHost } from './printing-host.ts'

const reason = whyNot()
/** Lines of a note above the signatures: so many that they hardly ever fit below the last rows of a sheet. */
const NOTES = [8, 11, 14]
let host: PrintingHost
beforeAll(async () => {
  if (reason === null) host = await startPrintingHost()
})
afterAll(() => host?.end())
beforeEach((context) => {
  if (reason !== null) context.skip(reason)
})

it('nobody signs a sheet without a row of the table, wherever the table ends', { timeout: 120_000 }, async () => {
  const { tables } = await host.ask('documents.settings')
  const names = (await host.ask('communities.list')).map((each) => each.name)
  for (const lines of NOTES) {
    const zh = Array.from({ length: lines }, (_, at) => `附注${at}`).join('\n')
    await host.ask('documents.save', { table: { name: 'allocation', settings: { ...tables.allocation, note: { zh, en: '' } } } })
    const file = await host.print('allocation')
    const last = sheetsOf(file).length
    const [sheet] = sheetsOf(file, { from: last, to: last })
    expect(textOf(sheet!)).toContain('制表人:')
    const { rows } = tablesIn(file, { from: last, to: last })
    expect(
      rows.filter(({ cells }) => names.some((name) => cells.includes(name))),
      `${lines} lines`,
    ).not.toEqual([])
  }
})
