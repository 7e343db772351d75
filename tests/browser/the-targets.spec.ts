import type { Locator, Page } from '@playwright/test'
import { oneSheet, type CellInput } from '../support/spreadsheet-files.ts'
import { select } from './actions/edit.ts'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { shell } from './screens/shell.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const tab = (page: Page, name: string): Locator => page.locator('.tabs').getByRole('button', { name, exact: true })
/** The one cell of a column where one line is left. */
const only = (page: Page, column: string): Locator => page.locator(`.rgCell[data-column="${column}"]`)
/** Fills the editor of a cell, as an input method does, and leaves it with Enter. */
async function type(page: Page, cell: Locator, text: string): Promise<void> {
  await select(cell)
  await page.keyboard.press('F2')
  await communities.editor(page).fill(text)
  await page.keyboard.press('Enter')
}
/** Looks at one target of one community. */
async function lookAt(page: Page, community: string, target: string): Promise<void> {
  await page.getByRole('combobox', { name: '目标', exact: true }).selectOption({ label: target })
  await page.getByRole('searchbox').fill(community)
  await expect(only(page, 'name')).toHaveCount(1)
}
const deliver = (page: Page, rows: CellInput[][]): Promise<void> =>
  page.locator('input[type="file"]').setInputFiles({ name: '街道.xlsx', mimeType: XLSX, buffer: Buffer.from(oneSheet(rows)) })
const counted = (page: Page, key: string): Locator => page.locator(`[data-count="${key}"] dd`)

// All columns of the targets are in view.
test.use({ viewport: { width: 2600, height: 900 } })

test.describe('targets and gaps', () => {
  test.beforeEach(async ({ page }) => {
    await goTo(page, '目标与缺口')
    await tab(page, '目标').click()
    await type(page, communities.cell(page, 'g-contact', 'present'), '逐社区登记')
    await expect(communities.cell(page, 'g-contact', 'present')).toHaveText('逐社区登记')
  })

  test('a count is typed, the gap stands beside what it is the difference of, and the printed list is of what was shown', async ({
    page,
  }) => {
    await tab(page, '各社区').click()
    await lookAt(page, '甘河滩社区', '党员中心户')
    await expect(only(page, 'standing')).toHaveText('现有数未知')
    await type(page, only(page, 'present'), '4户')
    await expect(only(page, 'shortage')).toHaveText('2')
    await expect(only(page, 'bounds')).toHaveText('6–16')
    await expect(only(page, 'wanted')).toHaveText('6')
    await expect(only(page, 'present')).toHaveText('4')
    await expect(only(page, 'standing')).toHaveText('不足')

    await page.getByRole('button', { name: '打印预览' }).click()
    await expect(page.getByText('查得的1个社区党员中心户 2023 年目标缺口清单')).toBeVisible()
    await expect(page.locator('tbody tr', { hasText: '甘河滩社区' })).toContainText(/6–16\s*6\s*4\s*2\s*不足/)
    await page.goBack()
    await undo(page)
  })

  test('a name among counts is refused and stays at its cell with the reason; a day due that is past is refused', async ({ page }) => {
    await type(page, communities.cell(page, 'g-contact', 'due'), '2025-01-31')
    await expect(shell.refusal(page)).toContainText('2025-01-31已经过去')
    await tab(page, '各社区').click()
    await lookAt(page, '甘河滩社区', '党员中心户')
    await type(page, only(page, 'present'), '张三')
    await expect(shell.refusal(page)).toContainText('像是人名')
    await expect(only(page, 'present')).toHaveText('张三')
    await expect(only(page, 'standing')).toHaveText('现有数未知')
  })

  test('a sheet of counts is previewed: unknown communities and refused cells are told, and a mended one is taken as one step', async ({
    page,
  }) => {
    await tab(page, '各社区').click()
    const head = ['街道', '社区', '党员中心户']
    await deliver(page, [
      [...head, '姓名'],
      ['甘河滩镇', '甘河滩', 4, '张三'],
    ])
    await expect(shell.refusal(page)).toContainText('“姓名”一栏，像是个人信息')

    await deliver(page, [head, ['甘河滩镇', '甘河滩', 4], ['甘河滩镇', '没有的社区', 3], ['合计', null, 7]])
    await expect(page.getByRole('region', { name: '核对：街道.xlsx' })).toContainText('本方案中没有的社区 1 个：没有的社区')
    await expect(page.getByRole('region', { name: '不能录入的内容' })).toContainText('第 3 行')
    await expect(counted(page, 'errors')).toHaveText('1')
    await expect(page.getByRole('button', { name: '录入', exact: true })).toBeDisabled()

    await deliver(page, [head, ['甘河滩镇', '甘河滩', 4]])
    await expect(counted(page, 'changed')).toHaveText('1')
    const line = page.getByRole('region', { name: '将改动的数' }).locator('tbody td')
    await expect(line).toHaveText(['甘河滩社区', '党员中心户', '–', '4', '表一', '2'])
    // What is entered, or taken back, while she looks at the preview: it shows what is there now.
    await page.getByRole('button', { name: '放弃' }).click()
    await lookAt(page, '甘河滩社区', '党员中心户')
    await type(page, only(page, 'present'), '4户')
    await expect(only(page, 'present')).toHaveText('4')
    await deliver(page, [head, ['甘河滩镇', '甘河滩', 4]])
    await expect(counted(page, 'changed')).toHaveText('0')
    await undo(page)
    await expect(counted(page, 'changed')).toHaveText('1')
    await page.getByRole('button', { name: '录入', exact: true }).click()
    await expect(shell.said(page)).toContainText('录入 1 项，0 项未变')
    await lookAt(page, '甘河滩社区', '党员中心户')
    await expect(only(page, 'shortage')).toHaveText('2')
    await undo(page)
    await expect(only(page, 'standing')).toHaveText('现有数未知')
  })
})

