import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { cellOf, findCommunity, type } from './actions/edit.ts'
import { goTo } from './actions/go.ts'
import { saveScenario } from './actions/what-if.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { log } from './screens/log.ts'
import { shell } from './screens/shell.ts'
import { whatIf } from './screens/what-if.ts'

/** Two officials at one desk: each enters a number under their own name. */
async function workAs(page: Page, operator: string, community: string, column: string, value: string): Promise<void> {
  await page
    .locator('header')
    .getByRole('button', { name: /^操作人：/ })
    .click()
  await page.getByRole('dialog').getByLabel('操作人').fill(operator)
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(page.locator('header').getByRole('button', { name: operator })).toBeVisible()
  await goTo(page, '社区指标')
  await findCommunity(page, community)
  await type(page, await cellOf(page, community, column), value)
  await expect(shell.said(page)).toContainText('已保存 1 格')
  await communities.search(page).fill('')
}

test.describe('the change log', () => {
  test.beforeEach(async ({ page }) => {
    await workAs(page, '张敏', '山川社区', 'residents', '17,123')
    await workAs(page, '李强', '祁连路西社区', 'floating', '2,000')
    await goTo(page, '变更记录')
    await expect(log.steps(page)).toHaveCount(3)
  })

  test('opens each step to what it changed, from what to what', async ({ page }) => {
    const step = log.steps(page).nth(1)
    await expect(step).toContainText('张敏')
    await log.open(step).click()
    await expect(log.changes(step).locator('td')).toHaveText(['社区', '山川社区', '2023', '常住人口', '17,000', '17,123'])
  })

  test('is narrowed by community, indicator, operator, operation and time', async ({ page }) => {
    await log.community(page).fill('山川社区')
    await log.community(page).press('Enter')
    // The beginning of the plan is about every community.
    await expect(log.steps(page)).toHaveCount(2)
    const first = log.steps(page).nth(1)
    await log.open(first).click()
    await expect(log.changes(first).first()).toContainText('山川社区')
    await expect(log.changes(first).filter({ hasText: '祁连路西社区' })).toHaveCount(0)
    await log.clear(page).click()
    await expect(log.steps(page)).toHaveCount(3)

    await log.operator(page).selectOption('李强')
    await expect(log.steps(page)).toHaveCount(1)
    await log.field(page).selectOption({ label: '常住人口' })
    await expect(page.getByText('没有符合条件的变更')).toBeVisible()
    await log.field(page).selectOption({ label: '流动人口' })
    await expect(log.steps(page)).toHaveCount(1)
    await log.clear(page).click()

    await log.operation(page).selectOption({ label: '修改指标' })
    await expect(log.steps(page)).toHaveCount(2)
    await log.to(page).fill('2001-01-01')
    await log.to(page).press('Enter')
    await expect(page.getByText('没有符合条件的变更')).toBeVisible()
    await log.to(page).fill('')
    await log.to(page).press('Enter')
    await log.from(page).click()
    await expect(page.getByRole('dialog').last(), 'a calendar in the language of the app').toContainText('日一二三四五六')
    await log.from(page).fill('2001-01-01')
    await log.from(page).press('Enter')
    await expect(log.steps(page)).toHaveCount(2)
  })

  test('says when it is asked for a community that there is not', async ({ page }) => {
    await log.community(page).fill('没有的社区')
    await log.community(page).press('Enter')
    await expect(page.getByText('没有叫“没有的社区”的社区')).toBeVisible()
    await expect(log.steps(page)).toHaveCount(3)
  })

  test('is laid out for paper as it is filtered, with its changes', async ({ page }) => {
    await log.operator(page).selectOption('张敏')
    await expect(log.steps(page)).toHaveCount(1)
    await page.getByRole('button', { name: '打印', exact: true }).click()
    const sheet = page.locator('.sheet')
    await expect(sheet).toContainText('筛选：张敏')
    await expect(sheet.locator('tbody tr:not(.tail)')).toHaveCount(2)
    await expect(sheet).toContainText('17,123')
    await page.getByRole('button', { name: '返回' }).click()
    await expect(shell.heading(page, '变更记录')).toBeVisible()
  })

  test('is verified, and finds the step that somebody has rewritten in the file', async ({ page, dataFolder }) => {
    await log.verify(page).click()
    await expect(log.finding(page)).toContainText('记录完整：3 步')

    const file = readdirSync(dataFolder).find((name) => name.endsWith('.quanheng'))!
    const connection = new Database(join(dataFolder, file))
    const triggers = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
    for (const name of triggers) connection.exec(`DROP TRIGGER "${name}"`)
    connection.exec("UPDATE step SET operator = '别人' WHERE operator = '张敏'")
    connection.close()

    await log.verify(page).click()
    await expect(log.finding(page)).toContainText('第 2 步的记录被改动过')
  })
})

test('a log that can not be read is said on the paper too, with the way back', async ({ page, dataFolder }) => {
  await goTo(page, '变更记录')
  const file = readdirSync(dataFolder).find((name) => name.endsWith('.quanheng'))!
  const connection = new Database(join(dataFolder, file))
  connection.pragma('ignore_check_constraints = ON')
  const triggers = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  for (const name of triggers) connection.exec(`DROP TRIGGER "${name}"`)
  connection.exec("UPDATE change SET after = '{' WHERE position = (SELECT min(position) FROM change)")
  connection.close()
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('程序内部出现意外')
  await page.getByRole('button', { name: '返回' }).click()
  await expect(shell.heading(page, '变更记录')).toBeVisible()
})

test('what a plan began with is told, not listed, and an English screen says each step in English', async ({ page }) => {
  await goTo(page, '变更记录')
  const first = log.steps(page).last()
  await log.open(first).click()
  await expect(log.changes(first).filter({ hasText: '个数' }).filter({ hasText: '社区' }).first().locator('td')).toHaveText([
    '社区',
    '',
    '2022',
    '个数',
    '0',
    '180',
  ])
  await expect(log.changes(first).filter({ hasText: '示例城市' })).toContainText('名称')
  expect(await log.changes(first).count()).toBeLessThan(30)

  await goTo(page, '经费使用')
  await findCommunity(page, '山川社区')
  await type(page, await cellOf(page, '山川社区', 'spent'), '10万')
  await shell.language(page).click()
  await expect(page.locator('header').getByRole('button', { name: 'Undo' })).toHaveAttribute(
    'title',
    'Undo: 2023, 山川社区: Spent 100,000 yuan (Ctrl+Z)',
  )
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await expect(log.steps(page).first()).toContainText('2023, 山川社区: Spent 100,000 yuan')
  await shell.undo(page).click()
  await expect(shell.said(page)).toContainText('Undone: 2023, 山川社区: Spent 100,000 yuan')
})

test('a saved scenario stands in the log with what it supposes, on the screen and on paper', async ({ page }) => {
  await goTo(page, '情景推演')
  await whatIf.field(page, 'B 类').fill('31')
  await expect(whatIf.value(page, 'net')).toHaveText('+66')
  await saveScenario(page, 'B 类加一万')
  await goTo(page, '变更记录')
  const step = log.steps(page).first()
  await log.open(step).click()
  await expect(log.changes(step).filter({ hasText: '按类别定额' }).locator('td').nth(5)).toHaveText('31万元')
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect(page.locator('.sheet tbody tr', { hasText: '按类别定额' })).toContainText('31万元')
})
