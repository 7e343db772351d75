import { cellOf, type } from './actions/edit.ts'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'

const WEST = '祁连路西社区'

test('eight courtyards are done four years sooner; four scenarios, classes, and the least money to be done by a year', async ({ page }) => {
  await goTo(page, '楼院改造')
  await page.getByRole('button', { name: WEST }).click()
  const scenarios = page.getByRole('region', { name: '四种情况' })
  for (const said of ['2034年完成（12年）', '2030年完成（8年）', '8个楼院，早4年', '60年内不能完成'])
    await expect(scenarios).toContainText(said)
  await expect(page.getByText('8c/20 − 8c/30 = 2c/15')).toBeVisible()
  await expect(page.getByRole('region', { name: '换一个类别' }).getByRole('row', { name: /A 类/ })).toContainText('晚8年')
  await expect(page.getByRole('img', { name: /待改造楼院逐年变化/ })).toBeVisible()

  await page.getByLabel('限期完成年份').fill('2028')
  await expect(page.getByRole('status').filter({ hasText: '每年至少需要40万元' })).toContainText('少一分就要到2029年完成（7年）')
})

test('courtyards are typed; what can not be stays at its cell with the reason; undo takes the step back', async ({ page }) => {
  await goTo(page, '楼院改造')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  const count = await cellOf(page, '宁榆湾社区', 'unmanaged count')
  await type(page, count, '4')
  await expect(count).toHaveText('4')
  const unit = await cellOf(page, '宁榆湾社区', 'unmanaged unitFen')
  await type(page, unit, '0')
  await expect(page.getByRole('alert').filter({ hasText: '每院造价不能为零' }).first()).toBeVisible()
  await expect(unit).toHaveText('0')
  await type(page, unit, '15万元')
  await expect(unit).toHaveText('150000')
  await page.getByRole('button', { name: '改造计划', exact: true }).click()
  await expect(page.getByRole('row', { name: /宁榆湾社区/ })).toContainText('2024年完成（2年）')
  await undo(page)
  await expect(page.getByRole('row', { name: /宁榆湾社区/ })).toContainText('2026年完成（4年）')
})

test('kinds and prices are set for all, and the plans follow', async ({ page }) => {
  await goTo(page, '楼院改造')
  await page.getByRole('button', { name: '种类和设定' }).click()
  await page.getByLabel('每院造价').first().fill('450000')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText('造价为假定')).toBeHidden()
  await page.getByRole('button', { name: '改造计划', exact: true }).click()
  await expect(page.getByRole('row', { name: new RegExp(WEST) })).toContainText('2034年完成（12年）')
})
