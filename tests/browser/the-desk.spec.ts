import { chooseFiles, download, textsOf } from './actions/desk.ts'
import { cellOf, findCommunity } from './actions/edit.ts'
import { goTo, undo } from './actions/go.ts'
import { applyImport } from './actions/import.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { desk } from './screens/desk.ts'
import { importPage } from './screens/import.ts'
import { overview } from './screens/overview.ts'
import { shell } from './screens/shell.ts'

const head = ['区县', '街道', '社区名称', '常住人口', '流动人口']
const chaoyang = (floating: string) => [
  ['城北区朝阳街道社区情况'],
  head,
  ['城北区', '朝阳街道', '山川社区', '１７，６００', '12,000'],
  ['城北区', '朝阳街道', '祁连路西社区居委会', 9900, floating],
  ['小计', '', '', 27_500, ''],
]
const chengbei = [head, ['城北区', '朝阳街道', '山川', 17_050, null], ['城北区', '朝阳街道', '崭新社区', 4000, 300]]
const zongzhai = [
  ['街道（镇）', '社区', '住着的人', '流动人口（万人）'],
  ['总寨镇', '金十字社区', 5200, '0.04'],
]

test.describe('several files at the import desk', () => {
  test.beforeEach(({ page }) => goTo(page, '导入'))

  test('are read together, sent back, mended, decided and applied as one step that one undo takes back', async ({ page }) => {
    await chooseFiles(page, { '朝阳街道.xlsx': chaoyang('很多'), '城北区.xlsx': chengbei, '总寨镇.xlsx': zongzhai })
    await expect(desk.files(page)).toHaveCount(3)
    await expect(desk.file(page, '朝阳街道.xlsx')).toContainText('1 错误')
    await expect(importPage.problems(page)).toContainText('很多')
    await expect(importPage.apply(page)).toBeDisabled()

    const returned = await download(page, desk.returnSheet(page, '朝阳街道.xlsx'))
    expect(returned.name).toContain('朝阳街道')
    const { comments, texts } = textsOf(returned.bytes)
    expect(texts).toContain('很多')
    expect(Object.entries(comments).find(([address]) => address.startsWith('E'))?.[1]).toContain('很多')

    await desk.takeOut(page, '朝阳街道.xlsx').click()
    await expect(desk.files(page)).toHaveCount(2)
    await chooseFiles(page, { '朝阳街道.xlsx': chaoyang('2,500') })
    await expect(desk.files(page)).toHaveCount(3)
    await expect(importPage.count(page, 'rows')).toHaveText('5')
    await expect(importPage.count(page, 'added')).toHaveText('1')
    await expect(importPage.count(page, 'skipped')).toHaveText('1')

    await desk.see(page, '总寨镇.xlsx').click()
    await importPage.column(page, '住着的人').selectOption({ label: '常住人口' })
    await expect(importPage.changes(page)).toContainText('5,200')

    await expect(desk.conflicts(page)).toContainText('17,600')
    await expect(desk.conflicts(page)).toContainText('17,050')
    await expect(desk.undecided(page)).toHaveText('1')
    await expect(importPage.apply(page)).toBeDisabled()
    await desk.choice(page, '山川社区的常住人口', '城北区.xlsx').check()
    await expect(desk.undecided(page)).toHaveText('0')
    await applyImport(page)
    await expect(shell.said(page)).toContainText('3 份文件')

    await goTo(page, '社区指标')
    for (const [name, residents] of [
      ['山川社区', '17,050'],
      ['祁连路西社区', '9,900'],
      ['金十字社区', '5,200'],
      ['崭新社区', '4,000'],
    ] as const) {
      await findCommunity(page, name)
      await expect(await cellOf(page, name, 'residents')).toHaveText(residents)
    }
    await undo(page)
    await communities.search(page).fill('崭新社区')
    await expect(communities.names(page)).toHaveCount(0)
    await findCommunity(page, '山川社区')
    await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('17,000')
    await goTo(page, '总览')
    await expect(overview.figure(page, 'communities')).toHaveText('180')
  })

  test('are decided by whole files, where the exception follows the rule', async ({ page }) => {
    const other = [head, ['城北区', '朝阳街道', '山川社区', 17_050, 11_000], ['城北区', '朝阳街道', '祁连路西社区', 9800, 2500]]
    await chooseFiles(page, { '甲.xlsx': chaoyang('2,500'), '乙.xlsx': other })
    await expect(desk.undecided(page)).toHaveText('3')
    await page.getByRole('button', { name: '都以“甲.xlsx”为准' }).click()
    await expect(desk.undecided(page)).toHaveText('0')
    await desk.choice(page, '山川社区的流动人口', '乙.xlsx').check()
    await applyImport(page)
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('17,600')
    await expect(await cellOf(page, '山川社区', 'floating')).toHaveText('11,000')
  })

  test('keep what was assigned by hand for the next sheet with the same headings, until it is forgotten', async ({ page }) => {
    await chooseFiles(page, { '总寨镇.xlsx': zongzhai })
    await importPage.column(page, '住着的人').selectOption({ label: '常住人口' })
    await expect(importPage.count(page, 'changed')).toHaveText('2')
    await applyImport(page)
    await expect(desk.layouts(page)).toContainText('住着的人 → 常住人口')

    await chooseFiles(page, { '总寨镇二季度.xlsx': [zongzhai[0]!, ['总寨镇', '金十字社区', 5300, '0.05']] })
    await expect(importPage.column(page, '住着的人')).toHaveValue('residents')
    await expect(desk.file(page, '总寨镇二季度.xlsx')).toContainText('沿用上次的对应')
    await page.getByRole('button', { name: '清空重来' }).click()
    await desk.layouts(page).getByRole('button', { name: '忘记：总寨镇.xlsx' }).click()
    await expect(desk.layouts(page)).toHaveCount(0)
    await chooseFiles(page, { '总寨镇二季度.xlsx': [zongzhai[0]!, ['总寨镇', '金十字社区', 5300, '0.05']] })
    await expect(importPage.column(page, '住着的人')).toHaveValue('')
  })

  test('show a file that is no spreadsheet beside the others', async ({ page }) => {
    await importPage
      .file(page)
      .setInputFiles({ name: '照片.xlsx', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\nnothing', 'latin1') })
    await expect(shell.refusal(page)).toContainText('照片.xlsx')
    await chooseFiles(page, { '朝阳街道.xlsx': chaoyang('2,500') })
    await expect(desk.files(page)).toHaveCount(2)
    await expect(importPage.apply(page)).toBeDisabled()
    await desk.takeOut(page, '照片.xlsx').click()
    await applyImport(page)
  })

  test("take the year's exported indicators back without any change", async ({ page }) => {
    const exported = await download(page, page.getByRole('button', { name: '导出本年指标' }))
    expect(exported.name).toMatch(/\.xlsx$/)
    await importPage.file(page).setInputFiles({ name: exported.name, mimeType: 'application/octet-stream', buffer: exported.bytes })
    await expect(importPage.count(page, 'rows')).toHaveText('180')
    await expect(importPage.count(page, 'unchanged')).toHaveText('180')
    await expect(importPage.count(page, 'changed')).toHaveText('0')
    await expect(page.getByText('表格与现有数据一致')).toBeVisible()
    // All that is left to do is to note that the sheets were delivered.
    await applyImport(page)
    await goTo(page, '变更记录')
    await expect(page.locator('tbody[data-step]').first()).toContainText('新增0，更改0，交来180个社区')
  })

  test('make a column that nobody knows a new indicator, and take its values with the others', async ({ page }) => {
    await chooseFiles(page, {
      '志愿者.xlsx': [
        ['区县', '街道', '社区', '志愿者（人）'],
        ['城北区', '朝阳街道', '山川社区', 45],
      ],
    })
    const column = page.getByRole('combobox', { name: 'D 志愿者（人）' })
    await expect(column).toHaveValue('')
    await page.getByRole('button', { name: '“志愿者（人）”作为新指标' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel('名称', { exact: true })).toHaveValue('志愿者')
    await dialog.getByRole('button', { name: '增加指标' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(column).toHaveValue('own1')
    await expect(importPage.count(page, 'changed')).toHaveText('1')
    await applyImport(page)
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await expect(await cellOf(page, '山川社区', 'own1')).toHaveText('45')
  })

  test('have their header pointed at where nobody knows it, and say what would come in', async ({ page }) => {
    await chooseFiles(page, {
      '摸排.xlsx': [
        ['城北区朝阳街道摸排表', '填报 张'],
        ['归口', '人数', '备用'],
        ['（全称）', '（实有）', '（不填）'],
        ['山川社区', 17100, 1],
        ['祁连路西社区', '约九千', 2],
      ],
    })
    const top = page.getByRole('group', { name: '表格的前几行' })
    await expect(top.getByRole('row').filter({ hasText: '（全称）' })).toHaveAttribute('aria-current', 'true')
    await top.getByRole('button', { name: '第 2 行是表头' }).click()
    await expect(top.getByRole('row').filter({ hasText: '归口' })).toHaveAttribute('aria-current', 'true')
    await top.getByRole('button', { name: '第 4 行是首行数据' }).click()
    await expect(top.locator('[aria-current]')).toHaveCount(2)
    await expect(page.getByRole('combobox', { name: 'A 归口' })).toHaveValue('name')
    await page.getByRole('combobox', { name: 'B 人数' }).selectOption('residents')
    await expect(page.locator('[data-trial]')).toHaveText('照此读入：社区 2 个，数值 1 个，不能读入 1 处。')
  })

  test('have names that are only guessed confirmed with one click before anything comes in', async ({ page }) => {
    await chooseFiles(page, {
      '集市.xlsx': [
        ['区县', '街道', '点位', '摊位'],
        ['城北区', '朝阳街道', '北门集市', 120],
        ['城北区', '朝阳街道', '南门集市', 80],
        ['城北区', '朝阳街道', '东门集市', 60],
      ],
    })
    const guessed = page.getByText('“点位”列各行都不相同，暂按社区名称读取')
    await expect(guessed.first()).toBeVisible()
    await expect(importPage.apply(page)).toBeDisabled()
    await page.getByRole('button', { name: '“点位”列就是社区名称' }).click()
    await expect(guessed).toHaveCount(0)
    await expect(page.getByRole('combobox', { name: 'C 点位' })).toHaveValue('name')
    await expect(importPage.count(page, 'rows')).toHaveText('3')
    await expect(importPage.apply(page)).toBeEnabled()
  })
})
