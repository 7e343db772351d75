import { read, utils } from 'xlsx'
import { saved } from './actions/app.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { results } from './screens/results.ts'
import { shell } from './screens/shell.ts'

const whole = (text: string): number => Number(text.replace(/[,+]/g, ''))

test.describe('the allocation', () => {
  test.beforeEach(async ({ page }) => {
    await goTo(page, '分配')
  })

  test('adds up from community to subdistrict to district to total', async ({ page }) => {
    await expect(results.total(page)).toHaveText([
      /合计\s*180 个社区/,
      '',
      '36,000,000',
      '35,900,000',
      '-100,000',
      '17,950,000',
      '17,950,000',
    ])
    await page.getByRole('button', { name: '区县', exact: true }).click()
    await expect(results.rows(page)).toHaveCount(7)
    const districts = await results
      .rows(page)
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].slice(2).map((cell) => cell.textContent ?? '')))
    const sums = [0, 1, 2, 3, 4].map((column) => districts.reduce((sum, row) => sum + whole(row[column]!), 0))
    expect(sums).toEqual([36_000_000, 35_900_000, -100_000, 17_950_000, 17_950_000])
    for (const [previous, amount, change, city, district] of districts.map((row) => row.map(whole))) {
      expect(amount! - previous!).toBe(change)
      expect(city! + district!).toBe(amount)
    }
  })

  test('counts what is shown when it is filtered, and says so', async ({ page }) => {
    await results.filterByClass(page).selectOption('D')
    await expect(results.total(page).nth(3)).toHaveText('2,000,000')
    await expect(page.getByText('小计和合计只算显示的社区')).toBeVisible()
    await results.search(page).fill('甘河滩社区')
    await expect(results.total(page)).toHaveText([/筛选合计\s*1 个社区/, '', '200,000', '100,000', '-100,000', '50,000', '50,000'])
  })

  test('shows the money of a community step by step, to the amount and its two parts', async ({ page }) => {
    await results.search(page).fill('祁连路西社区')
    await results.row(page, '祁连路西社区').click()
    const money = results.money(page)
    await expect(money.locator('tbody tr')).toHaveText([/按类别定额.*\+300,000\s*300,000/])
    await expect(money.locator('tfoot')).toContainText('300,000')
    await expect(money.locator('tfoot')).toContainText('+100,000')
    await expect(money.locator('tfoot')).toContainText('150,000')
  })

  test('is shown in 元 or in 万元', async ({ page }) => {
    await page.getByLabel('金额单位').selectOption('wan')
    await expect(results.total(page).nth(3)).toHaveText('3,590')
    await page.reload()
    await expect(results.total(page).nth(3)).toHaveText('3,590')
    const decimals = page.getByLabel('万元至多保留的小数位（屏幕各处一致）')
    await expect(decimals).toHaveValue('2')
    await goTo(page, '设置')
    await decimals.selectOption('4')
    await goTo(page, '分配')
    await page.reload()
    await expect(decimals).toHaveValue('4')
  })

  test('leaves the app as a workbook that holds the same totals', async ({ page }) => {
    const { name, bytes } = await saved(page, () => page.getByRole('button', { name: '导出 Excel' }).click())
    expect(name).toMatch(/\.xlsx$/)
    await expect(shell.said(page)).toContainText('已导出')
    const book = read(bytes)
    const cells = book.SheetNames.flatMap((name) => utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 }).flat())
    expect(cells).toContain(35_900_000)
    expect(cells).toContain(36_000_000)
    expect(cells.filter((cell) => cell === '祁连路西社区').length).toBeGreaterThan(0)
    expect(cells.some((cell) => String(cell).includes('示例数据'))).toBe(true)
  })

  test('follows another policy at once, and goes back with undo', async ({ page }) => {
    await goTo(page, '办法')
    await page.getByRole('button', { name: /2018年起统一定额/ }).click()
    await page.getByRole('button', { name: '用于 2023 年' }).click()
    await expect(shell.said(page)).toContainText('已改用')
    await goTo(page, '分配')
    await expect(results.total(page).nth(3)).toHaveText('36,000,000')
    // The step belongs to the page of the policy, so it is named before it is taken back.
    await page.keyboard.press('ControlOrMeta+z')
    await shell.dialog(page).getByRole('button', { name: '撤销这一步' }).click()
    await expect(results.total(page).nth(3)).toHaveText('35,900,000')
  })
})
