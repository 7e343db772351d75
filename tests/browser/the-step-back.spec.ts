import type { Page } from '@playwright/test'
import { cellOf, findCommunity, type } from './actions/edit.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { shell } from './screens/shell.ts'
import { whatIf } from './screens/what-if.ts'

/** What was done, and to what. */
const NAMED = /修改指标：山川社区 常住人口 .*17,123/
const STEP = /山川社区 常住人口 .*17,123/

/** A number is entered on the page of indicators, as the plan's last step. */
async function enterResidents(page: Page): Promise<void> {
  await goTo(page, '社区指标')
  await findCommunity(page, '山川社区')
  await type(page, await cellOf(page, '山川社区', 'residents'), '17,123')
  await expect(shell.toast(page)).toContainText('已保存 1 格')
}

test('on what-if, undo turns the slider back and forth, and leaves what was entered elsewhere alone', async ({ page }) => {
  await enterResidents(page)
  await goTo(page, '情景推演')
  await whatIf.field(page, '老旧楼院占比').fill('60')
  await expect(whatIf.value(page, 'net')).toHaveText('-165')
  await whatIf.slider(page, '流动人口占比').press('ArrowRight')
  await expect(whatIf.changes(page)).toContainText('40% → 41%')

  await page.keyboard.press('ControlOrMeta+z')
  await expect(whatIf.changes(page)).not.toContainText('40% → 41%')
  await expect(shell.said(page)).toContainText('已撤销：流动人口占比')
  await expect(whatIf.value(page, 'net')).toHaveText('-165')
  // From within the field that was typed into, too.
  await whatIf.field(page, '老旧楼院占比').press('ControlOrMeta+z')
  await expect(whatIf.field(page, '老旧楼院占比')).toHaveValue('50')
  await expect(whatIf.value(page, 'net')).toHaveText('0')
  await page.keyboard.press('ControlOrMeta+y')
  await expect(whatIf.value(page, 'net')).toHaveText('-165')
  await shell.undo(page).click()
  await expect(whatIf.value(page, 'net')).toHaveText('0')

  // Everything put back is a step of the page as well.
  await shell.redo(page).click()
  await expect(whatIf.value(page, 'net')).toHaveText('-165')
  await page.getByRole('button', { name: '全部恢复' }).click()
  await expect(whatIf.value(page, 'net')).toHaveText('0')
  await page.locator('h1').click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(whatIf.value(page, 'net')).toHaveText('-165')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(whatIf.value(page, 'net')).toHaveText('0')

  // Now nothing of the page is left: the number that was entered elsewhere is asked for by its name.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(shell.dialog(page)).toContainText('这一步是在“社区指标”做的')
  await expect(shell.dialog(page)).toContainText(NAMED)
  await shell.dialog(page).getByRole('button', { name: '取消' }).click()
  await expect(shell.undo(page)).toHaveAttribute('title', /^撤销在“社区指标”做的一步：山川社区/)
  await goTo(page, '社区指标')
  await findCommunity(page, '山川社区')
  await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('17,123')
})

test('a step of another page is undone and done again once it is confirmed; on its own page at once', async ({ page }) => {
  await enterResidents(page)
  await goTo(page, '总览')
  await shell.undo(page).click()
  await shell.dialog(page).getByRole('button', { name: '撤销这一步' }).click()
  await expect(shell.said(page)).toContainText(STEP)
  await expect(shell.undo(page)).toBeDisabled()
  // The notice offers the way back.
  await shell.toast(page).getByRole('button', { name: '重做' }).click()
  await expect(shell.said(page)).toContainText(/已重做：山川社区/)
  await shell.undo(page).click()
  await shell.dialog(page).getByRole('button', { name: '先去“社区指标”看看' }).click()
  await expect(shell.heading(page, '社区指标')).toBeVisible()
  await shell.undo(page).click()
  await expect(shell.said(page)).toContainText(/已撤销：山川社区/)
})

test('what was done is a notice with 撤销, and stays in a list of the last ones', async ({ page }) => {
  await enterResidents(page)
  await shell.toast(page).getByRole('button', { name: '撤销' }).click()
  await expect(shell.said(page)).toContainText(/已撤销：山川社区/)
  await expect(shell.undo(page)).toBeDisabled()
  await shell.recent(page).click()
  const list = page.getByRole('dialog', { name: '最近的操作' })
  await expect(list.getByRole('listitem')).toHaveText([/已撤销：山川社区/, /已保存 1 格/, /现在的操作人：王建国/])
  await expect(list.getByRole('button', { name: '撤销' })).toHaveCount(0)
  await list.getByRole('button', { name: '重做' }).click()
  await expect(shell.said(page)).toContainText(/已重做：山川社区/)
})

test('looking at another year is no step, and what was undone can still be done again', async ({ page }) => {
  await enterResidents(page)
  await shell.undo(page).click()
  await expect(shell.redo(page)).toBeEnabled()
  await shell.year(page).selectOption('2022')
  await expect(shell.said(page)).toContainText('已切换到 2022 年')
  await expect(shell.undo(page)).toBeDisabled()
  await expect(shell.redo(page)).toBeEnabled()
  await page.reload()
  await expect(shell.year(page)).toHaveValue('2022')
  await goTo(page, '变更记录')
  await expect(page.locator('tbody[data-step]')).toHaveCount(3)
})
