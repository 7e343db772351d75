import { cellOf, findCommunity, type } from './actions/edit.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { log } from './screens/log.ts'
import { shell } from './screens/shell.ts'

test.describe('on a computer on which nobody has changed anything yet', () => {
  test.use({ operator: '' })

  test('the first change asks for a name, is done under it, and the next start shows it', async ({ page }) => {
    await goTo(page, '变更记录')
    await expect(log.steps(page)).toHaveCount(1)
    await expect(page.locator('main')).not.toContainText('未署名')
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await type(page, await cellOf(page, '山川社区', 'residents'), '17,123')
    const dialog = shell.dialog(page)
    await expect(dialog).toContainText('先写上您的姓名')
    await dialog.getByRole('button', { name: '确定' }).click()
    await expect(dialog.getByRole('alert')).toContainText('请填写姓名')
    await dialog.getByLabel('操作人').fill('张敏')
    await page.keyboard.press('Enter')
    await expect(shell.said(page)).toContainText('已保存 1 格')
    await goTo(page, '变更记录')
    await expect(log.steps(page).first()).toContainText('张敏')
    await expect(page.locator('main')).not.toContainText('未署名')

    await page.reload()
    await expect(shell.operator(page)).toHaveText('操作人：张敏')
    await expect(shell.toast(page)).toContainText('现在的操作人：张敏')
    await shell.operator(page).click()
    await dialog.getByLabel('操作人').fill('李强')
    await page.keyboard.press('Enter')
    await expect(shell.operator(page)).toHaveText('操作人：李强')
  })

  test('who gives no name has changed nothing; who chooses not to sign stands in the log as 未署名', async ({ page }) => {
    await goTo(page, '年度')
    await page.getByRole('button', { name: '开始新年度' }).click()
    const dialog = shell.dialog(page)
    await dialog.getByRole('button', { name: '开始新年度' }).click()
    await expect(page.getByRole('dialog', { name: '先写上您的姓名' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(shell.undo(page)).toBeDisabled()
    await shell.operator(page).click()
    await dialog.getByRole('checkbox', { name: /不署名/ }).check()
    await dialog.getByRole('button', { name: '确定' }).click()
    await expect(shell.operator(page)).toHaveText('操作人：未署名')
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await type(page, await cellOf(page, '山川社区', 'residents'), '17,123')
    await expect(shell.said(page)).toContainText('已保存 1 格')
    await goTo(page, '变更记录')
    await expect(log.steps(page).first()).toContainText('未署名')
    await expect(log.steps(page).last()).not.toContainText('未署名')
  })
})
