import { download, textsOf } from './actions/desk.ts'
import { cellOf, findCommunity, type } from './actions/edit.ts'
import { goTo, undo } from './actions/go.ts'
import { applyImport, chooseSheet } from './actions/import.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { dictionary } from './screens/dictionary.ts'
import { importPage } from './screens/import.ts'
import { shell } from './screens/shell.ts'

test.describe("an indicator of one's own", () => {
  test('is added, and is at once in the table, the template and the import, under its synonym too', async ({ page }) => {
    await goTo(page, '指标字典')
    await dictionary.add(page).click()
    await dictionary.field(page, /^名称/).fill('沿街商铺')
    await dictionary.field(page, /^单位/).fill('户')
    await dictionary.field(page, '最大（可空）').fill('2000')
    await dictionary.field(page, '别名').fill('临街铺面、门店')
    await dictionary.field(page, '代号').fill('streetShops')
    await dictionary.submit(page, '增加指标').click()
    await expect(shell.said(page)).toContainText('已增加：沿街商铺')
    await expect(dictionary.row(page, 'streetShops')).toContainText('0 到 2,000')
    expect(await dictionary.keysOf(page, 'place')).toEqual(['location', 'area', 'streetShops'])

    await goTo(page, '社区指标')
    await expect(communities.heading(page, 'streetShops')).toContainText('沿街商铺')
    await findCommunity(page, '山川社区')
    await type(page, await cellOf(page, '山川社区', 'streetShops'), '5000')
    await expect(communities.refused(page)).toContainText('5000')
    await type(page, await cellOf(page, '山川社区', 'streetShops'), '150')
    await expect(shell.said(page)).toContainText('已保存 1 格')

    await goTo(page, '导入')
    const template = await download(page, page.getByRole('button', { name: '下载填报模板' }))
    expect(textsOf(template.bytes).texts.some((text) => text.includes('沿街商铺'))).toBe(true)
    await chooseSheet(page, [
      ['街道', '社区名称', '临街铺面'],
      ['朝阳街道', '山川社区', 180],
    ])
    await expect(importPage.column(page, '临街铺面')).toHaveValue('streetShops')
    await applyImport(page)
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await expect(await cellOf(page, '山川社区', 'streetShops')).toHaveText('180')
  })

  test('is never above others that are chosen for it: what is above them is refused, until the limit is taken out', async ({ page }) => {
    await goTo(page, '指标字典')
    await dictionary.act(page, '修改', '网格员').click()
    const limits = dictionary.field(page, '加一项……')
    await limits.selectOption({ label: '社区工作人员' })
    await limits.selectOption({ label: '民宿' })
    await expect(limits.locator('option', { hasText: '社区工作人员' })).toHaveCount(0)
    await expect(limits.locator('option', { hasText: /^(人口密度|区位|网格员)$/ })).toHaveCount(0)
    await page.getByRole('dialog').getByRole('button', { name: '去掉：民宿' }).click()
    await dictionary.submit(page, '保存').click()
    await expect(shell.said(page)).toContainText('已修改：网格员')
    await expect(dictionary.row(page, 'gridWorkers')).toContainText('不超过社区工作人员')

    await chooseSheet(page, [
      ['街道', '社区名称', '社区工作人员', '网格员'],
      ['朝阳街道', '山川社区', 15, 16],
    ])
    await expect(importPage.problems(page)).toContainText('网格员')
    await expect(importPage.problems(page)).toContainText('山川社区')
    await expect(importPage.apply(page)).toBeDisabled()

    await goTo(page, '指标字典')
    await dictionary.act(page, '修改', '社区工作人员').click()
    await dictionary.field(page, '加一项……').selectOption({ label: '网格员' })
    await dictionary.submit(page, '保存').click()
    await expect(page.getByRole('dialog').locator('.problems')).toContainText('自己')
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await dictionary.act(page, '修改', '网格员').click()
    await page.getByRole('dialog').getByRole('button', { name: '去掉：社区工作人员' }).click()
    await dictionary.submit(page, '保存').click()
    await chooseSheet(page, [
      ['街道', '社区名称', '社区工作人员', '网格员'],
      ['朝阳街道', '山川社区', 15, 16],
    ])
    await applyImport(page)
  })

  test('calculated by a formula is shown in the names of what it is calculated from', async ({ page }) => {
    await goTo(page, '指标字典')
    await dictionary.add(page).click()
    await dictionary.field(page, /^名称/).fill('户均人口')
    await dictionary.field(page, '在公式中插入指标').selectOption({ label: '常住人口' })
    const formula = dictionary.field(page, '公式（')
    await formula.press('End')
    await formula.pressSequentially(' /')
    await dictionary.field(page, '在公式中插入指标').selectOption({ label: '常住户数' })
    await expect(dictionary.dialog(page)).toContainText('常住人口 ÷ 常住户数')
    await dictionary.field(page, '最小计数单位').fill('0.01')
    await dictionary.field(page, '代号').fill('householdSize')
    await dictionary.submit(page, '增加指标').click()
    await expect(dictionary.row(page, 'householdSize')).toContainText('常住人口 ÷ 常住户数')
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await expect(await cellOf(page, '山川社区', 'householdSize')).toHaveText('2.2')
  })

  test('is refused in the dialog when it can be mistaken for another', async ({ page }) => {
    await goTo(page, '指标字典')
    await dictionary.add(page).click()
    await dictionary.field(page, /^名称/).fill('常住人口')
    await dictionary.submit(page, '增加指标').click()
    await expect(dictionary.dialog(page)).toContainText('名称“常住人口”已用于指标')
    await page.keyboard.press('Escape')
    await expect(dictionary.dialog(page)).toHaveCount(0)
    await expect(shell.undo(page)).toBeDisabled()
  })
})

