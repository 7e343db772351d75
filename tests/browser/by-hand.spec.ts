import type { Locator, Page } from '@playwright/test'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { comparison } from './screens/comparison.ts'
import { overview } from './screens/overview.ts'
import { results } from './screens/results.ts'
import { shell } from './screens/shell.ts'
import { years } from './screens/year-round.ts'

/** The report of classes set by hand, and the dialog for many of them. */
const report = {
  dialog: (page: Page): Locator => page.getByRole('dialog'),
  lock: (page: Page): Locator => page.getByRole('button', { name: '批量定类、锁定……' }).first(),
  line: (page: Page, name: string): Locator =>
    page.locator('.row-table tbody tr').filter({ has: page.getByRole('button', { name, exact: true }) }),
  figure: (page: Page, key: string): Locator => page.locator(`[data-figure="${key}"]`),
}

/** Marks communities in the dialog by searching each. */
async function mark(page: Page, names: string[]): Promise<void> {
  const dialog = report.dialog(page)
  for (const name of names) {
    await dialog.getByRole('searchbox').fill(name)
    await dialog.getByRole('checkbox', { name: `勾选：${name}` }).check()
  }
}

test('a class set by hand has a reason, a document and an end, is marked wherever it is shown, and the report tells what it costs', async ({
  page,
}) => {
  await goTo(page, '分类')
  await results.search(page).fill('山川社区')
  await results.row(page, '山川社区').click()
  const form = results.override(page)
  await form.getByRole('button', { name: '人工定类……' }).click()
  await form.getByLabel('定为').selectOption('B')
  await form.getByLabel('理由').fill('建材市场搬迁')
  await form.getByLabel('依据文件').fill('纪要〔2023〕3号')
  await form.getByLabel('有效期至').fill('2024')
  await form.getByRole('button', { name: '定为此类' }).click()
  await expect(form).toContainText('有效期至 2024 年')

  const pencil = (place: Locator): Locator => place.getByRole('img', { name: '人工定类' })
  await expect(pencil(results.row(page, '山川社区'))).toHaveCount(1)
  await goTo(page, '分配')
  await results.search(page).fill('山川社区')
  await expect(pencil(page.locator('.row-table tbody tr.line'))).toHaveCount(1)
  await goTo(page, '总览')
  await expect(page.getByRole('region', { name: '类别流向' })).toContainText('B 类 67 个 ✎1')
  await goTo(page, '方案比较')
  await page.getByRole('combobox', { name: '列出' }).selectOption('byHand')
  await expect(pencil(comparison.rows(page))).toHaveCount(1)
  await goTo(page, '分配')
  await page.getByRole('button', { name: '打印分配表' }).click()
  await expect(page.locator('tr').filter({ hasText: '山川社区' })).toContainText('B ✎')
  await expect(page.getByText('✎ 为人工定类，共 1 个社区。')).toBeVisible()
  await page.getByRole('button', { name: '返回' }).click()

  await goTo(page, '人工定类')
  await expect(report.line(page, '山川社区')).toContainText('建材市场搬迁；纪要〔2023〕3号')
  await expect(report.line(page, '山川社区').locator('td').nth(6)).toHaveText('+15')
  await expect(report.line(page, '山川社区')).toContainText('2024 年')
  await expect(report.figure(page, 'together')).toContainText('+15万元')
})

test('many are locked at the class they have as one step, are unlocked as one step, and both are undone', async ({ page }) => {
  await goTo(page, '人工定类')
  await report.lock(page).click()
  await mark(page, ['祁连路西社区', '甘河滩社区'])
  const dialog = report.dialog(page)
  await dialog.getByLabel('理由').fill('年内不再调整')
  await dialog.getByRole('button', { name: '定类 2 个' }).click()
  await expect(shell.said(page)).toContainText('已人工定类 2 个社区')
  await expect(report.line(page, '祁连路西社区').locator('td').nth(6)).toHaveText('0')
  await goTo(page, '总览')
  await expect(overview.figure(page, 'total')).toHaveText('3,590万元')

  await goTo(page, '人工定类')
  await report.lock(page).click()
  await mark(page, ['祁连路西社区', '金十字社区'])
  await dialog.getByLabel('定为').selectOption('D')
  await dialog.getByLabel('理由').fill('统一')
  await dialog.getByRole('button', { name: '定类 2 个' }).click()
  await expect(report.figure(page, 'count')).toContainText('3')
  await expect(report.figure(page, 'together')).toContainText('-25万元')
  await expect(report.figure(page, 'sum')).toContainText('与合在一起的费用相等')

  await page.getByRole('checkbox', { name: '全选' }).check()
  await page.getByRole('button', { name: '取消所选 3 个' }).click()
  await expect(shell.said(page)).toContainText('已取消 3 个社区的人工定类')
  await expect(page.getByText('本年度没有人工定类的社区')).toBeVisible()
  await undo(page)
  await expect(report.figure(page, 'count')).toContainText('3')
  await undo(page)
  await expect(report.line(page, '金十字社区')).toHaveCount(0)
})

test('a class whose end has passed counts no longer and is shown so; a new year names it and leaves it behind', async ({ page }) => {
  await shell.year(page).selectOption('2026')
  await goTo(page, '人工定类')
  const dialog = report.dialog(page)
  for (const [name, expires] of [
    ['祁连路西社区', '2025'],
    ['山川社区', '2026'],
    ['甘河滩社区', ''],
  ] as const) {
    await report.lock(page).click()
    await mark(page, [name])
    await dialog.getByLabel('定为').selectOption('A')
    await dialog.getByLabel('理由').fill(`核实${name}`)
    await dialog.getByLabel('有效期至').fill(expires)
    if (expires === '2025') await expect(dialog).toContainText('早于 2026 年')
    await dialog.getByRole('button', { name: '定类 1 个' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await expect(report.line(page, '祁连路西社区')).toContainText('已过期')
  await expect(report.figure(page, 'count')).toContainText('另有 1 个已不起作用')
  await report.line(page, '祁连路西社区').getByRole('button', { name: '祁连路西社区', exact: true }).click()
  await expect(results.panel(page)).toContainText('B类社区 由规则决定')
  await expect(results.panel(page).getByRole('region', { name: '人工定类' })).toContainText('已过期')

  await goTo(page, '年度')
  await years.start(page).click()
  await dialog.getByLabel('人工定类').selectOption('keep')
  await dialog.getByRole('button', { name: '开始新年度' }).click()
  const toMind = page.getByRole('region', { name: '开始新年度时需要留意' })
  await expect(toMind).toContainText('人工定类“A”有效期至2026年，没有带入新年度（原因：核实山川社区）')
  await expect(toMind).toContainText('有效期至2025年')
  await goTo(page, '人工定类')
  await expect(page.locator('.row-table tbody tr:not(.space)')).toHaveCount(1)
  await expect(report.line(page, '甘河滩社区')).toContainText('长期有效')
})
