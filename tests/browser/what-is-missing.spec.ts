import { cellOf, findCommunity, select } from './actions/edit.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'

test('a missing value that matters is told from one that does not, and leads to its cell', async ({ page }) => {
  await goTo(page, '完整性')
  await expect(page.locator('[data-figure="share"]')).toContainText('100%')
  await expect(page.getByRole('heading', { name: '没有缺漏' })).toBeVisible()

  await goTo(page, '社区指标')
  await findCommunity(page, '祁连路西社区')
  for (const column of ['residents', 'elderly']) {
    await select(await cellOf(page, '祁连路西社区', column))
    await page.keyboard.press('Delete')
    await expect(await cellOf(page, '祁连路西社区', column)).toHaveText('')
  }

  await goTo(page, '完整性')
  await expect(page.locator('[data-figure="undecided"] dd')).toHaveText('1')
  const row = page.getByRole('region', { name: '缺什么' }).locator('tbody tr').filter({ hasText: '祁连路西社区' })
  await expect(row.locator('td').nth(1)).toHaveText('未定')
  await expect(row.locator('td').nth(2)).toHaveText('常住人口')
  await expect(row.locator('td').nth(3)).toHaveText('60岁及以上老年人')
  await row.getByRole('button', { name: '常住人口' }).click()
  await expect(await cellOf(page, '祁连路西社区', 'residents')).toBeFocused()
  await page.keyboard.type('x')
  await expect(communities.editor(page)).toHaveValue('x')
})
