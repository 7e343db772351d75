import { adoptThePlan } from './actions/adopt.ts'
import { cellOf, findCommunity, type } from './actions/edit.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { adoption } from './screens/adoption.ts'
import { results } from './screens/results.ts'
import { shell } from './screens/shell.ts'
import { years } from './screens/year-round.ts'

test('a year is adopted where its result is, after four checks; a later change asks to take the adoption back, and goes on', async ({
  page,
}) => {
  await goTo(page, '年度')
  await expect(adoption.button(page)).toBeVisible()
  await goTo(page, '分配')
  await adoption.button(page).click()
  await expect(adoption.checks(page)).toHaveText([/必填指标齐全.*符合/, /类别和金额.*符合/, /都有着落.*符合/, /检验样例.*符合/])
  await adoption.dialog(page).getByRole('button', { name: '取消' }).click()
  await adoptThePlan(page, '2023年方案')
  await expect(adoption.mark(page)).toBeVisible()
  await expect(adoption.button(page)).toHaveCount(0)
  await expect(shell.undo(page)).toBeDisabled()
  await goTo(page, '年度')
  await expect(years.row(page, 2023)).toContainText('2023年方案')
  await goTo(page, '总览')
  const next = page.getByRole('navigation', { name: '下一步' })
  await expect(next.getByRole('link', { name: '开始下一年度' })).toBeVisible()
  await expect(next.getByRole('link', { name: /导入/ })).toHaveCount(0)

  await goTo(page, '分类')
  await results.search(page).fill('金十字社区')
  await results.row(page, '金十字社区').click()
  const form = results.override(page)
  await form.getByRole('button', { name: '人工定类……' }).click()
  await form.getByLabel('定为').selectOption('B')
  await form.getByLabel('理由').fill('实地核查')
  await form.getByRole('button', { name: '定为此类' }).click()
  await expect(adoption.question(page)).toContainText('2023年方案')
  await adoption.question(page).getByRole('button', { name: '撤回定稿并继续改动' }).click()
  await expect(adoption.question(page)).toBeVisible()
  await adoption.question(page).getByLabel('撤回理由').fill('漏报一项指标')
  await adoption.question(page).getByRole('button', { name: '撤回定稿并继续改动' }).click()
  await expect(adoption.question(page)).toHaveCount(0)
  await expect(shell.said(page)).toContainText('金十字社区已定为B类社区')

  await goTo(page, '变更记录')
  await expect(page.getByText('漏报一项指标').first()).toBeVisible()
  await goTo(page, '方案文件')
  await expect(page.getByRole('region', { name: '定稿' }).locator('tbody tr')).toContainText('漏报一项指标')
  await goTo(page, '分配')
  await expect(adoption.button(page)).toBeVisible()
})

test('what is typed into an adopted year is given up with the question, and leaves no step', async ({ page }) => {
  await adoptThePlan(page, '2023年方案')
  await goTo(page, '社区指标')
  await findCommunity(page, '山川社区')
  const cell = await cellOf(page, '山川社区', 'residents')
  const before = await cell.innerText()
  // One that could be, and one that is less than its floating population.
  for (const text of ['17500', '9999']) {
    await type(page, cell, text)
    await adoption.question(page).getByRole('button', { name: '取消' }).click()
    await expect(cell).toHaveText(before)
  }
  await goTo(page, '变更记录')
  await expect(page.getByRole('main').locator('tbody tr').first()).toContainText('定稿')
  await expect(page.getByRole('main')).not.toContainText('没有写入')
})
