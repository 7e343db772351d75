import { execFileSync } from 'node:child_process'
import { read, utils } from 'xlsx'
import { findTool } from '../support/tools.ts'
import { adoptThePlan } from './actions/adopt.ts'
import { printPage, saved } from './actions/app.ts'
import { cellOf, findCommunity, select } from './actions/edit.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { comparison } from './screens/comparison.ts'
import { shell } from './screens/shell.ts'

test('last year against the plan: A -360, B +660, C -110, D -200, together -10 (10,000 yuan), and who gains and loses', async ({
  page,
}) => {
  await goTo(page, '方案比较')
  await expect(comparison.side(page, 1)).toHaveValue('lastYear-2023')
  await expect(comparison.side(page, 2)).toHaveValue('year-2023')
  // Nobody had a class last year: by class each difference is that of the two amounts on its line.
  for (const [key, now, by] of [
    ['A', '1,080', '+1,080'],
    ['B', '1,980', '+1,980'],
    ['C', '330', '+330'],
    ['D', '200', '+200'],
    ['noClass', '0', '-3,600'],
  ] as const) {
    await expect(comparison.classRow(page, key).locator('[data-figure="amount-1"]')).toHaveText(now)
    await expect(comparison.classRow(page, key).locator('[data-figure="change"]')).toHaveText(by)
  }
  await expect(page.locator('.detail tfoot [data-figure="change"]')).toHaveText('-10')
  // The communities that are in a class now, before and now.
  await comparison.tab(page, '类内社区前后').click()
  for (const [key, before, now, by] of [
    ['A', '1,440', '1,080', '-360'],
    ['B', '1,320', '1,980', '+660'],
    ['C', '440', '330', '-110'],
    ['D', '400', '200', '-200'],
  ] as const) {
    const figure = (name: string) => comparison.classRow(page, key).locator(`[data-figure="${name}"]`)
    await expect(figure('before')).toHaveText(before)
    await expect(figure('now')).toHaveText(now)
    await expect(figure('change')).toHaveText(by)
  }
  await expect(page.locator('.detail tfoot [data-figure="change"]')).toHaveText('-10')
  await expect(comparison.figure(page, 0, 'amount')).toHaveText('3,600')
  await expect(comparison.figure(page, 1, 'amount')).toHaveText('3,590')
  await expect(comparison.figure(page, 1, 'net')).toHaveText('-10')
  await expect(comparison.figure(page, 1, 'gain')).toContainText(/^\s*\+660\s+66 个，[\d,]+ 人$/)
  await expect(comparison.figure(page, 1, 'loss')).toContainText(/^\s*-670\s+114 个，[\d,]+ 人$/)
})

test('the matrix has the totals of both plans as margins, and every number lists its communities', async ({ page }) => {
  // An address that is changed before the first page stands is not heard.
  await expect(shell.heading(page, '总览')).toBeVisible()
  await page.goto(`${page.url().split('#')[0]}#/comparison?sides=year-2023,policy-2023-base-and-headcount-1.0.2`)
  await comparison.tab(page, '类别对照表').click()
  for (const [key, count] of Object.entries({ A: '72', B: '66', C: '22', D: '20' }))
    await expect(comparison.cell(page, `class:${key}`, 'total').locator('.count')).toHaveText(count)
  await expect(comparison.cell(page, 'total', 'total').locator('.count')).toHaveText('180')
  await page.getByRole('combobox', { name: '格中第二行' }).selectOption('baseFen')
  for (const [key, wan] of Object.entries({ A: '1,080', B: '1,980', C: '330', D: '200' }))
    await expect(comparison.cell(page, `class:${key}`, 'total').locator('.money')).toHaveText(wan)
  await expect(comparison.cell(page, 'total', 'total').locator('.money')).toHaveText('3,590')
  await page.getByRole('combobox', { name: '格中第二行' }).selectOption('withFen')
  await expect(comparison.cell(page, 'total', 'total').locator('.money')).toHaveText(
    (await comparison.figure(page, 1, 'amount').innerText()).replace(/(\.\d*?)0+$/, '$1'),
  )

  const numbers = page.locator('.matrix button')
  for (let at = 0; at < (await numbers.count()); at += 1) {
    const count = await numbers.nth(at).locator('.count').innerText()
    await numbers.nth(at).click()
    await expect(comparison.shown(page)).toContainText(`显示 ${count} / 180`)
  }
})

