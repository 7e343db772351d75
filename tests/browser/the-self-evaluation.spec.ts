import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { shell } from './screens/shell.ts'

test('the self-evaluation is filled from the plan, mended by hand, explained, and printed', async ({ page }) => {
  await goTo(page, '绩效自评')
  const row = (name: string) => page.locator('[data-item]').filter({ has: page.getByRole('button', { name, exact: true }) })
  const total = page.locator('[data-total]')
  const dialog = shell.dialog(page)
  await expect(page.locator('[data-budget] td').last()).toHaveText('7.90')
  await expect(total).toContainText('还有 9 项未知，未计分')

  await page.getByRole('button', { name: '居民满意度' }).click()
  await dialog.getByLabel('实际完成值（%）').fill('很满意')
  await expect(dialog.getByText('请填不小于 0 的数')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '确定' })).toBeDisabled()
  await dialog.getByLabel('实际完成值（%）').fill('81%')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(row('居民满意度')).toContainText('81% 填报109.00未达指标值，请说明原因和改进措施')
  await expect(total).toContainText('26.70')

  await page.getByRole('button', { name: '社区环境和服务持续改善' }).click()
  await dialog.getByLabel('完成档次').selectOption('部分达成年度指标并具有一定效果')
  await dialog.getByLabel('评分比例（%）').fill('90')
  await expect(dialog.getByRole('button', { name: '确定' })).toBeDisabled()
  await dialog.getByLabel('评分比例（%）').fill('75')
  await dialog.getByLabel('偏差原因分析及改进措施').fill('部分院落尚未完工')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(row('社区环境和服务持续改善')).toContainText('75% 107.50部分院落尚未完工')

  await page.getByRole('button', { name: '自评指标……' }).click()
  await dialog.getByLabel('居民满意度: 分值').fill('20')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText('满意度指标合计 20 分，办法规定为 10 分')).toBeVisible()
  await undo(page)
  await expect(page.getByText('满意度指标合计 20 分')).toHaveCount(0)

  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect(page.getByRole('heading', { name: '2023年项目支出绩效自评表' })).toBeVisible()
  await expect(total).toContainText('34.20')
})
