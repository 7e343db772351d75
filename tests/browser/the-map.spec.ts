import type { Page } from '@playwright/test'
import { beginChange, recordChange } from './actions/year-round.ts'
import { cellOf, findCommunity, select } from './actions/edit.ts'
import { adoptThePlan } from './actions/adopt.ts'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { dialog, units } from './screens/year-round.ts'
import { adoption } from './screens/adoption.ts'
import { shell } from './screens/shell.ts'

/** The amount of last year that the indicator table shows; it stands at the far right. */
async function previousAmount(page: Page, name: string): Promise<string> {
  await goTo(page, '社区指标')
  await findCommunity(page, name)
  await select(communities.nameCell(page, name))
  await page.keyboard.press('End')
  const cell = await cellOf(page, name, 'previousAmount')
  await expect(cell).toBeVisible()
  return cell.innerText()
}

test('two communities are merged and one is split by its residents, and every fen of last year is still there', async ({ page }) => {
  await goTo(page, '区划变更')
  await expect(units.check(page)).toContainText('每个社区、每一分钱都有着落')
  await beginChange(page, '合并社区')
  await dialog.community(page, '社区 1').fill('祁连路西社区')
  await dialog.community(page, '社区 2').fill('不存在的社区')
  await dialog.action(page, '记录变更').click()
  await expect(dialog.community(page, '社区 2')).toBeFocused()
  await dialog.community(page, '社区 2').fill('金十字社区')
  await dialog.field(page, '依据文件').fill('示例政〔2023〕1号')
  await recordChange(page)
  await expect(units.change(page, 'merge')).toContainText('示例政〔2023〕1号')
  await expect(units.change(page, 'merge').locator('td').nth(5)).toHaveText('400,000')
  // One lies in the city, the other at its edge: what can't be added up is named, not guessed.
  await expect(units.toMind(page)).toContainText('区位')

  await beginChange(page, '拆分社区')
  await dialog.community(page).fill('山川社区')
  await dialog.field(page, '第 2 部分 · 名称').fill('山川东社区')
  await dialog.field(page, '常住人口').nth(0).fill('5667')
  await dialog.field(page, '常住人口').nth(1).fill('11,000')
  await expect(page.getByRole('dialog')).toContainText('各部分合计 16,667，还差 333')
  await dialog.action(page, '记录变更').click()
  await expect(dialog.refusal(page)).toContainText('常住人口')
  await dialog.field(page, '常住人口').nth(1).fill('11,333')
  await expect(page.getByRole('dialog')).toContainText('与现值相等')
  await recordChange(page)
  await expect(units.change(page, 'split').locator('td').nth(5).locator('div')).toHaveText(['66,670.59', '133,329.41'])

  await expect(units.check(page)).toContainText('每个社区、每一分钱都有着落')
  await expect(units.check(page)).toContainText('延续 177、合并 2、拆分 1')
  await expect(units.figure(page, 'last')).toHaveText('180')
  await expect(units.figure(page, 'now')).toHaveText('180')
  await expect(units.figure(page, 'lastMoney')).toHaveText('3,600万元')
  await expect(units.figure(page, 'foundMoney')).toHaveText('3,600万元')
  await expect(units.figure(page, 'difference')).toHaveText('0万元')
  expect(await previousAmount(page, '山川东社区')).toBe('133,329.41')

  await undo(page)
  await goTo(page, '区划变更')
  await expect(units.change(page, 'split')).toHaveCount(0)
  await expect(units.change(page, 'merge')).toHaveCount(1)
})