test.describe('the housing register', () => {
  const NAME = '盛榆苑社区'
  test.beforeEach(async ({ page }) => {
    // The counts of spot checks stand far to the right, and only what is near is drawn.
    await page.setViewportSize({ width: 1800, height: 768 })
    await goTo(page, '以房管人')
    await tab(page, '按季登记').click()
    await page.getByRole('searchbox').fill(NAME)
    await expect(only(page, 'found')).toHaveCount(1)
    await expect(only(page, 'found')).toHaveText('')
  })

  test('a spot check says the exact interval, and how many more persons would prove the target', async ({ page }) => {
    await type(page, only(page, 'found'), '20人')
    await expect(only(page, 'found')).toHaveText('20')
    await type(page, only(page, 'missed'), '0')
    await expect(only(page, 'missed')).toHaveText('0')

    await tab(page, '登记和抽查').click()
    // Of twenty without a fault: 0.025 to the power of a twentieth.
    await expect(page.getByRole('row', { name: NAME })).toContainText('100.0%83.2%–100.0%')
    await expect(page.getByRole('status').filter({ hasText: '至少核对' })).toHaveText('至少核对 72 人，其中不符不超过 0 人')
    await tab(page, '缺口清单').click()
    await lookAt(page, NAME, '抽查登记率')
    await expect(only(page, 'standing')).toHaveText('样本不足')
    await expect(only(page, 'detail')).toContainText('再核对52人')
  })

  test('more missed than found is refused at its cell, and nothing of it is kept', async ({ page }) => {
    await type(page, only(page, 'found'), '20')
    await expect(only(page, 'found')).toHaveText('20')
    await type(page, only(page, 'missed'), '30')
    await expect(shell.refusal(page)).toContainText('漏登30人，大于在住20人')
    await expect(only(page, 'missed')).toHaveText('30')
    await tab(page, '登记和抽查').click()
    await expect(page.getByRole('row', { name: NAME })).toContainText('20')
    await expect(page.getByRole('row', { name: NAME })).not.toContainText('30')
  })

  test('a sheet of a quarter is previewed with what its counts have together', async ({ page }) => {
    const head = ['街道', '社区', '在住人数', '漏登']
    const place = (await only(page, 'subdistrict').textContent())!
    await deliver(page, [head, [place, NAME, 10, 11]])
    await expect(page.getByRole('region', { name: '不能录入的内容' })).toContainText('漏登11人，大于在住10人')
    await expect(page.getByRole('combobox', { name: '季度' })).toBeDisabled()
    await page.getByRole('button', { name: '放弃' }).click()
    await expect(only(page, 'found')).toHaveText('')
  })
})
