import { cellOf, findCommunity, type } from './actions/edit.ts'
import { openYear } from './actions/year-round.ts'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { dialog, ledger, years } from './screens/year-round.ts'
import { shell } from './screens/shell.ts'

test('the sample city has five years, each resting on the one before', async ({ page }) => {
  await goTo(page, '年度')
  await expect(page.locator('tr[data-year]')).toHaveCount(5)
  await expect(years.row(page, 2022)).toContainText('3,600')
  await expect(years.row(page, 2023).locator('td')).toContainText(['2023 年', '', '180', '3,590', '3,600', '-10', '0'])
  await expect(years.row(page, 2023)).toContainText('当前')
  const amounts = await Promise.all([2022, 2023, 2024, 2025].map((year) => years.row(page, year).locator('td').nth(3).innerText()))
  const lastYears = await Promise.all([2023, 2024, 2025, 2026].map((year) => years.row(page, year).locator('td').nth(4).innerText()))
  expect(lastYears).toEqual(amounts)
})

test('a year is started from the last one with its money and what was left of it, and taken back', async ({ page }) => {
  await openYear(page, 2026)
  const total = await years.row(page, 2026).locator('td').nth(3).innerText()
  await goTo(page, '经费使用')
  await findCommunity(page, '祁连路西社区')
  await type(page, await cellOf(page, '祁连路西社区', 'carried'), '1.5万')
  await expect(await cellOf(page, '祁连路西社区', 'carried')).toHaveText('15,000')

  await goTo(page, '年度')
  await years.start(page).click()
  await expect(dialog.field(page, '新年度')).toHaveValue('2027')
  await dialog.field(page, '新年度').fill('2026')
  await dialog.action(page, '开始新年度').click()
  await expect(dialog.refusal(page)).toContainText('已经有 2026 年')
  await dialog.field(page, '新年度').fill('2027')
  await dialog.action(page, '开始新年度').click()
  await expect(shell.said(page)).toContainText('已开始 2027 年：180 个社区')
  await expect(shell.said(page)).toContainText('1 个社区的结余')
  await expect(shell.year(page)).toHaveValue('2027')
  await expect(years.row(page, 2027).locator('td').nth(4)).toHaveText(total)

  await goTo(page, '社区指标')
  await findCommunity(page, '祁连路西社区')
  await communities.nameCell(page, '祁连路西社区').click()
  await page.keyboard.press('End')
  await expect(await cellOf(page, '祁连路西社区', 'previousAmount')).toHaveText('300,000')
  await expect(await cellOf(page, '祁连路西社区', 'previousClass')).toHaveText('B')
  const carryOver = await cellOf(page, '祁连路西社区', 'carryOver')
  await expect(async () => {
    await page.keyboard.press('ArrowLeft')
    await expect(carryOver).toBeVisible({ timeout: 200 })
  }).toPass({ intervals: [0] })
  await expect(carryOver).toHaveText('15,000')

  await undo(page)
  await expect(shell.year(page)).toHaveValue('2026')
  await goTo(page, '年度')
  await expect(years.row(page, 2027)).toHaveCount(0)
})

test('the use of the money is entered, its rate follows, and what does not add up is said', async ({ page }) => {
  await openYear(page, 2026)
  await goTo(page, '经费使用')
  await findCommunity(page, '山川社区')
  const cell = (column: string) => cellOf(page, '山川社区', column)
  await type(page, await cell('allocated'), '150,000')
  await type(page, await cell('spent'), 'abc')
  await expect(await cell('spent')).toHaveAttribute('aria-invalid', 'true')
  await type(page, await cell('spent'), '10万')
  await expect(await cell('spent')).toHaveText('100,000')
  await expect(await cell('rate')).toHaveText('66.7%')
  await type(page, await cell('carried'), '49,999.5')
  await expect(await cell('doubt')).toHaveText('差 0.50')
  await ledger.onlyDoubts(page).check()
  await expect(communities.names(page)).toHaveText(['山川社区'])
  await expect(ledger.onlyDoubts(page)).toHaveAccessibleName('只看有提醒的（1）')
  await ledger.onlyDoubts(page).uncheck()
  await type(page, await cell('carried'), '50000')
  await expect(await cell('doubt')).toHaveText('')
  await expect(ledger.district(page, '城北区')).toHaveText(['城北区', '1 / 34', '15', '10', '5', '66.7%'])
  await expect(ledger.district(page, 'total')).toHaveText(['合计', '1 / 180', '15', '10', '5', '66.7%'])
})
