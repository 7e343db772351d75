import type { Page } from '@playwright/test'
import { oneSheet, type CellInput } from '../support/spreadsheet-files.ts'
import { download } from './actions/desk.ts'
import { cellOf, findCommunity } from './actions/edit.ts'
import { goTo, undo } from './actions/go.ts'
import { openYear } from './actions/year-round.ts'
import { expect, test } from './host.ts'
import { importPage } from './screens/import.ts'
import { ledger } from './screens/year-round.ts'
import { shell } from './screens/shell.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const choose = (page: Page, name: string, rows: CellInput[][]): Promise<void> =>
  ledger.file(page).setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(oneSheet(rows)) })
const finance = (spent: CellInput): CellInput[][] => [
  ['服务群众专项经费执行情况'],
  ['', '', '', '', '单位：万元'],
  ['街道', '社区', '2026年下达', '实际支出', '年末结余'],
  ['朝阳街道', '山川', 15, spent, 5],
  ['朝阳街道', '祁连路西社区居委会', 30, '28.5', 1.5],
  ['朝阳街道', '小计', 45, null, 6.5],
]

test.describe('the ledger and files', () => {
  test.beforeEach(async ({ page }) => {
    await openYear(page, 2026)
    await goTo(page, '经费使用')
  })

  test('a file of amounts says what is wrong by row and column, is mended, and is taken as one step that one undo takes back', async ({
    page,
  }) => {
    await choose(page, '财政.xlsx', finance('十万'))
    await expect(page.getByRole('region', { name: '导入 2026 年台账：财政.xlsx' })).toBeVisible()
    await expect(ledger.count(page, 'rows')).toHaveText('2')
    await expect(ledger.count(page, 'skipped')).toHaveText('1')
    await expect(importPage.problems(page)).toContainText('十万')
    await expect(importPage.problems(page)).toContainText('第 4 行 D 列，社区 山川')
    await expect(ledger.apply(page)).toBeDisabled()

    await choose(page, '财政.xlsx', finance(10))
    await expect(importPage.problems(page)).toHaveCount(0)
    await expect(ledger.changes(page).filter({ hasText: '山川社区' }).locator('td')).toHaveText([
      '山川社区',
      '核定',
      '–',
      '150,000',
      '表一',
      '4',
      '山川社区',
      '支出',
      '–',
      '100,000',
      '表一',
      '4',
      '山川社区',
      '结余',
      '–',
      '50,000',
      '表一',
      '4',
    ])
    await ledger.apply(page).click()
    await expect(shell.said(page)).toContainText('已导入：修改 6 个金额')
    await findCommunity(page, '祁连路西社区')
    await expect(await cellOf(page, '祁连路西社区', 'spent')).toHaveText('285,000')
    await expect(ledger.district(page, '城北区')).toHaveText(['城北区', '2 / 34', '45', '38.5', '6.5', '85.6%'])
    await undo(page)
    await expect(await cellOf(page, '祁连路西社区', 'spent')).toHaveText('')
  })

  test('a heading nobody knows is assigned by hand, and a file is given up without a trace', async ({ page }) => {
    await choose(page, '街道.xlsx', [
      ['街道', '社区', '花销（元）'],
      ['朝阳街道', '山川社区', 88_000],
      ['朝阳街道', '没有的社区', 1000],
    ])
    await expect(importPage.problems(page)).toContainText('花销')
    await expect(importPage.problems(page)).toContainText('没有的社区')
    await importPage.column(page, 'C 花销').selectOption({ label: '支出金额' })
    await expect(ledger.changes(page)).toHaveCount(1)
    await expect(importPage.problems(page)).not.toContainText('花销')
    await page.getByRole('button', { name: '放弃' }).click()
    await expect(page.getByRole('region', { name: '经费使用台账' })).toBeVisible()
    await findCommunity(page, '山川社区')
    await expect(await cellOf(page, '山川社区', 'spent')).toHaveText('')
  })

  test('the exported ledger comes back without a change', async ({ page }) => {
    await openYear(page, 2025)
    await goTo(page, '经费使用')
    const { name, bytes } = await download(page, ledger.exportSheet(page))
    expect(name).toBe('2025年服务群众专项经费使用台账.xlsx')
    await ledger.file(page).setInputFiles({ name, mimeType: XLSX, buffer: bytes })
    await expect(ledger.count(page, 'unchanged')).toHaveText('180')
    await expect(ledger.count(page, 'changed')).toHaveText('0')
    await expect(ledger.apply(page)).toBeDisabled()
    await expect(page.getByText('文件与台账一致')).toBeVisible()
  })

  test('a file that can not be read is said so, and the table stays', async ({ page }) => {
    await ledger
      .file(page)
      .setInputFiles({ name: '照片.xlsx', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\nnothing', 'latin1') })
    await expect(shell.refusal(page)).toContainText('照片.xlsx')
    await expect(page.getByRole('region', { name: '经费使用台账' })).toBeVisible()
  })
})
