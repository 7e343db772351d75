import type { Page } from '@playwright/test'
import { cellOf, extend, findCommunity, findSubdistrict, select, type } from './actions/edit.ts'
import { axe } from './actions/access.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { tools } from './screens/communities-tools.ts'

const status = (page: Page) => page.getByRole('status', { name: '选中的格子' })
const menuItem = (page: Page, name: string) => page.getByRole('menu', { name: '这一格的菜单' }).getByRole('menuitem', { name })
const isInGrid = (page: Page): Promise<boolean> => page.evaluate(() => document.activeElement?.closest('.data-grid') !== null)

test.describe('the indicator table as a spreadsheet', () => {
  test.beforeEach(async ({ page }) => {
    await goTo(page, '社区指标')
    await expect(communities.anyCell(page)).toBeVisible()
  })

  test('says count, sum, average, least and greatest of what is selected, and adds nothing up across units', async ({ page }) => {
    const [first, second] = await findSubdistrict(page)
    const numbers = await Promise.all(
      [first, second].map(async (name) => Number((await (await cellOf(page, name, 'residents')).textContent())!.replaceAll(',', ''))),
    )
    const said = (number: number): string => number.toLocaleString('en-US')
    await select(await cellOf(page, first, 'residents'))
    await extend(page, 'Shift+ArrowDown')
    await expect(status(page)).toContainText('计数 2')
    await expect(status(page)).toContainText(`合计 ${said(numbers[0]! + numbers[1]!)}人`)
    await expect(status(page)).toContainText(`平均 ${said((numbers[0]! + numbers[1]!) / 2)}人`)
    await expect(status(page)).toContainText(`最大 ${said(Math.max(...numbers))}人`)
    // Residents, floating and older people are counted in people, estates are not.
    for (let column = 0; column < 3; column++) await extend(page, 'Shift+ArrowRight')
    await expect(status(page)).toContainText('单位不同')
  })

  test('has a menu on every cell: its history, and the money step by step', async ({ page }) => {
    await findCommunity(page, '山川社区')
    await type(page, await cellOf(page, '山川社区', 'residents'), '17600')
    await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('17,600')
    await (await cellOf(page, '山川社区', 'residents')).click({ button: 'right' })
    await expect(menuItem(page, '这一格的变更经过')).toBeFocused()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: '变更经过' })
    await expect(panel).toContainText('17,000 → 17,600')
    await expect(panel).toContainText('相差（元）')
    await page.keyboard.press('Escape')
  })

  test('moves its columns, and fills to the right', async ({ page }) => {
    await findCommunity(page, '山川社区')
    const leftOf = async (column: string): Promise<number> => (await communities.heading(page, column).boundingBox())!.x
    expect(await leftOf('residents')).toBeLessThan(await leftOf('floating'))
    await select(await cellOf(page, '山川社区', 'floating'))
    for (let step = 0; step < 9 && (await leftOf('residents')) < (await leftOf('floating')); step++) {
      await page.keyboard.press('Shift+F10')
      await menuItem(page, '这一列左移').click()
      await select(await cellOf(page, '山川社区', 'floating'))
    }
    expect(await leftOf('floating')).toBeLessThan(await leftOf('residents'))
    const before = (await communities.heading(page, 'name').boundingBox())!.width
    await (await cellOf(page, '山川社区', 'name')).click({ button: 'right' })
    await menuItem(page, '这一列最合适的宽度').click()
    await expect.poll(async () => (await communities.heading(page, 'name').boundingBox())!.width).not.toBe(before)

    await select(await cellOf(page, '山川社区', 'floating'))
    const floating = await (await cellOf(page, '山川社区', 'floating')).textContent()
    const next = await cellOf(page, '山川社区', 'residents')
    await page.keyboard.press('ArrowRight')
    await expect(next).toBeFocused()
    await page.keyboard.press('ControlOrMeta+r')
    await expect(next).toHaveText(floating!)
  })

  test('replaces what was found, in one step', async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+f')
    await tools.findField(page).fill('山川社区')
    await page.getByRole('textbox', { name: '替换为' }).fill('山水社区')
    await page.getByRole('button', { name: '全部替换' }).click()
    await expect(tools.findStatus(page)).toHaveText('没有找到')
    await findCommunity(page, '山水社区')
  })

  test('is entered and left with Tab, and arrows go through it', async ({ page }) => {
    const [first] = await findSubdistrict(page)
    await select(await cellOf(page, first, 'residents'))
    await page.keyboard.press('ArrowRight')
    await expect(await cellOf(page, first, 'floating')).toBeFocused()
    await page.keyboard.press('Tab')
    expect(await isInGrid(page)).toBe(false)
    await select(await cellOf(page, first, 'residents'))
    await page.keyboard.press('Shift+Tab')
    await expect.poll(() => isInGrid(page)).toBe(false)
    // Back again it is first the filter button, then the cell that was left.
    await page.keyboard.press('Tab')
    await expect(tools.filterButton(page, 'name')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(await cellOf(page, first, 'residents')).toBeFocused()
  })

  for (const [page, name] of [
    ['社区指标', 'the indicator table'],
    ['经费使用', 'the ledger'],
  ] as const)
    test(`numbers its rows and has no critical fault of access: ${name}`, async ({ page: window }) => {
      await goTo(window, page)
      // A few rows are made as all are; thousands of cells would only be looked at longer.
      await communities.search(window).fill('朝阳街道')
      await expect(window.locator('.rgCell[role="rowheader"]').first()).toHaveText('1')
      const { violations } = await axe(window).include('.data-grid').analyze()
      const critical = violations.filter(({ impact }) => impact === 'critical')
      expect(critical.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))).toEqual([])
    })
})
