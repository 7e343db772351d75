import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'

test('one page tells everything about a community, by Ctrl+K and from the tables', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('ganhetan')
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /甘河滩社区/ })
    .click()
  const own = page.getByRole('region', { name: '甘河滩社区' })
  await expect(own).toContainText('D类社区')
  await expect(own.getByRole('region', { name: '历年经费' })).toContainText('2023')
  const indicators = own.getByRole('region', { name: '指标及在同类社区中的位置' })
  await expect(indicators.getByRole('row', { name: /常住人口/ })).toContainText('/ 20')
  const work = own.getByRole('region', { name: '本类别的措施、任务和服务' })
  await expect(work).toContainText('党员中心户联系')
  await expect(work).not.toContainText('楼院安全巡查')

  // The value leads to its cell, and what is chosen stays chosen on the other pages.
  await work.getByRole('link', { name: '若换成其他类别' }).click()
  await expect(page.getByRole('combobox', { name: '选择社区' })).toHaveValue(/.+/)
  await goTo(page, '社区详情')
  await expect(own).toBeVisible()

  await goTo(page, '分类')
  await page.getByRole('link', { name: '打开社区详情' }).click()
  await expect(own).toBeVisible()
})