test('a number by district and a gain lead to their communities, which are searched, sorted and pinned', async ({ page }) => {
  await goTo(page, '方案比较')
  await comparison.tab(page, '按区县').click()
  await comparison.place(page, '城北区').getByRole('button', { name: '城北区' }).click()
  await expect(comparison.shown(page)).toContainText('显示 34 / 180')
  await page.getByRole('button', { name: '去掉筛选：城北区' }).click()
  await comparison.figure(page, 1, 'gain').getByRole('button').click()
  await expect(comparison.shown(page)).toContainText('显示 66 / 180')

  await page.getByRole('searchbox').fill('祁连路西')
  await expect(comparison.rows(page)).toHaveCount(1)
  await comparison.pin(page, '祁连路西社区').click()
  await expect(comparison.pinned(page)).toHaveCount(1)
  await page.getByRole('searchbox').fill('')
  await page.getByRole('combobox', { name: '列出' }).selectOption('loss')
  await expect(comparison.shown(page)).toContainText('显示 115 / 180')
  await comparison.list(page).getByRole('button', { name: '② 增减' }).click()
  await expect(comparison.rows(page).first()).toContainText('-10')
  await expect(comparison.pinned(page)).toContainText('祁连路西社区')
  await comparison.list(page).evaluate((area) => area.scrollTo(0, 2000))
  await expect(comparison.pinned(page).getByRole('button', { name: '祁连路西社区', exact: true })).toBeInViewport()
  await comparison.pin(page, '祁连路西社区').click()
  await expect(comparison.pinned(page)).toHaveCount(0)
})

