import { chooseFiles } from './actions/desk.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { importPage } from './screens/import.ts'
import { log } from './screens/log.ts'
import { overview } from './screens/overview.ts'
import { shell } from './screens/shell.ts'

const ROWS = 30_000
const sheet = [
  ['区县', '街道', '社区名称', '常住人口'],
  ...Array.from({ length: ROWS }, (_, row) => ['新区', `${row % 100}街道`, `${row}号社区`, 1000 + row]),
]

test('a very large step is taken back with its progress on the screen, and can be stopped', async ({ page }) => {
  test.setTimeout(180_000)
  await goTo(page, '导入')
  await chooseFiles(page, { '新区.xlsx': sheet })
  await expect(importPage.count(page, 'added')).toHaveText('30,000', { timeout: 60_000 })
  await importPage.apply(page).click()
  await expect(shell.said(page)).toContainText('已导入', { timeout: 60_000 })
  await goTo(page, '变更记录')

  const progress = page.getByRole('main').getByRole('status').filter({ hasText: '正在' })
  await shell.undo(page).click()
  await expect(progress).toContainText('正在撤销：新区.xlsx：新增30000')
  await expect(progress.getByRole('progressbar')).toBeVisible()
  await progress.getByRole('button', { name: '停止' }).click()
  await expect(shell.said(page)).toContainText('已停止，没有改动')
  await expect(log.steps(page)).toHaveCount(2)

  await shell.undo(page).click()
  await expect(progress).toContainText('正在撤销')
  await expect(shell.said(page)).toContainText('已撤销：新区.xlsx', { timeout: 60_000 })
  await expect(progress).toHaveCount(0)
  await expect(log.steps(page)).toHaveCount(3)
  await log.verify(page).click()
  await expect(progress).toContainText('正在核验')
  await expect(log.finding(page)).toContainText('记录完整', { timeout: 60_000 })
  await goTo(page, '总览')
  await expect(overview.figure(page, 'communities')).toHaveText('180')
})
