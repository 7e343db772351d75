import type { Page } from '@playwright/test'
import { download, textsOf } from './actions/desk.ts'
import { cellOf } from './actions/edit.ts'
import { goTo } from './actions/go.ts'
import { openYear } from './actions/year-round.ts'
import { adoptThePlan } from './actions/adopt.ts'
import {
  beginAPlan,
  classOf,
  deliver,
  filledIn,
  financeSheet,
  forestStreet,
  northStreet,
  oldTown,
  takeOut,
  templateFilledIn,
} from './actions/whole-year.ts'
import { expect, test } from './host.ts'
import { desk } from './screens/desk.ts'
import { importPage } from './screens/import.ts'
import { overview } from './screens/overview.ts'
import { results } from './screens/results.ts'
import { ledger, years } from './screens/year-round.ts'
import { shell } from './screens/shell.ts'

const stateOf = (page: Page, subdistrict: string) =>
  page.getByRole('region', { name: '各街道（镇）' }).locator('tbody tr').filter({ hasText: subdistrict })

test('a district does its whole year: sheets out, three messy ones in, mended, classified, allocated, adopted, spent, and on to the next year', async ({
  page,
}) => {
  test.setTimeout(240_000)

  await test.step('a plan is begun, and the empty sheet goes out to the subdistricts', async () => {
    await beginAPlan(page, '新城区', 2025)
    await goTo(page, '导入')
    const template = await download(page, page.getByRole('button', { name: '下载填报模板' }))
    expect(template.name).toBe('2025年社区基本情况表（填报模板）.xlsx')
    expect(textsOf(template.bytes).texts).toContain('*常住人口（人）')
    await deliver(page, {
      '北街街道.xlsx': northStreet({ residents: '约一万' }),
      '林场镇 报.csv': forestStreet,
      '老城街道（填好的模板）.xlsx': await templateFilledIn(template.bytes, oldTown),
      '民政口径.xlsx': filledIn([
        ['单位：人'],
        ['街道', '社区', '常住人口', '流动人口'],
        ['老城街道', '钟楼社区', 9_200, 800],
        ['北街街道', '花园', 6_000, 300],
      ]),
    })
  })

  await test.step('what is wrong is said by row and column, and goes back with a comment on the cell', async () => {
    await expect(desk.file(page, '北街街道.xlsx')).toContainText('1 错误')
    await expect(importPage.problems(page)).toContainText('约一万')
    await expect(importPage.problems(page)).toContainText('社区 学府社区')
    await expect(importPage.apply(page)).toBeDisabled()
    const returned = await download(page, desk.returnSheet(page, '北街街道.xlsx'))
    const comments = Object.entries(textsOf(returned.bytes).comments).filter(([, text]) => text.includes('约一万'))
    expect(comments).toHaveLength(1)
    await takeOut(page, '北街街道.xlsx')
    await deliver(page, { '北街街道.xlsx': northStreet({ residents: 1.1 }) })
  })

  await test.step('the mended sheet is read: people in 万, rows of subtotals left out, two sheets that contradict each other decided', async () => {
    await expect(desk.files(page)).toHaveCount(4)
    await expect(importPage.count(page, 'added')).toHaveText('7')
    await expect(importPage.count(page, 'skipped')).toHaveText('3')
    await expect(desk.undecided(page)).toHaveText('1')
    await expect(desk.conflicts(page)).toContainText('9,000')
    await expect(desk.conflicts(page)).toContainText('9,200')
    await expect(importPage.apply(page)).toBeDisabled()
    await desk.choice(page, '钟楼社区的常住人口', '老城街道').check()
    await importPage.apply(page).click()
    await expect(shell.said(page)).toContainText('已导入 4 份文件：新增 7 个社区')
  })

  await test.step('nobody owes a sheet, and one missing figure matters', async () => {
    await goTo(page, '完整性')
    for (const subdistrict of ['北街街道', '老城街道', '林场镇']) await expect(stateOf(page, subdistrict)).not.toContainText('欠表')
    await expect(page.locator('[data-figure="undecided"] dd')).toHaveText('1')
    const gap = page.getByRole('region', { name: '缺什么' }).locator('tbody tr').filter({ hasText: '学府社区' })
    await gap.getByRole('button', { name: '有物业或单位管理的楼院' }).click()
    await expect(await cellOf(page, '学府社区居委会', 'managedCourtyards')).toBeFocused()
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    await expect(shell.said(page)).toContainText('已保存 1 格')
  })

  await test.step('every community has its class and its money, and the plan is adopted', async () => {
    await goTo(page, '分类')
    for (const [name, key] of [
      ['花园社区', 'A'],
      ['钟楼社区', 'B'],
      ['林场社区', 'D'],
    ] as const)
      expect(await classOf(page, name)).toBe(key)
    await goTo(page, '分配')
    await expect(results.total(page).first()).toContainText('7 个社区')
    const total = await results.total(page).nth(3).innerText()
    expect(Number(total.replaceAll(',', ''))).toBeGreaterThan(0)
    await adoptThePlan(page, '2025年分配方案')
    await goTo(page, '总览')
    await expect(overview.figure(page, 'undecided')).toHaveText('0')
  })

  await test.step('at the end of the year the finance office delivers what was spent, in 万元', async () => {
    await goTo(page, '经费使用')
    const sheet = await download(page, ledger.exportSheet(page))
    await ledger.file(page).setInputFiles({ name: sheet.name, mimeType: 'application/octet-stream', buffer: sheet.bytes })
    await expect(ledger.count(page, 'changed')).toHaveText('0')
    await page.getByRole('button', { name: '放弃' }).click()
    await ledger.file(page).setInputFiles({ name: '财政.xlsx', mimeType: 'application/octet-stream', buffer: financeSheet })
    await expect(ledger.count(page, 'changed')).toHaveText('4')
    await ledger.apply(page).click()
    await expect(shell.said(page)).toContainText('已导入：修改 4 个金额')
    await expect(ledger.district(page, 'total').nth(1)).toHaveText('2 / 7')
  })

  await test.step('the next year is started from this one; whoever delivers the very same sheet no longer owes one', async () => {
    await goTo(page, '年度')
    await years.start(page).click()
    await page.getByRole('dialog').getByRole('button', { name: '开始新年度' }).click()
    await expect(shell.said(page)).toContainText('已开始 2026 年：7 个社区，带入 0 个人工定类、2 个社区的结余')
    await goTo(page, '完整性')
    for (const subdistrict of ['北街街道', '老城街道', '林场镇']) await expect(stateOf(page, subdistrict)).toContainText('欠表')
    await goTo(page, '导入')
    await deliver(page, { '北街街道.xlsx': northStreet({ residents: 1.1 }) })
    await expect(importPage.count(page, 'changed')).toHaveText('0')
    await importPage.apply(page).click()
    await expect(shell.said(page)).toContainText('已导入')
    await goTo(page, '完整性')
    await expect(stateOf(page, '北街街道')).not.toContainText('欠表')
    await expect(stateOf(page, '北街街道').getByTitle('最近交来的文件：北街街道.xlsx')).toBeVisible()
    await expect(stateOf(page, '老城街道')).toContainText('欠表')
  })

  await test.step('the year that is over is as it was adopted, and the log holds every step', async () => {
    await openYear(page, 2025)
    await goTo(page, '方案文件')
    await expect(page.getByRole('region', { name: '定稿' }).locator('tbody tr')).toContainText(['2025年分配方案'])
    await goTo(page, '变更记录')
    await page.getByRole('button', { name: '核验记录' }).click()
    await expect(page.locator('.finding')).toContainText('记录完整')
  })
})
