import { cellOf, extend, findCommunity, findSubdistrict, paste, select, type } from './actions/edit.ts'
import { goTo, undo } from './actions/go.ts'
import { applyImport, chooseSheet } from './actions/import.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { importPage } from './screens/import.ts'
import { shell } from './screens/shell.ts'

test.describe('the indicator table', () => {
  test.beforeEach(async ({ page }) => {
    await goTo(page, '社区指标')
    await expect(communities.anyCell(page)).toBeVisible()
  })

  test('is typed into like a spreadsheet, and each entry can be undone and done again', async ({ page }) => {
    await findCommunity(page, '山川社区')
    const residents = await cellOf(page, '山川社区', 'residents')
    const before = await residents.textContent()
    await type(page, residents, '17,123')
    await expect(residents).toHaveText('17,123')
    await expect(shell.said(page)).toContainText('已保存 1 格')

    await page.keyboard.press('ControlOrMeta+z')
    await expect(residents).toHaveText(before!)
    await page.keyboard.press('ControlOrMeta+y')
    await expect(residents).toHaveText('17,123')
    await page.reload()
    await findCommunity(page, '山川社区')
    await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('17,123')
  })

  test('calculates derived indicators anew and does not let them be typed over', async ({ page }) => {
    await findCommunity(page, '山川社区')
    await type(page, await cellOf(page, '山川社区', 'residents'), '20000')
    await expect(shell.said(page)).toContainText('已保存')
    await type(page, await cellOf(page, '山川社区', 'floating'), '5000')
    await select(await cellOf(page, '山川社区', 'floating'))
    await page.keyboard.press('End')
    await expect(page.locator('.rgCell:focus'), 'the last column').not.toHaveAttribute('data-column', 'floating')
    const share = await cellOf(page, '山川社区', 'floatingShare')
    await expect(share).toHaveText('25%')
    await select(share)
    await page.keyboard.type('90')
    await expect(communities.editor(page)).toHaveCount(0)
    await expect(share).toHaveText('25%')
  })

  test('opens a cell with F2, gives it up with Escape, and moves on with Tab', async ({ page }) => {
    await findCommunity(page, '山川社区')
    const residents = await cellOf(page, '山川社区', 'residents')
    const before = await residents.textContent()
    await select(residents)
    await page.keyboard.press('F2')
    await expect(communities.editor(page)).toHaveValue(before!)
    await page.keyboard.type('9')
    await page.keyboard.press('Escape')
    await expect(residents).toHaveText(before!)
    await expect(residents).toBeFocused()
    await page.keyboard.type('18000')
    await page.keyboard.press('Tab')
    await expect(await cellOf(page, '山川社区', 'floating')).toBeFocused()
    await expect(residents).toHaveText('18,000')
  })

  test('marks what does not fit, says why, keeps it out of the plan, and saves it once corrected', async ({ page }) => {
    await findCommunity(page, '山川社区')
    const residents = await cellOf(page, '山川社区', 'residents')
    await type(page, residents, 'many')
    await expect(residents).toHaveAttribute('aria-invalid', 'true')
    await expect(residents).toHaveAttribute('title', /many/)
    await expect(communities.refused(page)).toContainText('1 格未保存')

    const old = await cellOf(page, '山川社区', 'elderly')
    await type(page, old, '99999')
    await expect(old, 'more older residents than residents').toHaveAttribute('aria-invalid', 'true')
    await expect(communities.refused(page)).toContainText('2 格未保存')

    await type(page, residents, '17600')
    await expect(residents).toHaveText('17,600')
    await expect(residents).not.toHaveAttribute('aria-invalid', 'true')
    await communities.refused(page).getByRole('button', { name: '全部放弃' }).click()
    await expect(communities.refused(page)).toHaveCount(0)
    // Giving up is a step of the plan as the entries were: undone, they wait again; then the edit is taken back.
    await undo(page)
    await expect(communities.refused(page)).toContainText('1 格未保存')
    await undo(page)
    await expect(residents).toHaveText('many')
  })

  test('takes a block from a spreadsheet, Chinese forms included, as one step', async ({ page }) => {
    const [first, second] = await findSubdistrict(page)
    const cell = await cellOf(page, first, 'residents')
    const before = await cell.textContent()
    await paste(page, cell, '1.2万\t３，０００\r\n"9,500"\tx12\r\n')
    await expect(cell).toHaveText('12,000')
    await expect(await cellOf(page, first, 'floating')).toHaveText('3,000')
    await expect(await cellOf(page, second, 'residents')).toHaveText('9,500')
    await expect(await cellOf(page, second, 'floating')).toHaveAttribute('aria-invalid', 'true')
    await expect(communities.refused(page)).toContainText('1 格未保存')
    await undo(page)
    await expect(cell).toHaveText(before!)
    await expect(await cellOf(page, second, 'residents')).not.toHaveText('9,500')
  })

  test('says how much of a pasted block did not fit', async ({ page }) => {
    await findCommunity(page, '山川社区')
    await paste(page, await cellOf(page, '山川社区', 'residents'), '17500\r\n1\r\n2\r\n')
    await expect(shell.said(page)).toContainText('多出的 2 格')
    await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('17,500')
  })

  test('empties a selection with Delete, which leaves the values unknown', async ({ page }) => {
    const [first, second] = await findSubdistrict(page)
    await select(await cellOf(page, first, 'residents'))
    await extend(page, 'Shift+ArrowDown')
    await extend(page, 'Shift+ArrowRight')
    await page.keyboard.press('Delete')
    for (const name of [first, second])
      for (const column of ['residents', 'floating']) await expect(await cellOf(page, name, column)).toHaveText('')
    await expect(shell.said(page)).toContainText('已保存 4 格')
    await goTo(page, '总览')
    await expect(page.getByRole('region', { name: '数据情况' })).toContainText('2 格，涉及 2 个社区')
  })

  test('offers the options of a category and takes its name', async ({ page }) => {
    await findCommunity(page, '山川社区')
    const location = await cellOf(page, '山川社区', 'location')
    await select(location)
    await page.keyboard.press('F2')
    await expect(page.locator('datalist option')).toHaveCount(3)
    await communities.editor(page).fill('乡镇')
    await page.keyboard.press('Enter')
    await expect(location).toHaveText('乡镇')
    await expect(shell.said(page)).toContainText('已保存 1 格')
  })

  test('takes the text of an input method that begins on a selected cell', async ({ page }) => {
    await findCommunity(page, '山川社区')
    const location = await cellOf(page, '山川社区', 'location')
    await select(location)
    const session = await page.context().newCDPSession(page)
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 })
    await session.send('Input.imeSetComposition', { text: 'xiang', selectionStart: 5, selectionEnd: 5 })
    await session.send('Input.insertText', { text: '乡镇' })
    await expect(communities.editor(page)).toHaveValue('乡镇')
    await page.keyboard.press('Enter')
    await expect(location).toHaveText('乡镇')
  })

  test('finds, filters and sorts', async ({ page }) => {
    await page.getByRole('combobox', { name: '区县' }).selectOption('湟源县')
    await expect(communities.counted(page)).toHaveText('10 / 180 个社区')
    await communities.heading(page, 'residents').click()
    const numbers = async (): Promise<number[]> =>
      (await page.locator('.rgCell[data-column="residents"]').allTextContents()).map((text) => Number(text.replace(',', '')))
    const rising = (await numbers()).sort((a, b) => a - b)
    expect(rising).toHaveLength(10)
    await expect.poll(numbers).toEqual(rising)
    await communities.heading(page, 'residents').click()
    await expect.poll(numbers).toEqual(rising.toReversed())
    await page.getByRole('button', { name: '清除筛选' }).click()
    await expect(communities.counted(page)).toHaveText('180 / 180 个社区')
  })

  test('adds a community and removes it again', async ({ page }) => {
    await page.getByRole('button', { name: '新增社区' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('社区名称').fill('崭新社区')
    await dialog.getByLabel('区县').fill('城北区')
    await dialog.getByLabel('街道（镇）').fill('朝阳街道')
    await dialog.getByRole('button', { name: '新增社区' }).click()
    await expect(shell.said(page)).toHaveText('已新增：崭新社区')
    await findCommunity(page, '崭新社区')
    await select(await cellOf(page, '崭新社区', 'residents'))
    await page.getByRole('button', { name: '移除' }).click()
    await expect(page.getByRole('dialog')).toContainText('崭新社区')
    await page.getByRole('dialog').getByRole('button', { name: '移除' }).click()
    await expect(communities.names(page)).toHaveCount(0)
    await undo(page)
    await expect(communities.names(page)).toHaveText(['崭新社区'])
  })
})

test('two thousand communities are scrolled through with only those in view in the document', async ({ page }) => {
  const rows = Array.from({ length: 2000 }, (_, position) => [
    '城北区',
    '朝阳街道',
    `测试${String(position + 1).padStart(4, '0')}社区`,
    5000 + position,
    100,
  ])
  await chooseSheet(page, [['区县', '街道', '社区名称', '常住人口', '流动人口'], ...rows])
  await expect(importPage.count(page, 'added')).toHaveText('2,000')
  await applyImport(page)
  await goTo(page, '社区指标')
  await expect(communities.counted(page)).toHaveText('2180 / 2180 个社区')
  expect(await page.locator('.rgCell').count()).toBeLessThan(2000)
  await communities.search(page).fill('测试')
  await select(communities.names(page).first())
  await page.keyboard.press('ArrowRight')
  await communities.names(page).first().hover()
  await page.mouse.wheel(0, 2000 * 28)
  await expect(communities.nameCell(page, '测试2000社区')).toBeVisible()
  await expect(await cellOf(page, '测试2000社区', 'residents')).toHaveText('6,999')
  expect(await page.locator('.rgCell').count()).toBeLessThan(2000)
})
