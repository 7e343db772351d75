import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { results } from './screens/results.ts'
import { shell } from './screens/shell.ts'

test('groups are folded by whoever does not need them, and stay so', async ({ page }) => {
  await expect(shell.link(page, '方案文件')).toHaveCount(0)
  await shell.group(page, '设置').click()
  await expect(shell.link(page, '方案文件')).toBeVisible()
  await shell.group(page, '推演').click()
  await expect(shell.link(page, '情景推演')).toHaveCount(0)
  await page.reload()
  await expect(shell.link(page, '方案文件')).toBeVisible()
  await expect(shell.link(page, '情景推演')).toHaveCount(0)
})

test('district and chosen community stay while the reader goes from page to page; what was searched for does not', async ({ page }) => {
  await goTo(page, '分类')
  await results.filterByDistrict(page).selectOption('城北区')
  await results.search(page).fill('祁连路西社区')
  await results.row(page, '祁连路西社区').click()
  await expect(results.panel(page)).toBeVisible()
  await goTo(page, '分配')
  await expect(results.filterByDistrict(page)).toHaveValue('城北区')
  await expect(results.search(page)).toHaveValue('')
  await expect(page.getByRole('heading', { level: 2, name: '祁连路西社区' })).toBeVisible()
})

test('the progress of the year is always there, and each step leads to its work', async ({ page }) => {
  for (const step of ['data', 'classified']) await expect(shell.progress(page, step)).toHaveAttribute('data-done', 'true')
  for (const step of ['weighed', 'adopted', 'handedIn']) await expect(shell.progress(page, step)).toHaveAttribute('data-done', 'false')
  await shell.progress(page, 'weighed').getByRole('link').click()
  await expect(shell.heading(page, '情景推演')).toBeVisible()
  await shell.progress(page, 'adopted').getByRole('link').click()
  await expect(shell.heading(page, '分配')).toBeVisible()
})
