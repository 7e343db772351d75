import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyPlans } from '../support/sample-plan.ts'
import { NO_MOUNTS, writeMountsWith } from '../support/shared-folder.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { shell } from './screens/shell.ts'

const SHARE = '组织部 共享'
const PLAN = '全市.quanheng'
/** The data folder has in it a folder of another computer, with a plan. */
const withShare = test.extend({
  hasOwnHost: true,
  dataFolder: async ({ dataFolder, sampleFolder }, use) => {
    const share = join(dataFolder, SHARE)
    mkdirSync(share)
    copyPlans(await sampleFolder(), share)
    renameSync(join(share, '示例城市.quanheng'), join(share, PLAN))
    const list = join(dataFolder, 'mountinfo')
    writeMountsWith(share, list)
    process.env['QUANHENG_MOUNTS'] = list
    await use(dataFolder)
    delete process.env['QUANHENG_MOUNTS']
  },
})
/** The same, and its plan was open last. */
const openLast = withShare.extend({
  dataFolder: async ({ dataFolder }, use) => {
    writeFileSync(join(dataFolder, 'preferences.json'), JSON.stringify({ operator: '王建国', lastPlan: join(dataFolder, SHARE, PLAN) }))
    await use(dataFolder)
  },
})
test.skip(NO_MOUNTS, 'Windows itself says what is a folder of another computer')
const shareOf = (dataFolder: string) => readdirSync(join(dataFolder, SHARE))

withShare('a plan in a network folder is not opened there but copied here, when it is wanted', async ({ page, dataFolder }) => {
  const bytes = readFileSync(join(dataFolder, SHARE, PLAN))
  const look = async (): Promise<void> => {
    await page.getByRole('button', { name: '打开其他位置的方案…' }).click()
    await page.getByLabel('文件夹路径，按回车前往').fill(join(dataFolder, SHARE))
    await page.getByLabel('文件夹路径，按回车前往').press('Enter')
    await page.getByRole('button', { name: '全市', exact: true }).click()
  }
  await goTo(page, '方案文件')
  await look()
  const question = page.getByRole('dialog', { name: '这个方案不能在原处打开' })
  await expect(question).toContainText('在网络文件夹里')
  // In the middle of the window, as every question, and not as bare text in a corner.
  expect((await question.locator('.el-message-box').boundingBox())!.x).toBeGreaterThan(300)
  await question.getByRole('button', { name: '取消' }).click()
  expect(readdirSync(dataFolder)).not.toContain(PLAN)
  await look()
  await question.getByRole('button', { name: '复制到本机再打开' }).click()
  await expect(shell.said(page)).toContainText('已复制到本机并打开：全市')
  await expect(page.getByRole('region', { name: '方案文件', exact: true }).locator('tbody tr').filter({ hasText: '使用中' })).toContainText(
    '全市',
  )
  expect(readdirSync(dataFolder)).toContain(PLAN)
  expect(shareOf(dataFolder)).toEqual([PLAN])
  expect(readFileSync(join(dataFolder, SHARE, PLAN)).equals(bytes)).toBe(true)
})

openLast.use({ begins: 'with nothing', operator: '' })
openLast('a start that fails on a network folder says so, and goes on with a copy of the plan here', async ({ page, dataFolder }) => {
  await expect(page.getByText('在网络文件夹里')).toBeVisible()
  expect(shareOf(dataFolder)).toEqual([PLAN])
  await page.getByRole('button', { name: '复制到本机再打开' }).click()
  await goTo(page, '方案文件')
  await expect(page.getByRole('region', { name: '方案文件', exact: true }).locator('tbody tr')).toHaveText([/全市.*使用中/])
  expect(shareOf(dataFolder)).toEqual([PLAN])
})
