import { applyImport, chooseSheet } from './actions/import.ts'
import { cellOf, findCommunity } from './actions/edit.ts'
import { adoptThePlan } from './actions/adopt.ts'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { importPage } from './screens/import.ts'
import { overview } from './screens/overview.ts'
import { shell } from './screens/shell.ts'

test.describe('the very first start', () => {
  test.use({ begins: 'with nothing' })

  test('opens on the sample city, which comes out exactly and says that it is a sample', async ({ page }) => {
    await expect(overview.figure(page, 'total')).toHaveText('3,590万元')
    await expect(overview.figure(page, 'lastYear')).toHaveText('3,600万元')
    await expect(overview.figure(page, 'net')).toHaveText('-10万元')
    await expect(overview.figure(page, 'communities')).toHaveText('180')
    await expect(overview.figure(page, 'undecided')).toHaveText('0')
    await expect(shell.sampleMark(page)).toBeVisible()
  })
})

test.describe('the year at a glance', () => {
  test('shows every class with its number, its money and its shift', async ({ page }) => {
    const expected = {
      A: ['72', '1,080', '1,440', '-360'],
      B: ['66', '1,980', '1,320', '+660'],
      C: ['22', '330', '440', '-110'],
      D: ['20', '200', '400', '-200'],
    }
    for (const [key, numbers] of Object.entries(expected))
      await expect(overview.classRow(page, key)).toHaveText([new RegExp(`^\\s*${key}`), ...numbers])
    await expect(overview.classTotal(page)).toHaveText(['合计', '180', '3,590', '3,600', '-10'])
  })

  test('draws who moves and where money shifts, and gives the same as tables', async ({ page }) => {
    const flow = overview.chart(page, /^类别流向/)
    await expect(flow.locator('svg')).toContainText('B 类 66 个')
    await flow.getByRole('button', { name: '看数据表' }).click()
    await expect(flow.locator('tfoot td')).toHaveText(['合计', '180', '-10'])
    const districts = overview.chart(page, /^各区县经费增减/)
    await expect(districts.locator('svg')).toContainText('城东区')
    await districts.getByRole('button', { name: '看数据表' }).click()
    await expect(districts.locator('tbody tr')).toHaveCount(7)
    await expect(districts.locator('tfoot td')).toHaveText(['合计', '180', '3,600', '3,590', '-10'])
  })

  test('begins a new plan from the sample', async ({ page }) => {
    await goTo(page, '方案文件')
    await page.getByLabel('方案名称').fill('第二份方案')
    await page.getByLabel('办法').selectOption({ label: '2018年起统一定额' })
    await page.getByLabel('装入示例城市').check()
    await page.getByRole('button', { name: '新建并打开' }).click()
    await expect(shell.heading(page, '总览')).toBeVisible()
    await expect(page.getByRole('link', { name: '第二份方案' })).toBeVisible()
    await expect(overview.figure(page, 'communities')).toHaveText('180')
    await expect(overview.figure(page, 'total')).toHaveText('3,600万元')
  })

  test('keeps a result as adopted, and lists it', async ({ page }) => {
    await adoptThePlan(page)
    await goTo(page, '方案文件')
    await expect(page.getByRole('region', { name: '定稿' }).locator('tbody tr')).toContainText('3,590')
  })
})

test.describe('a spreadsheet from a subdistrict', () => {
  const head = ['区县', '街道', '社区名称', '常住人口（万人）', '流动人口']

  test('is previewed, applied as one step, and taken back with one undo', async ({ page }) => {
    await chooseSheet(page, [
      ['城北区社区指标表'],
      head,
      ['城北区', '朝阳街道', '山川社区', '1.75', '１２，０００'],
      ['城北区', '朝阳街道', '崭新社区', '0.4', '900'],
      ['合计', '', '', '2.15', '12,900'],
    ])
    await expect(importPage.count(page, 'rows')).toHaveText('2')
    await expect(importPage.count(page, 'added')).toHaveText('1')
    await expect(importPage.count(page, 'changed')).toHaveText('2')
    await expect(importPage.count(page, 'skipped')).toHaveText('1')
    await expect(importPage.column(page, '常住人口')).toHaveValue('residents')
    await expect(importPage.changes(page)).toContainText('17,500')
    await applyImport(page)

    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('17,500')
    await expect(await cellOf(page, '山川社区', 'floating')).toHaveText('12,000')
    await undo(page)
    await expect(await cellOf(page, '山川社区', 'residents')).not.toHaveText('17,500')
    await goTo(page, '总览')
    await expect(overview.figure(page, 'communities')).toHaveText('180')
  })

  test('is refused as a whole when a cell is wrong, and says which and why', async ({ page }) => {
    await chooseSheet(page, [
      head,
      ['城北区', '朝阳街道', '山川社区', '1.75', '很多'],
      ['城北区', '朝阳街道', '祁连路西社区', '0.9', '900'],
    ])
    await expect(importPage.problems(page)).toContainText('很多')
    await expect(importPage.problems(page)).toContainText('第 2 行 E 列')
    await expect(importPage.apply(page)).toBeDisabled()
    await goTo(page, '变更记录')
    await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(1)
  })

  test('can be corrected where a column was not recognised', async ({ page }) => {
    await chooseSheet(page, [
      ['街道', '社区名称', '社区里住的人'],
      ['朝阳街道', '山川社区', 17_600],
    ])
    await expect(importPage.count(page, 'changed')).toHaveText('0')
    await importPage.column(page, '社区里住的人').selectOption({ label: '常住人口' })
    await expect(importPage.count(page, 'changed')).toHaveText('1')
    await applyImport(page)
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await expect(communities.names(page)).toHaveText(['山川社区'])
    await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('17,600')
  })

  test('is turned away with a clear word when it is no spreadsheet', async ({ page }) => {
    await goTo(page, '导入')
    await importPage
      .file(page)
      .setInputFiles({ name: '照片.xlsx', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\nnothing', 'latin1') })
    await expect(shell.refusal(page)).toContainText('照片.xlsx')
    await expect(page.getByText('把表格文件拖到这里')).toBeVisible()
  })
})

test.describe('long work', () => {
  const manyRows = (count: number) => [
    ['区县', '街道', '社区名称', '常住人口'],
    ...Array.from({ length: count }, (_, position) => ['城北区', '朝阳街道', `测试${position + 1}社区`, position]),
  ]

  test('shows that a long spreadsheet is being read, and can be stopped', async ({ page }) => {
    await chooseSheet(page, manyRows(40_000))
    await page.getByRole('button', { name: '停止' }).click()
    await expect(shell.said(page)).toContainText('已停止')
    await expect(page.getByText('把表格文件拖到这里')).toBeVisible()
  })

  test('stops an import half way and leaves nothing of it behind', async ({ page }) => {
    await chooseSheet(page, manyRows(40_000))
    await expect(importPage.count(page, 'added')).toHaveText('40,000', { timeout: 30_000 })
    await importPage.apply(page).click()
    await page.getByRole('button', { name: '停止' }).click()
    await expect(shell.said(page)).toContainText('已停止', { timeout: 30_000 })
    await goTo(page, '总览')
    await expect(overview.figure(page, 'communities')).toHaveText('180')
  })
})