test('the parts of a split lie where they lie, and keep what is known of them', async ({ page }) => {
  await goTo(page, '区划变更')
  await beginChange(page, '拆分社区')
  await dialog.community(page).fill('山川社区')
  await dialog.field(page, '第 2 部分 · 名称').fill('山川东社区')
  await dialog.field(page, '常住人口').nth(0).fill('5,000')
  await dialog.field(page, '常住人口').nth(1).fill('12,000')
  await expect(page.getByRole('dialog').getByLabel('街道（镇）').nth(1)).toHaveValue('朝阳街道')
  await expect(page.getByRole('dialog').getByLabel('街道（镇）').nth(0)).toBeDisabled()
  await page.getByRole('dialog').getByLabel('街道（镇）').nth(1).fill('新街道')
  const known = page.getByRole('dialog').getByRole('combobox', { name: '加一项已知指标……' })
  await known.selectOption({ label: '社区工作人员' })
  await known.selectOption({ label: '区位' })
  await dialog.field(page, '第 2 部分的社区工作人员').fill('很多')
  await dialog.action(page, '记录变更').click()
  await expect(dialog.field(page, '第 2 部分的社区工作人员')).toBeFocused()
  // More than the whole has can't be in a part.
  await dialog.field(page, '第 2 部分的社区工作人员').fill('500')
  await dialog.action(page, '记录变更').click()
  await expect(dialog.refusal(page)).toContainText('社区工作人员')
  await dialog.field(page, '第 2 部分的社区工作人员').fill('4')
  await page.getByRole('dialog').getByRole('combobox', { name: '第 2 部分的区位' }).selectOption({ label: '城区' })
  await recordChange(page)
  await expect(units.check(page)).toContainText('每个社区、每一分钱都有着落')

  await goTo(page, '社区指标')
  await communities.search(page).fill('山川')
  await expect(communities.names(page)).toHaveText(['山川社区', '山川东社区'])
  const staffOf = async (name: string) => Number(await (await cellOf(page, name, 'staff')).innerText())
  await expect(await cellOf(page, '山川东社区', 'subdistrict')).toHaveText('新街道')
  await expect(await cellOf(page, '山川东社区', 'location')).toHaveText('城区')
  await expect(await cellOf(page, '山川社区', 'location')).not.toHaveText('城区')
  await communities.search(page).fill('山川东')
  await select(communities.nameCell(page, '山川东社区'))
  await expect(async () => {
    await page.keyboard.press('ArrowRight')
    await expect(await cellOf(page, '山川东社区', 'staff')).toBeVisible({ timeout: 100 })
  }).toPass({ intervals: [0] })
  expect(await staffOf('山川东社区')).toBe(4)
})

test('a community that vanished unexplained blocks adopting until its end is recorded', async ({ page }) => {
  await goTo(page, '社区指标')
  await findCommunity(page, '甘河滩社区')
  await select(communities.nameCell(page, '甘河滩社区'))
  await page.locator('main').getByRole('button', { name: '移除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '移除' }).click()
  await expect(shell.said(page)).toContainText('已移除 1 个社区')

  await goTo(page, '分配')
  await adoption.button(page).click()
  await expect(adoption.failing(page)).toHaveCount(1)
  await expect(adoption.failing(page)).toContainText('甘河滩社区')
  await expect(adoption.action(page)).toBeDisabled()
  await adoption.dialog(page).getByRole('button', { name: '取消' }).click()

  await page.getByRole('button', { name: '导出 Excel' }).click()
  const question = page.getByRole('dialog', { name: '区划没有核对一致' })
  await expect(question).toContainText('甘河滩社区')
  const [marked] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: '作为草案出件，题目注明“草案（区划未核对）”' }).click(),
  ])
  expect(marked.suggestedFilename()).toContain('.xlsx')
  await page.getByRole('button', { name: '打印分配表' }).click()
  await expect(page.getByRole('alert')).toContainText('甘河滩社区')
  await expect(page.locator('.sheet')).toHaveCount(0)
  await page.getByRole('button', { name: '作为草案打印' }).click()
  await expect(page.locator('.sheet h1')).toContainText('草案（区划未核对）')
  await page.getByRole('button', { name: '返回' }).click()

  await adoption.button(page).click()
  await adoption.failing(page).getByRole('link', { name: '去处理' }).click()
  await expect(shell.heading(page, '区划变更')).toBeVisible()
  await expect(units.check(page)).toContainText('有 1 处没有着落')
  await expect(units.figure(page, 'difference')).toHaveText('-20万元')
  await expect(units.gap(page, 'lost')).toContainText('甘河滩社区（上年金额 200,000 元）')
  await units.gap(page, 'lost').getByRole('button', { name: '记为撤销' }).click()
  await dialog.action(page, '记录变更').click()
  await expect(dialog.field(page, '说明')).toBeFocused()
  await dialog.field(page, '说明').fill('整体搬迁，居民分散安置')
  await recordChange(page)
  await expect(units.check(page)).toContainText('每个社区、每一分钱都有着落')
  await expect(units.figure(page, 'endedMoney')).toHaveText('20万元')
  await expect(units.figure(page, 'difference')).toHaveText('0万元')

  await adoptThePlan(page)
})