test.describe('the dictionary', () => {
  test.beforeEach(({ page }) => goTo(page, '指标字典'))

  test('retires an indicator, keeps its values and brings it back', async ({ page }) => {
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    const before = await (await cellOf(page, '山川社区', 'registeredHouseholds')).textContent()
    await goTo(page, '指标字典')
    await dictionary.act(page, '停用', '户籍户数').click()
    await expect(dictionary.row(page, 'registeredHouseholds')).toHaveCount(0)
    await goTo(page, '社区指标')
    await expect(communities.heading(page, 'registeredPopulation')).toBeVisible()
    await expect(communities.heading(page, 'registeredHouseholds')).toHaveCount(0)
    await goTo(page, '指标字典')
    await dictionary.showRetired(page).check()
    await expect(dictionary.row(page, 'registeredHouseholds')).toContainText('已停用')
    await dictionary.act(page, '恢复', '户籍户数').click()
    await expect(shell.said(page)).toContainText('已恢复：户籍户数')
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await expect(await cellOf(page, '山川社区', 'registeredHouseholds')).toHaveText(before!)
  })

  test('does not retire what the policy in use rests on, and says who does', async ({ page }) => {
    await dictionary.act(page, '停用', '常住人口').click()
    await expect(shell.refusal(page)).toContainText('正在使用')
    await expect(dictionary.row(page, 'residents')).toBeVisible()
  })

  test('says which values no longer fit a change, makes it all the same, and takes it back', async ({ page }) => {
    await dictionary.act(page, '修改', '社区工作人员').click()
    await expect(dictionary.field(page, '代号')).toBeDisabled()
    await dictionary.field(page, '最大（可空）').fill('5')
    await dictionary.submit(page, '保存').click()
    await expect(page.getByRole('alert')).toContainText('原有数值不再合乎定义')
    await expect(dictionary.row(page, 'staff')).toContainText('0 到 5')
    await undo(page)
    await expect(dictionary.row(page, 'staff')).toContainText('不少于 0')
  })

  test('puts indicators and groups in another order, and the table follows', async ({ page }) => {
    await dictionary.act(page, '上移', '辖区面积').click()
    await expect.poll(() => dictionary.keysOf(page, 'place')).toEqual(['area', 'location'])
    await page.getByRole('button', { name: '整组下移：区位与面积' }).click()
    await expect.poll(async () => (await dictionary.groups(page)).slice(0, 2)).toEqual(['population', 'place'])
    await goTo(page, '社区指标')
    await expect(communities.anyCell(page)).toBeVisible()
    const left = async (column: string): Promise<number> => (await communities.heading(page, column).boundingBox())!.x
    expect(await left('registeredHouseholds')).toBeLessThan(await left('residents'))
    expect(await left('residents')).toBeLessThan(await left('area'))
    expect(await left('area')).toBeLessThan(await left('location'))
  })
})
