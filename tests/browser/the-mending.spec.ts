import { chooseFiles } from './actions/desk.ts'
import { cellOf, findCommunity, paste, type } from './actions/edit.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { communities } from './screens/communities.ts'
import { importPage } from './screens/import.ts'

const head = ['街道', '社区名称', '常住人口', '流动人口']

test('a sheet with problems is mended in place: cells put right, the district named once, the rest imported, the other cell later', async ({
  page,
}) => {
  await goTo(page, '导入')
  await chooseFiles(page, {
    '朝阳街道.xlsx': [
      ['区县', ...head],
      ['城北区', '朝阳街道', '山川社区', '很多', '12,000'],
      ['城北区', '朝阳街道', '祁连路西社区', 9900, '若干'],
    ],
    '新街道.xlsx': [head, ['新街道', '崭新社区', 400, 3]],
  })
  await expect(importPage.problems(page)).toContainText('很多')
  // The district is asked for first, once; what the columns hold is shown where they are assigned.
  await expect(page.getByRole('button', { name: /^先导入其余/ })).toBeDisabled()
  await page.getByRole('combobox', { name: '区县', exact: true }).fill('城北区')
  await page.getByRole('button', { name: '用这个区县' }).click()
  await expect(page.getByRole('button', { name: '用这个区县' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: '列的对应' })).toContainText('很多、9900')

  const wrong = page.getByRole('textbox', { name: /^改正：.*第 3 行 E 列/ })
  await expect(wrong).toHaveValue('若干')
  await wrong.fill('800')
  await wrong.press('Enter')
  await expect(importPage.problems(page)).toContainText('1 错误')
  await expect(importPage.problems(page)).not.toContainText('若干')
  await page.getByRole('button', { name: '先导入其余，1 处以后再改' }).click()

  const done = page.getByRole('region', { name: '导入结果' })
  await expect(done.getByRole('row', { name: /朝阳街道\.xlsx/ })).toHaveText(/朝阳街道\.xlsx\s*2\s*0\s*3\s*1/)
  await expect(done.getByRole('row', { name: /新街道\.xlsx/ })).toHaveText(/新街道\.xlsx\s*1\s*1\s*0\s*0/)

  // What was left is in the plan: on its page, and still there after another page and a fresh start of the window.
  await done.getByRole('link', { name: /第 2 行 D 列/ }).click()
  await expect(communities.refused(page)).toContainText('朝阳街道.xlsx')
  await goTo(page, '总览')
  await page.reload()
  await goTo(page, '社区指标')
  await expect(communities.refused(page)).toContainText('山川社区 · 常住人口')
  await findCommunity(page, '祁连路西社区')
  await expect(await cellOf(page, '祁连路西社区', 'floating')).toHaveText('800')
  await findCommunity(page, '山川社区')
  await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('很多')
  await type(page, await cellOf(page, '山川社区', 'residents'), '17600')
  await expect(communities.refused(page)).toHaveCount(0)
  await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('17,600')
  // A name is put right where it stands.
  await findCommunity(page, '崭新社区')
  await paste(page, await cellOf(page, '崭新社区', 'name'), '新苑社区')
  await findCommunity(page, '新苑社区')
  await expect(await cellOf(page, '新苑社区', 'district')).toHaveText('城北区')
})

test('a sheet that does not say its subdistrict is asked about once, and is imported there', async ({ page }) => {
  await goTo(page, '导入')
  await chooseFiles(page, {
    '名单.xlsx': [
      ['社区名称', '常住人口', '楼院'],
      ['崭新社区', 4100, 12],
      ['新苑社区', 5200, 17],
    ],
  })
  await page.getByRole('combobox', { name: '区县', exact: true }).fill('城北区')
  await page.getByRole('button', { name: '用这个区县' }).click()
  await expect(page.getByRole('button', { name: '用这个区县' })).toHaveCount(0)
  await expect(importPage.problems(page)).toContainText('没有可以确定社区所属的列')
  await expect(importPage.apply(page)).toBeDisabled()
  await page.getByRole('combobox', { name: '街道（镇）', exact: true }).fill('朝阳街道')
  await page.getByRole('button', { name: '用这个街道（镇）' }).click()
  await importPage.apply(page).click()
  await goTo(page, '社区指标')
  for (const name of ['崭新社区', '新苑社区']) {
    await findCommunity(page, name)
    await expect(await cellOf(page, name, 'subdistrict')).toHaveText('朝阳街道')
  }
})
