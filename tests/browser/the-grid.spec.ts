import type { Page } from '@playwright/test'
import { cellOf, copy, extend, findCommunity, paste, select, type } from './actions/edit.ts'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { tools } from './screens/communities-tools.ts'
import { shell } from './screens/shell.ts'

const numberIn = (text: string | null): number => Number(text!.replaceAll(',', ''))
const firstNames = async (page: Page): Promise<string[]> => communities.names(page).allTextContents()

/** Narrows a column by its filter button. */
async function filter(page: Page, column: string, condition: string, from: string): Promise<void> {
  await tools.filterButton(page, column).click()
  await tools.filterForm(page).getByLabel('条件').selectOption({ label: condition })
  await tools.filterForm(page).getByRole('textbox').first().fill(from)
  await tools.filterForm(page).getByRole('button', { name: '确定' }).click()
}

test.describe('the tools of the indicator table', () => {
  test.beforeEach(async ({ page }) => {
    await goTo(page, '社区指标')
    await expect(communities.anyCell(page)).toBeVisible()
  })

  test('filters a column without a mouse: from its cell, and from button to button', async ({ page }) => {
    const [first] = (await firstNames(page)) as [string]
    await select(await cellOf(page, first, 'residents'))
    await page.keyboard.press('Alt+ArrowDown')
    await expect(tools.filterForm(page)).toHaveAccessibleName('筛选：常住人口')
    // Leaving it gives the focus back to the cell.
    await page.keyboard.press('Escape')
    await expect(tools.filterForm(page)).toHaveCount(0)
    await expect(await cellOf(page, first, 'residents')).toBeFocused()

    // From the first row the arrow goes up to the button, and along the buttons to columns that are not in view.
    await page.keyboard.press('ArrowUp')
    await expect(tools.filterButton(page, 'residents')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(tools.filterButton(page, 'residents')).not.toBeFocused()
    await page.keyboard.press('End')
    await expect(tools.filterButton(page, 'previousClass')).toBeFocused()
    await page.keyboard.press('Home')
    await expect(tools.filterButton(page, 'name')).toBeFocused()
    // It is the one that Tab reaches.
    await page.keyboard.press('Shift+Tab')
    await expect(tools.filterButton(page, 'name')).not.toBeFocused()
    await page.keyboard.press('Tab')
    await expect(tools.filterButton(page, 'name')).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(tools.filterForm(page)).toHaveAccessibleName('筛选：社区名称')
    await tools.filterForm(page).getByRole('textbox').first().focus()
    await page.keyboard.type('山川社区')
    await page.keyboard.press('Enter')
    await expect(communities.names(page)).toHaveText(['山川社区'])
    await expect(tools.filterButton(page, 'name')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(communities.nameCell(page, '山川社区')).toBeFocused()
    // What is typed there is meant for the cell again, and typing on a button is meant for nobody.
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('x')
    await expect(communities.editor(page)).toHaveCount(0)
  })

  test('fills down with Ctrl+D over a range, as one step', async ({ page }) => {
    await communities.search(page).fill('朝阳街道')
    await expect(page.locator('.rgCell[data-column="subdistrict"]').first()).toHaveText('朝阳街道')
    const [first, second, third] = (await firstNames(page)) as [string, string, string]
    const before = await (await cellOf(page, third, 'residents')).textContent()
    const [residents, floating] = [
      await (await cellOf(page, first, 'residents')).textContent(),
      await (await cellOf(page, first, 'floating')).textContent(),
    ]
    await select(await cellOf(page, first, 'residents'))
    await extend(page, 'Shift+ArrowDown')
    await extend(page, 'Shift+ArrowDown')
    await extend(page, 'Shift+ArrowRight')
    await page.keyboard.press('ControlOrMeta+d')
    for (const name of [second, third]) {
      await expect(await cellOf(page, name, 'residents')).toHaveText(residents!)
      await expect(await cellOf(page, name, 'floating')).toHaveText(floating!)
    }
    await undo(page)
    await expect(await cellOf(page, third, 'residents')).toHaveText(before!)
  })

  test('copies a range so that a spreadsheet, or the table itself, takes it', async ({ page }) => {
    await communities.search(page).fill('朝阳街道')
    await expect(page.locator('.rgCell[data-column="subdistrict"]').first()).toHaveText('朝阳街道')
    const [first, second] = (await firstNames(page)) as [string, string]
    const texts: string[] = []
    for (const name of [first, second])
      for (const column of ['residents', 'floating']) texts.push((await (await cellOf(page, name, column)).textContent())!)
    await copy(page, 'something else')
    await select(await cellOf(page, first, 'residents'))
    await extend(page, 'Shift+ArrowDown')
    await extend(page, 'Shift+ArrowRight')
    await page.keyboard.press('ControlOrMeta+c')
    await communities.search(page).fill('')
    await communities.search(page).press('ControlOrMeta+v')
    // A field of one line drops the line ends; the tabs stay.
    await expect(communities.search(page)).toHaveValue(/\t/)
    expect((await communities.search(page).inputValue()).replace(/[\r\n\t ]+/g, '')).toBe(texts.join(''))
  })

  test('keeps out only the one cell of a pasted block that is out of range', async ({ page }) => {
    await findCommunity(page, '山川社区')
    await paste(page, await cellOf(page, '山川社区', 'residents'), '17500\t-5')
    await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('17,500')
    await expect(await cellOf(page, '山川社区', 'residents')).not.toHaveAttribute('aria-invalid', 'true')
    await expect(await cellOf(page, '山川社区', 'floating')).toHaveAttribute('aria-invalid', 'true')
    await expect(communities.refused(page)).toContainText('1 格未保存')
  })

  test('reads a pasted block as a sheet is read: units, marks for unknown, and what is no such number', async ({ page }) => {
    await findCommunity(page, '山川社区')
    const [residents, floating, elderly] = [
      await cellOf(page, '山川社区', 'residents'),
      await cellOf(page, '山川社区', 'floating'),
      await cellOf(page, '山川社区', 'elderly'),
    ]
    await paste(page, residents, '1.75万人\t-\t350户')
    await expect(residents).toHaveText('17,500')
    await expect(floating).toHaveText('')
    await expect(floating).not.toHaveAttribute('aria-invalid', 'true')
    await expect(elderly).toHaveAttribute('aria-invalid', 'true')
    await expect(elderly).toHaveAttribute('title', /应填数字，却是“350户”/)
  })

  test('finds within the table with Ctrl+F, forwards, backwards, and leaves at the cell', async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+f')
    await tools.findField(page).fill('朝阳街道')
    await expect(tools.findStatus(page)).toHaveText(/^1 \/ \d+$/)
    const count = Number((await tools.findStatus(page).textContent())!.split('/')[1])
    expect(count).toBeGreaterThan(1)
    await expect(tools.found(page)).toHaveText('朝阳街道')
    const firstRow = await tools.found(page).getAttribute('data-row')
    await tools.findField(page).press('Enter')
    await expect(tools.findStatus(page)).toHaveText(`2 / ${count}`)
    await expect(tools.found(page)).not.toHaveAttribute('data-row', firstRow!)
    await tools.findField(page).press('Shift+Enter')
    await tools.findField(page).press('Shift+Enter')
    await expect(tools.findStatus(page)).toHaveText(`${count} / ${count}`)
    await expect(tools.found(page), 'the last match is scrolled into view').toBeInViewport()
    await tools.findField(page).fill('没有这样的社区')
    await expect(tools.findStatus(page)).toHaveText('没有找到')
    await tools.findField(page).fill('山川社区')
    await tools.findField(page).press('Escape')
    await expect(tools.findField(page)).toHaveCount(0)
    await expect(communities.nameCell(page, '山川社区')).toBeFocused()
  })

  test('types into the find field only, however fast, though a cell had the focus', async ({ page }) => {
    const [first] = (await firstNames(page)) as [string]
    await select(await cellOf(page, first, 'residents'))
    await page.keyboard.press('ControlOrMeta+f')
    await expect(tools.findField(page)).toBeFocused()
    await page.keyboard.type('1234')
    await expect(tools.findField(page)).toHaveValue('1234')
    await page.keyboard.press('Enter')
    await expect(tools.findStatus(page)).toHaveText(/^2 \/ |没有找到|^1 \/ 1$/)
    await page.keyboard.type('0')
    await expect(tools.findField(page)).toHaveValue('12340')
    await expect(communities.editor(page)).toHaveCount(0)
    await expect(shell.undo(page), 'nothing was entered').toBeDisabled()
  })

  test('narrows by number, by text and by what is empty, one column with the other', async ({ page }) => {
    await filter(page, 'residents', '不小于', '1.5万')
    await expect(communities.counted(page)).not.toHaveText('180 / 180 个社区')
    const numbers = async (): Promise<number[]> => (await page.locator('.rgCell[data-column="residents"]').allTextContents()).map(numberIn)
    await expect.poll(async () => Math.min(...(await numbers()))).toBeGreaterThanOrEqual(15_000)
    expect((await numbers()).length).toBeGreaterThan(0)
    const byNumber = numberIn((await communities.counted(page).textContent())!.split('/')[0]!)

    await filter(page, 'district', '包含', '城北')
    await expect(communities.counted(page)).not.toHaveText(`${byNumber} / 180 个社区`)
    const districts = async (): Promise<string[]> => [...new Set(await page.locator('.rgCell[data-column="district"]').allTextContents())]
    await expect.poll(districts).toEqual(['城北区'])
    await page.getByRole('button', { name: '去掉筛选：常住人口 ≥ 1.5万' }).click()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await expect(communities.counted(page)).toHaveText('180 / 180 个社区')

    await findCommunity(page, '山川社区')
    await select(await cellOf(page, '山川社区', 'residents'))
    await page.keyboard.press('Delete')
    await expect(shell.said(page)).toContainText('已保存 1 格')
    await communities.search(page).fill('')
    await tools.filterButton(page, 'residents').click()
    await tools.filterForm(page).getByLabel('条件').selectOption({ label: '为空' })
    await tools.filterForm(page).getByRole('button', { name: '确定' }).click()
    await expect(communities.names(page)).toHaveText(['山川社区'])
  })

  test('says when a filter is no number, and leaves the table as it was', async ({ page }) => {
    await filter(page, 'residents', '不小于', '很多')
    await expect(tools.filterForm(page).getByRole('alert')).toContainText('请填写数字')
    await page.keyboard.press('Escape')
    await expect(tools.filterForm(page)).toHaveCount(0)
    await expect(communities.counted(page)).toHaveText('180 / 180 个社区')
  })

  test('keeps a named view: columns, filters and order, also after the window was closed', async ({ page }) => {
    await filter(page, 'residents', '不小于', '15000')
    await communities.heading(page, 'residents').click()
    await tools.viewsButton(page).click()
    await tools.viewsPanel(page).getByLabel('流动人口', { exact: true }).uncheck()
    await expect(communities.heading(page, 'floating')).toHaveCount(0)
    await tools.viewsPanel(page).getByLabel('视图名称').fill('大社区')
    await tools.viewsPanel(page).getByRole('button', { name: '保存当前视图' }).click()
    await expect(shell.said(page)).toHaveText('已保存视图：大社区')
    await expect(communities.names(page).first()).toBeVisible()
    const names = await firstNames(page)

    await page.reload()
    await expect(communities.counted(page)).toHaveText('180 / 180 个社区')
    await tools.viewsButton(page).click()
    await tools.viewsPanel(page).getByRole('button', { name: '大社区', exact: true }).click()
    await expect(page.getByRole('button', { name: /^视图：大社区/ })).toBeVisible()
    await expect(communities.heading(page, 'floating')).toHaveCount(0)
    await expect(communities.names(page)).toHaveText(names)
    await tools.viewsButton(page).click()
    await tools.viewsPanel(page).getByRole('button', { name: '恢复默认' }).click()
    await expect(communities.counted(page)).toHaveText('180 / 180 个社区')
    await expect(communities.heading(page, 'floating')).toBeVisible()
  })

  test('has the districts and subdistricts at the side, with their counts', async ({ page }) => {
    await tools.treeButton(page).click()
    const tree = tools.tree(page)
    await expect(tree.getByRole('button', { name: '全部 180' })).toHaveAttribute('aria-current', 'true')
    await tree.getByRole('button', { name: /^湟源县 \d+/ }).click()
    await expect(communities.counted(page)).toHaveText('10 / 180 个社区')
    await expect(tree.getByRole('button', { name: '湟源县 10' })).toHaveAttribute('aria-current', 'true')
    await tree.getByRole('button', { name: '展开 城北区' }).click()
    const subdistrict = tree.getByRole('button', { name: /^朝阳街道 \d+$/ })
    const count = Number((await subdistrict.textContent())!.replace('朝阳街道', ''))
    await subdistrict.click()
    await expect(communities.counted(page)).toHaveText(`${count} / 180 个社区`)
    await page.reload()
    await expect(tree, 'the list stays open').toBeVisible()
    await tools.treeButton(page).click()
    await expect(tree).toHaveCount(0)
  })

  test('tells what is unusual from what is wrong, counts both and goes to each', async ({ page }) => {
    const countOf = async (button: ReturnType<typeof tools.warnings>): Promise<number> =>
      numberIn((await button.textContent())!.replace(/\D+/, ''))
    await expect(tools.warnings(page)).toBeEnabled()
    await expect(tools.errors(page)).toHaveText('错误 0')
    await findCommunity(page, '山川社区')
    const residents = await cellOf(page, '山川社区', 'residents')
    const rowKey = (await residents.getAttribute('data-row'))!
    const before = numberIn(await residents.textContent())
    const warned = await countOf(tools.warnings(page))
    await type(page, residents, String(before * 4))
    await expect(residents).toHaveClass(/warning/)
    await expect(residents).toHaveAttribute('title', /2022 年为 [\d]+，相差超过一半/)
    await expect(residents, 'it is saved all the same').not.toHaveAttribute('aria-invalid', 'true')
    await expect(communities.refused(page)).toHaveCount(0)
    await expect(tools.warnings(page)).toHaveText(`提示 ${warned + 1}`)
    await expect(tools.errors(page)).toHaveText('错误 0')

    const floating = await cellOf(page, '山川社区', 'floating')
    await type(page, floating, '-3')
    await expect(floating).toHaveClass(/error/)
    await expect(tools.errors(page)).toHaveText('错误 1')
    await select(communities.nameCell(page, '山川社区'))
    await tools.errors(page).click()
    await expect(floating).toBeFocused()
    await tools.warnings(page).click()
    await expect(residents).toBeFocused()
    await tools.warnings(page).click()
    await expect(page.locator('.rgCell.warning:focus'), 'the next one lies outside of what the search had left').not.toHaveAttribute(
      'data-row',
      rowKey,
    )

    await undo(page)
    await expect(tools.errors(page), 'what was typed last is taken back first').toHaveText('错误 0')
    await expect(tools.warnings(page)).toHaveText(`提示 ${warned + 1}`)
    await undo(page)
    await expect(tools.warnings(page)).toHaveText(`提示 ${warned}`)
  })

  test('asks the program three times at most for one cell that is typed', async ({ page, hostKind }) => {
    test.skip(hostKind !== 'web', 'what a window asks goes over its bridge, and is not seen from outside')
    const residents = await cellOf(page, (await firstNames(page))[0]!, 'residents')
    await select(residents)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/api')) asked.push((request.postDataJSON() as { name: string }).name)
    })
    await page.keyboard.type('4321')
    await page.keyboard.press('Enter')
    await expect(residents).toHaveText('4,321')
    await expect(shell.undo(page)).toBeEnabled()
    // Whatever the page asks because of the reply, it asks before it is idle again.
    await page.waitForFunction(() => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(() => resolve(true)))))
    // The plan is checked once, three seconds after it was opened, whatever she does meanwhile: not because of the cell.
    const becauseOfIt = asked.filter((name) => name !== 'plan.check')
    expect(becauseOfIt[0]).toBe('indicators.update')
    expect(becauseOfIt.length, becauseOfIt.join(', ')).toBeLessThanOrEqual(3)
  })

  test('shows last year below each value, without changing what is edited', async ({ page }) => {
    await findCommunity(page, '山川社区')
    const residents = await cellOf(page, '山川社区', 'residents')
    const now = await residents.textContent()
    await tools.compare(page).check()
    await expect(residents.locator('.below')).toHaveText(/^[\d,]+$/)
    const last = (await residents.locator('.below').textContent())!
    expect(last).not.toBe(now)
    await select(residents)
    await page.keyboard.press('F2')
    await expect(communities.editor(page)).toHaveValue(now!)
    await page.keyboard.press('Escape')
    await tools.compare(page).uncheck()
    await expect(residents).toHaveText(now!)

    await page.evaluate(() => document.querySelector<HTMLElement>(':focus')?.blur())
    await goTo(page, '年度')
    await page.getByRole('button', { name: '打开 2022 年' }).click()
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await expect(await cellOf(page, '山川社区', 'residents'), 'it was the year before').toHaveText(last)
    await expect(tools.compare(page), 'the first year has none before it').toBeDisabled()
  })
})
