import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTo, undo } from './actions/go.ts'
import { copyPlans } from '../support/sample-plan.ts'
import { flip } from '../store/support/flipped.ts'
import { expect, test } from './host.ts'
import { shell } from './screens/shell.ts'
import type { Page } from '@playwright/test'

const list = (page: Page) => page.getByRole('region', { name: '方案文件', exact: true })
const bin = (page: Page) => page.getByRole('region', { name: '回收站' })
const more = async (page: Page, name: string, action: string): Promise<void> => {
  await page.getByRole('button', { name: `更多：${name}`, exact: true }).click()
  await page.getByRole('button', { name: action, exact: true }).click()
}

test('a plan file is renamed while it is open, copied, put into the bin after a question, and taken out again', async ({ page }) => {
  await goTo(page, '方案文件')
  await more(page, '示例城市', '重命名')
  await page.getByLabel('方案名称').last().fill('西宁')
  await page.getByRole('dialog').getByRole('button', { name: '重命名', exact: true }).click()
  await expect(shell.said(page)).toContainText('已改名为：西宁')
  await expect(list(page).locator('tbody tr')).toHaveText([/西宁.*使用中/])
  await expect(page.locator('header').getByText('西宁', { exact: true })).toBeVisible()

  await more(page, '西宁', '复制')
  await page.getByRole('dialog').getByRole('button', { name: '复制', exact: true }).click()
  await expect(list(page).locator('tbody tr')).toHaveCount(2)

  await more(page, '西宁 副本', '放入回收站')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await expect(list(page).locator('tbody tr')).toHaveCount(2)
  await more(page, '西宁 副本', '放入回收站')
  await page.getByRole('dialog').getByRole('button', { name: '放入回收站', exact: true }).click()
  await expect(list(page).locator('tbody tr')).toHaveCount(1)
  await bin(page).getByRole('button', { name: '取回 西宁 副本' }).click()
  await expect(list(page).locator('tbody tr')).toHaveCount(2)
  await expect(bin(page)).toHaveCount(0)
})

const damaged = test.extend({
  dataFolder: async ({ dataFolder, sampleFolder }, use) => {
    const backups = join(dataFolder, 'backups')
    mkdirSync(backups)
    const sample = await sampleFolder()
    const plan = readdirSync(sample).find((each) => each.endsWith('.quanheng'))!
    copyFileSync(join(sample, plan), join(backups, '示例城市.2026-11-20.step-7.quanheng'))
    writeFileSync(join(dataFolder, '示例城市.quanheng'), `SQLite format 3\0${'damaged '.repeat(1000)}`)
    await use(dataFolder)
  },
})
damaged.use({ begins: 'with nothing' })
damaged(
  'a plan file that is damaged is put back from its backup on the page of the failed start, and goes to the bin',
  async ({ page }) => {
    await expect(page.getByText('恢复到备份')).toBeVisible()
    await page.getByRole('button', { name: '检查 2026-11-20' }).click()
    await expect(page.getByText('完好：变更记录共 1 步，与内容一致。')).toBeVisible()
    await page.getByRole('button', { name: '恢复 2026-11-20' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click()
    await goTo(page, '方案文件')
    await expect(list(page).locator('tbody tr')).toHaveText([/示例城市.*使用中/])
    await expect(bin(page)).toContainText('示例城市')
  },
)

const flipped = test.extend({
  dataFolder: async ({ dataFolder, sampleFolder }, use) => {
    copyPlans(await sampleFolder(), dataFolder)
    flip(
      join(dataFolder, '示例城市.quanheng'),
      'community_year',
      "facts = json_set(facts, '$.residents', 1) WHERE community_key = '630105001004'",
    )
    await use(dataFolder)
  },
})
flipped.use({ begins: 'with nothing' })
flipped('a plan of which the disk has lost a bit says so on every page, and is not printed', async ({ page }) => {
  const warned = page.getByRole('alert', { name: '方案文件的问题' })
  await expect(warned).toContainText('与变更记录不符')
  await goTo(page, '分配')
  await expect(warned).toContainText('祁连路西社区')
  await page.getByRole('button', { name: '打印' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '与变更记录不符' })).toBeVisible()
  await expect(page.locator('.sheet')).toHaveCount(0)
})

test('districts are put in the order of the department, which every list follows; undo puts them back', async ({ page }) => {
  const offered = page.getByRole('combobox', { name: '区县' }).locator('option')
  await goTo(page, '设置')
  await page.getByRole('button', { name: '上移：湟源县' }).click()
  await goTo(page, '分类')
  await expect(offered).toHaveText(['全部区县', '城东区', '城中区', '城西区', '城北区', '湟中区', '湟源县', '大通县'])
  await undo(page)
  await expect(offered).toHaveText(['全部区县', '城东区', '城中区', '城西区', '城北区', '湟中区', '大通县', '湟源县'])
})

test('department, operator and signatures are set together, stay so, and stand on the papers', async ({ page }) => {
  const field = (name: string) => page.getByRole('region', { name: '单位名称' }).getByLabel(name, { exact: true })
  await goTo(page, '设置')
  await field('单位名称').fill('中共某区委组织部')
  await field('操作人').fill('李梅')
  await field('落款栏').fill('制表：\n审核：')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('button', { name: '操作人：李梅' })).toBeVisible()
  await page.reload()
  await expect(field('单位名称')).toHaveValue('中共某区委组织部')
  await expect(field('操作人')).toHaveValue('李梅')
  await expect(field('落款栏')).toHaveValue('制表：\n审核：')
})
