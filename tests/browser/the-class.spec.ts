import { cellOf, findCommunity, select } from './actions/edit.ts'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { overview } from './screens/overview.ts'
import { results } from './screens/results.ts'
import { shell } from './screens/shell.ts'

test('every known community comes out in its class, and says why', async ({ page }) => {
  await goTo(page, '分类')
  const known = { 祁连路西社区: 'B', 山川社区: 'C', 金十字社区: 'C', 甘河滩社区: 'D' }
  for (const [name, key] of Object.entries(known)) {
    await results.search(page).fill(name)
    await expect(results.rows(page)).toHaveCount(1)
    await results.row(page, name).click()
    const panel = results.panel(page)
    await expect(panel).toContainText(`${key}类社区`)
    await expect(panel).toContainText('规则逐条对照')
    await expect(panel.locator('.rules > li.true')).toHaveCount(1)
    await expect(panel.locator('.rules > li.true .finding .value').first()).toContainText('现为')
  }
  await expect(results.panel(page)).toContainText('离其他类别有多远')
})

test('the list is filtered by class and district, searched and sorted', async ({ page }) => {
  await goTo(page, '分类')
  await results.filterByClass(page).selectOption('C')
  await expect(page.getByText('显示 22 / 180')).toBeVisible()
  await results.filterByDistrict(page).selectOption('城北区')
  const inNorth = await results.rows(page).count()
  expect(inNorth).toBeGreaterThan(0)
  expect(inNorth).toBeLessThan(22)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByRole('columnheader', { name: '类别', exact: true }).getByRole('button').click()
  await expect(results.rows(page).first()).toContainText('A')
  await page.getByRole('columnheader', { name: '类别', exact: true }).getByRole('button').click()
  await expect(results.rows(page).first()).toContainText('D')
  await expect(page.getByRole('columnheader', { name: '类别', exact: true })).toHaveAttribute('aria-sort', 'descending')
})

test('a class is set by hand with a reason, changes the money, is marked, and is taken back', async ({ page }) => {
  await goTo(page, '分类')
  await results.search(page).fill('山川社区')
  await results.row(page, '山川社区').click()
  const form = results.override(page)
  await form.getByRole('button', { name: '人工定类……' }).click()
  await form.getByLabel('定为').selectOption('B')
  await expect(form.getByRole('button', { name: '定为此类' })).toBeDisabled()
  await form.getByLabel('理由').fill('建材市场搬迁后以老旧楼院为主')
  await form.getByRole('button', { name: '定为此类' }).click()
  await expect(shell.said(page)).toContainText('山川社区已定为B类社区')
  await expect(results.row(page, '山川社区')).toContainText('人工')
  await expect(results.panel(page)).toContainText('按办法应为C类社区')
  await expect(results.panel(page)).toContainText('建材市场搬迁后以老旧楼院为主')

  await goTo(page, '总览')
  await expect(overview.figure(page, 'total')).toHaveText('3,605万元')
  await goTo(page, '分类')
  await results.filterByClass(page).selectOption('overridden')
  await expect(results.rows(page)).toHaveCount(1)
  await results.row(page, '山川社区').click()
  await results.override(page).getByRole('button', { name: '取消人工定类' }).click()
  await expect(results.rows(page)).toHaveCount(0)
  await goTo(page, '总览')
  await expect(overview.figure(page, 'total')).toHaveText('3,590万元')
})

test('a community whose class can’t be decided says what it lacks', async ({ page }) => {
  await goTo(page, '社区指标')
  await findCommunity(page, '祁连路西社区')
  await select(await cellOf(page, '祁连路西社区', 'residents'))
  await page.keyboard.press('Delete')
  await expect(shell.said(page)).toContainText('已保存 1 格')
  await goTo(page, '总览')
  await expect(overview.figure(page, 'undecided')).toHaveText('1')
  await page.getByRole('link', { name: '查看未定类的社区' }).click()
  await expect(results.rows(page)).toHaveCount(1)
  await results.row(page, '祁连路西社区').click()
  await expect(results.panel(page)).toContainText('还需要的指标')
  await expect(results.panel(page).locator('.needs li')).toHaveText(['常住人口'])
  await undo(page)
  await expect(results.rows(page)).toHaveCount(0)
})

test('the panel follows the arrow keys and closes with Escape', async ({ page }) => {
  await goTo(page, '分类')
  await results.rows(page).first().click()
  const first = await results.panel(page).getByRole('heading', { level: 2 }).textContent()
  await page.getByRole('region', { name: '分类', exact: true }).press('ArrowDown')
  await expect(results.panel(page).getByRole('heading', { level: 2 })).not.toHaveText(first!)
  await page.keyboard.press('Escape')
  await expect(results.panel(page)).toHaveCount(0)
})
