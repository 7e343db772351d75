import type { Locator, Page } from '@playwright/test'
import { deliver, beginAPlan, forestStreet, northStreet } from './actions/whole-year.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { importPage } from './screens/import.ts'
import { results } from './screens/results.ts'
import { shell } from './screens/shell.ts'
import { ledger } from './screens/year-round.ts'
import { whatIf } from './screens/what-if.ts'

/** A laptop with a bar of the system. */
const LAPTOP = { width: 1366, height: 697 }
const isCut = (place: Locator): Promise<boolean> => place.evaluate((each) => each.scrollWidth > each.clientWidth + 1)
const windowScrolls = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollHeight > document.documentElement.clientHeight)

test('the plan of one district tells its subdistricts, and nothing of it is cut on a laptop', async ({ page }) => {
  await page.setViewportSize(LAPTOP)
  await beginAPlan(page, '新城区', 2025)
  await goTo(page, '导入')
  await deliver(page, { '北街街道.xlsx': northStreet({ residents: 1.1 }), '林场镇.csv': forestStreet })
  await importPage.column(page, '60岁及以上老年人').first().selectOption({ label: '户籍人口' })
  await importPage.apply(page).click()
  await expect(shell.said(page)).toContainText('已导入 2 份文件')

  await test.step('the window itself stays where it is below many files and remembered forms', async () => {
    await deliver(page, { '北街街道.xlsx': northStreet({ residents: 1.2 }), '林场镇.csv': forestStreet })
    await expect(page.getByRole('region', { name: '记住的表样' })).toBeAttached()
    expect(await windowScrolls(page)).toBe(false)
  })

  await test.step('a subdistrict is chosen without its district', async () => {
    await goTo(page, '分类')
    await page.getByRole('combobox', { name: '街道（镇）' }).selectOption('林场镇')
    await expect(results.row(page, '林场社区')).toBeVisible()
    await expect(results.row(page, '花园社区')).toHaveCount(0)
  })

  await test.step('use of the funds is added up by subdistrict, with every column in sight', async () => {
    await goTo(page, '经费使用')
    await expect(ledger.district(page, '北街街道').first()).toHaveText('北街街道')
    await expect(ledger.district(page, '新城区')).toHaveCount(0)
    expect(await isCut(page.getByRole('region', { name: '各街道（镇）' }))).toBe(false)
  })

  await test.step('the difference that is asked for in a what-if is in sight', async () => {
    await goTo(page, '情景推演')
    await expect(whatIf.value(page, 'net')).toHaveText('0')
    // Nothing is known of the money of the one that is undecided, and it is not zero.
    await expect(whatIf.ofClass(page, 'undecided').locator('td')).toHaveText(['未定类', '1', '1', '0', '–', '–', '–'])
    await expect(page.getByText('没有“有变化”的社区')).toBeVisible()
    expect(await isCut(page.getByRole('region', { name: '按类别' }))).toBe(false)
    await shell.language(page).click()
    const shift = page.getByRole('region', { name: 'By class' })
    await expect(shift).toBeVisible()
    const [panel, table] = await Promise.all([shift.boundingBox(), shift.locator('table').boundingBox()])
    expect(table!.width).toBeLessThanOrEqual(panel!.width)
    for (const label of await page.locator('.figures dt').all()) expect(await isCut(label), await label.innerText()).toBe(false)
    await shell.language(page).click()
  })

  await test.step('and so are both amounts of a comparison, also where the screen is at 125 %', async () => {
    await goTo(page, '方案比较')
    await page.setViewportSize({ width: 1093, height: 558 })
    const amounts = page.locator('[data-figure="amount-1"]')
    await expect(amounts.last()).toBeVisible()
    const [column, change] = await Promise.all(
      [amounts.last(), page.locator('td[data-figure="change"]').last()].map((each) => each.boundingBox()),
    )
    expect(column!.x + column!.width).toBeLessThanOrEqual(change!.x + 1)
  })
})