test('a community is explained under each plan; of last year and of an adopted plan it says what is kept', async ({ page }) => {
  await adoptThePlan(page)
  await goTo(page, '方案比较')
  await comparison.add(page).selectOption('adopted-1')
  await expect(comparison.totals(page, 2)).toContainText('分配方案')
  await page.getByRole('searchbox').fill('山川社区')
  await comparison.row(page, '山川社区').getByRole('button', { name: '山川社区', exact: true }).click()
  const panel = comparison.panel(page)
  await expect(panel).toContainText('规则逐条对照')
  await expect(panel.getByRole('region', { name: '金额怎么来的' })).toContainText('150,000')
  await comparison.onSide(page, /^③/).click()
  await expect(panel).toContainText('定稿保存了当时的类别、金额和算法步骤')
  await expect(panel.getByRole('region', { name: '金额怎么来的' })).toContainText('150,000')
  await expect(panel).not.toContainText('规则逐条对照')
  await comparison.onSide(page, /^①/).click()
  await expect(panel).toContainText('200,000 元')
  await expect(panel).toContainText('上年只存有随本年数据报来的类别和金额')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('marked scenarios stand beside the plan, up to four plans; one is looked at, taken out and changed', async ({ page }) => {
  await goTo(page, '情景推演')
  for (const name of ['甲案', '乙案']) {
    await page.getByRole('button', { name: '另存为情景' }).click()
    await page.getByRole('dialog').getByLabel('情景名称').fill(name)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保存|另存/ })
      .click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await goTo(page, '情景')
  for (const name of ['甲案', '乙案']) await page.getByRole('checkbox', { name: `勾选：${name}` }).check()
  await page.getByRole('button', { name: '与当前方案比较' }).click()
  await expect(comparison.totals(page, 2)).toContainText('乙案')
  await expect(comparison.figure(page, 2, 'net')).toHaveText('0')
  await comparison.add(page).selectOption('policy-2023-flat-2018-1.0.1')
  await expect(comparison.figure(page, 3, 'amount')).toHaveText('3,600')
  await expect(comparison.add(page)).toHaveCount(0)
  await comparison.totals(page, 3).getByRole('button', { pressed: false }).first().click()
  await expect(comparison.totals(page, 3)).toHaveClass(/chosen/)
  await expect(comparison.classRow(page, '统一').locator('[data-figure="change"]')).toHaveText('+3,600')
  await comparison.tab(page, '类内社区前后').click()
  await expect(comparison.classRow(page, '统一').locator('[data-figure="change"]')).toHaveText('+10')
  await page.getByRole('button', { name: '去掉第 2 个方案' }).click()
  await expect(comparison.totals(page, 3)).toHaveCount(0)
  expect(page.url()).toContain('sides=year-2023,scenario-2,policy-2023-flat-2018-1.0.1')
  await comparison.side(page, 1).selectOption('lastYear-2023')
  await expect(comparison.figure(page, 2, 'net')).toHaveText('0')
})

test('the comparison goes to Excel and to paper with the same numbers, and a reason for each change', async ({ page }) => {
  await goTo(page, '方案比较')
  await expect(comparison.figure(page, 1, 'net')).toHaveText('-10')
  const { bytes } = await saved(page, () => page.getByRole('button', { name: '导出 Excel' }).click())
  const overview: unknown[][] = utils.sheet_to_json(read(bytes).Sheets['总览']!, { header: 1 })
  const classes = overview.filter((row) => ['A', 'B', 'C', 'D'].includes(String(row[0])))
  expect(classes.slice(0, 4).map((row) => row[6])).toEqual([10_800_000, 19_800_000, 3_300_000, 2_000_000])
  expect(classes.slice(4).map((row) => row[4])).toEqual([-3_600_000, 6_600_000, -1_100_000, -2_000_000])

  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect(page.getByRole('heading', { name: '“2023年方案”与“上年（2022年）”比较表' })).toBeVisible()
  const pdftotext = findTool('pdftotext')
  test.skip(pdftotext === null, 'pdftotext is not installed (Debian: poppler-utils)')
  const paper = test.info().outputPath('comparison.pdf')
  await printPage(page, paper)
  const text = execFileSync(pdftotext!, ['-layout', paper, '-'], { encoding: 'utf8' })
  expect(text).toMatch(/B · B类社区\s+0\s+66\s+\+66\s+0\s+19,800,000\s+\+19,800,000/)
  expect(text).toMatch(/B · B类社区\s+66\s+13,200,000\s+19,800,000\s+\+6,600,000/)
  expect(text).toMatch(/祁连路西社区\s+未分类\s+B\s+200,000\s+300,000\s+\+100,000\s+老旧楼院密集社区/)
  expect(text).toMatch(/总计\s+36,000,000\s+35,900,000\s+-100,000/)
  expect(text).toContain('示例数据')
  await page.getByRole('button', { name: '返回' }).click()
  await expect(comparison.side(page, 2)).toHaveValue('year-2023')
})

test('where an amount is unknown on one side, two totals have no difference', async ({ page }) => {
  await goTo(page, '社区指标')
  await findCommunity(page, '祁连路西社区')
  const cell = await cellOf(page, '祁连路西社区', 'area')
  await select(cell)
  await page.keyboard.press('Delete')
  await expect(shell.said(page)).toContainText('已保存 1 格')
  await goTo(page, '方案比较')
  await expect(comparison.figure(page, 1, 'amount')).toHaveText('3,560')
  await expect(comparison.figure(page, 1, 'net')).toHaveText('–')
  await expect(comparison.figure(page, 1, 'gain')).toContainText('+650')
})
