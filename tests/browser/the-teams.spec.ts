import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { shell } from './screens/shell.ts'

test('33 teams are posted, two communities moved by hand, what breaks is told and put right, and the table is printed', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await goTo(page, '服务队')
  await page.getByRole('button', { name: '求解派驻' }).click()
  const teams = page.getByRole('region', { name: '按队' })
  await expect(teams.locator('tbody tr')).toHaveCount(33, { timeout: 60_000 })
  await expect(page.getByText(/已证明.*相差 \d\.\d\d个百分点/)).toBeVisible()
  // Nobody is posted today: there is nothing to compare with, which is not "0 changed".
  await expect(shell.said(page)).toContainText('还没有现行派驻可比')
  await expect(page.locator('.figures').getByText('还没有现行派驻')).toBeVisible()
  await expect(teams.getByRole('columnheader', { name: '调整前人均' })).toBeHidden()

  await teams.getByRole('button', { name: '第33队' }).click()
  const panel = page.getByRole('complementary', { name: '社区' })
  await expect(panel.getByText(/人均.*分；全部服务队平均.*分。/)).toBeVisible()
  await expect(panel.getByText('起作用的要求：一支队只服务一个街道或相邻街道。')).toBeVisible()

  const broken = page.getByText(/不满足的要求（\d+）/)
  await panel.getByRole('combobox').first().selectOption('1')
  await expect(broken).toBeVisible()
  await panel.getByRole('row').nth(1).dragTo(teams.locator('[data-team="2"]'))
  await expect(page.getByText('不满足的要求（2）')).toBeVisible()
  // What she moved stays, unless she lets it go; what the repair does to evenness is told.
  await page.getByRole('checkbox', { name: '改派过的 2 个社区不动' }).uncheck()
  await page.getByRole('button', { name: '以最少调整满足要求' }).click()
  await expect(shell.said(page)).toContainText(/已调整 2 个社区，要求全部满足；不均衡度 [\d.]+% → [\d.]+%/)
  await expect(broken).toBeHidden()
  await undo(page)
  await expect(page.getByText('不满足的要求（2）')).toBeVisible()
  await undo(page)
  await undo(page)
  await expect(broken).toBeHidden()
  await expect(page.getByText(/已证明/)).toBeVisible()

  await page.getByRole('button', { name: '打印派驻表' }).click()
  await expect(page.getByRole('heading', { name: /组团式下沉服务队派驻表/ })).toBeVisible()
  // The team stands above its communities, its sum below.
  const rows = page.locator('tbody tr')
  await expect(rows.first()).toHaveText(/第1队　[34]人（公安 1、城管 [12].*）/)
  await expect(rows.filter({ hasText: '第33队' })).toHaveText(/第33队　4人/)
  await expect(rows.filter({ hasText: /小计：\d+ 个社区，人均 [\d.]+ 分/ })).toHaveCount(33)
})

test('demands follow what is saved, undone and of another tab; a community without a team is listed, posted and printed', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await goTo(page, '服务队')
  await page.getByRole('navigation', { name: '服务队' }).getByRole('button', { name: '要求' }).click()
  const teams = page.getByLabel('服务队数')
  const save = page.getByRole('button', { name: '保存要求' })
  await expect(teams).toHaveValue('33')
  await teams.fill('34')
  await save.click()
  await expect(save).toBeDisabled()
  await expect(teams).toHaveValue('34')
  await undo(page)
  await expect(teams).toHaveValue('33')

  await page.getByRole('navigation', { name: '服务队' }).getByRole('button', { name: '派驻' }).click()
  await page.getByRole('button', { name: '求解派驻' }).click()
  const list = page.getByRole('region', { name: '按队' })
  await list.getByRole('button', { name: '第33队' }).click()
  const panel = page.getByRole('complementary', { name: '社区' })
  const posts = panel.getByRole('combobox')
  const count = await posts.count()
  await posts.first().selectOption('')
  await expect(posts).toHaveCount(count - 1)
  const none = list.getByRole('row', { name: /无服务队/ })
  await expect(none.getByRole('cell').nth(2)).toHaveText('1')
  await page.getByRole('button', { name: '打印派驻表' }).click()
  await expect(page.getByRole('heading', { name: /组团式下沉服务队派驻表/ })).toBeVisible()
  await expect(page.getByText('无服务队').first()).toBeVisible()
  await page.goBack()
  await none.getByRole('button').click()
  await posts.first().selectOption('33')
  await expect(none).toBeHidden()
})

test('neighbours are pasted as a list, whose wrong line is told; a bureau that is renamed loses the English name of another', async ({
  page,
}) => {
  await goTo(page, '服务队')
  await page.getByRole('navigation', { name: '服务队' }).getByRole('button', { name: '要求' }).click()
  await page.getByRole('button', { name: '粘贴名单' }).click()
  const list = page.getByRole('textbox', { name: /每行一个街道/ })
  await list.fill('人民街街道\t南滩街道、仓门街\n总寨镇\t礼让街街道')
  await page.getByRole('button', { name: '读入名单' }).click()
  await expect(page.getByRole('alert')).toContainText(/“仓门街”不是本年度方案里的街道.*第 1 行/)
  await list.fill('人民街街道\t南滩街道、仓门街街道\n总寨镇\t礼让街街道')
  await page.getByRole('button', { name: '读入名单' }).click()
  await expect(page.getByRole('status').filter({ hasText: '读入 3 对，另有 0 对已在名单中' })).toBeVisible()
  await page.getByLabel('单位', { exact: true }).first().fill('交警')
  const save = page.getByRole('button', { name: '保存要求' })
  await save.click()
  await expect(save).toBeDisabled()
  const pairs = page.getByRole('list', { name: '相邻街道' }).getByRole('listitem')
  await expect(pairs).toHaveText([/人民街街道 — .*南滩街道/, /人民街街道 — .*仓门街街道/, /总寨镇 — .*礼让街街道/])
  await pairs.first().getByRole('button').click()
  await expect(pairs).toHaveCount(2)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByLabel('Bureau', { exact: true }).first()).toHaveValue('交警')
})

test('duties of service teams stand in the work plan and on its paper', async ({ page }) => {
  await goTo(page, '服务队')
  await page.getByRole('navigation', { name: '服务队' }).getByRole('button', { name: '职责' }).click()
  const cell = page.locator('.rgCell[data-column="1 planned"]').first()
  await cell.click()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect(cell).toHaveText('12')
  await goTo(page, '工作计划')
  const duties = page.getByRole('region', { name: '服务队职责' })
  await expect(duties.getByRole('row', { name: /治理清单/ })).toContainText('12')
  await page.getByRole('button', { name: /^打印/ }).click()
  await expect(page.getByText('服务队职责合计').first()).toBeVisible()
})
