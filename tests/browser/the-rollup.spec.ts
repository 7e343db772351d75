import type { Locator, Page } from '@playwright/test'
import { forged } from '../support/package-files.ts'
import { preset } from '../../src-main/policy/presets.ts'
import { withMore } from '../modules/rollup/own-policies.ts'
import { RESOURCES } from '../support/project.ts'
import { smallPackage } from '../support/small-package.ts'
import { download, textsOf } from './actions/desk.ts'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { shell } from './screens/shell.ts'

const rollup = {
  file: (page: Page): Locator => page.locator('input[type=file]'),
  packages: (page: Page): Locator => page.getByRole('region', { name: '打开的方案包' }),
  district: (page: Page, name: string): Locator =>
    page.getByRole('region', { name: '合并后的各区县' }).locator(`[data-district="${name}"] td`),
  count: (page: Page, kind: string): Locator => page.locator(`[data-count="${kind}"] b`),
  merge: (page: Page): Locator => page.getByRole('button', { name: '合并', exact: true }),
  confirm: (page: Page): Locator => page.getByRole('checkbox', { name: /我已逐条看过/ }),
  merged: (page: Page): Locator => page.getByRole('region', { name: '已合并的方案包' }),
}
const choose = (page: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> =>
  rollup
    .file(page)
    .setInputFiles(Object.entries(files).map(([name, bytes]) => ({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) })))

/** Exports one district of the plan that is open. */
async function exportDistrict(page: Page, wanted: string, others: readonly string[]): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: '导出方案包……' }).click()
  const dialog = page.getByRole('dialog')
  for (const each of others) await dialog.getByRole('checkbox', { name: each }).uncheck()
  await expect(dialog.getByRole('checkbox', { name: wanted })).toBeChecked()
  return download(page, dialog.getByRole('button', { name: '导出', exact: true }))
}

async function emptyCity(page: Page, year: number): Promise<void> {
  await goTo(page, '方案文件')
  const form = page.locator('main form, .page form').filter({ hasText: '新建并打开' })
  await form.locator('input').nth(0).fill('全市汇总')
  await form.locator('input').nth(1).fill(String(year))
  await form.getByRole('button', { name: '新建并打开' }).click()
  await expect(page.locator('header').getByText('全市汇总')).toBeVisible()
}

const DISTRICTS = ['城东区', '城中区', '城西区', '城北区', '湟中区', '大通县', '湟源县']

test.describe('the roll-up', () => {
  test('districts hand over their packages; the city merges two, sees the totals, and one undo takes it back', async ({ page }) => {
    test.slow()
    await goTo(page, '报送与汇总')
    const packages: Record<string, Buffer> = {}
    for (const wanted of ['城北区', '湟源县']) {
      const { name, bytes } = await exportDistrict(
        page,
        wanted,
        DISTRICTS.filter((each) => each !== wanted),
      )
      expect(name).toBe(`2023年${wanted}.quanheng-package`)
      packages[name] = bytes
      await expect(shell.said(page)).toContainText('已导出')
    }
    await emptyCity(page, 2023)
    await goTo(page, '报送与汇总')
    await expect(page.getByText('还没有合并过方案包')).toBeVisible()
    await choose(page, packages)
    await expect(rollup.packages(page).locator('tbody > tr')).toHaveCount(2)
    await expect(rollup.count(page, 'added')).toHaveText('44')
    await expect(rollup.district(page, '城北区')).toHaveText(['城北区', '34', '705', '705', '0', '680'])
    await expect(rollup.district(page, 'total')).toHaveText(['合计', '44', '860', '860', '0', '880'])
    await expect(page.getByText('本次合并后共有 2 个区县：城北区、湟源县')).toBeVisible()
    await rollup.merge(page).click()
    await expect(shell.said(page)).toContainText('已合并 2 个方案包：新增 44，更改 0，移出 0')
    await expect(rollup.merged(page).locator('tbody > tr')).toHaveCount(2)
    await expect(shell.sampleMark(page)).toBeVisible()
    await page.getByRole('button', { name: '对账单' }).click()
    await expect(page.getByText('各项相加均与总额一致')).toBeVisible()
    await expect(page.locator('[data-line="communities"] td')).toHaveText(['各社区', '44', '8,600,000.00', '8,600,000.00', '0.00'])
    const { bytes } = await download(page, page.getByRole('button', { name: '存为对账单文件' }))
    expect(JSON.parse(bytes.toString())).toMatchObject({ holds: true, totalFen: 860_000_000 })
    await page.getByRole('button', { name: '返回' }).click()
    await undo(page)
    await expect(page.getByText('还没有合并过方案包')).toBeVisible()
  })

  test('a package that was altered is refused with its place, a corrected one replaces it, and notes must be confirmed', async ({
    page,
  }) => {
    const bytes = smallPackage(['东区'])
    await emptyCity(page, 2025)
    await goTo(page, '报送与汇总')
    const altered = bytes.slice()
    altered[Buffer.from(bytes).indexOf('"name":"甲"') + 2]! ^= 1
    await choose(page, { '东区.quanheng-package': altered })
    await expect(rollup.packages(page)).toContainText('“communities.json”与导出时不符')
    await expect(rollup.merge(page)).toBeDisabled()
    await choose(page, {
      '北区.quanheng-package': forged(smallPackage(['北区']), 'result.json', (result) => {
        result.communities[0].rule = 'x'
      }),
    })
    await expect(rollup.packages(page)).toContainText('社区 丙')
    await page.getByRole('button', { name: '移除：北区.quanheng-package' }).click()
    await page.getByRole('button', { name: '移除：东区.quanheng-package' }).click()
    await choose(page, { '东区.quanheng-package': bytes, '副本.quanheng-package': bytes })
    await expect(rollup.merge(page)).toBeDisabled()
    await rollup.confirm(page).check()
    await rollup.merge(page).click()
    await expect(rollup.merged(page)).toContainText('东区')
    await choose(page, { '东区.quanheng-package': bytes })
    await expect(page.getByText('与本方案现有内容完全一致')).toBeVisible()
    await page.getByRole('button', { name: '打开为新方案：东区.quanheng-package' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel('方案名称')).toHaveValue('2025年东区')
    await expect(dialog).toContainText('版式不随包')
    await dialog.getByLabel('方案名称').fill('全市汇总')
    await dialog.getByRole('button', { name: '打开', exact: true }).click()
    await expect(dialog).toContainText('没有覆盖')
    await dialog.getByLabel('方案名称').fill('2025年东区')
    await dialog.getByRole('button', { name: '打开', exact: true }).click()
    await expect(shell.said(page)).toContainText('已打开为新方案“2025年东区”。版式不随包')
    await expect(dialog).toHaveCount(0)
    await expect(page.locator('header').getByText('2025年东区')).toBeVisible()
    await goTo(page, '报送与汇总')
    await choose(page, { '东区.quanheng-package': bytes, '北区.quanheng-package': smallPackage(['北区']) })
    await page.getByRole('button', { name: '打开为新方案：东区.quanheng-package' }).click()
    await expect(dialog.getByLabel('方案名称')).toHaveValue('2025年东区（2）')
    await dialog.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '移除：东区.quanheng-package' }).click()
    await expect(rollup.district(page, 'total').nth(2)).toHaveText('–')
    await expect(rollup.district(page, 'total').nth(4)).toHaveText('–')
    await goTo(page, '分类')
    await expect(page.locator('main')).toContainText('乙')
  })

  test('a district keeps its own policy and result, which is said where its money stands, and one click ends it', async ({ page }) => {
    const reference = preset(RESOURCES, 'reference')!
    const own = structuredClone({ ...reference, id: 'east', examples: [], title: { zh: '东区办法', en: 'Policy of the east' } })
    withMore(own)
    await emptyCity(page, 2025)
    await goTo(page, '报送与汇总')
    await choose(page, { '东区.quanheng-package': smallPackage(['东区'], own), '北区.quanheng-package': smallPackage(['北区']) })
    const choice = page.getByRole('group', { name: '东区.quanheng-package怎样合并' })
    await expect(choice).toContainText('按本市办法重新计算：45 万元')
    await expect(choice).toContainText('保留该区自己的办法和结果：85 万元')
    await expect(page.getByRole('group', { name: '北区.quanheng-package怎样合并' })).toHaveCount(0)
    await expect(rollup.district(page, '东区')).toHaveText(['东区', '2', '85', '45', '-40', '40'])
    // What nobody has said of last year is not nothing.
    await expect(rollup.district(page, '北区')).toHaveText(['北区', '1', '30', '30', '0', '–'])
    await choice.getByRole('radio', { name: /保留该区自己的办法/ }).check()
    await expect(rollup.district(page, '东区')).toHaveText(['东区', '2', '85', '85', '0', '40'])
    await rollup.confirm(page).check()
    await rollup.merge(page).click()
    await expect(rollup.merged(page)).toContainText('东区按该区自己的办法“东区办法 1.0.1”计算，85 万元；如按本市办法计算，45 万元。')
    await goTo(page, '分配')
    await expect(page.locator('[data-own="东区"]')).toContainText('东区按该区自己的办法“东区办法”')
    await page.getByRole('button', { name: '打印分配表' }).click()
    await expect(page.locator('[data-own="东区"]')).toContainText('不随本市办法变动')
    await page.getByRole('button', { name: '返回' }).click()
    await goTo(page, '报送与汇总')
    await page.getByRole('button', { name: '东区改按本市办法计算' }).click()
    await expect(shell.said(page)).toContainText('东区已改按本市办法计算：85 万元改为 45 万元')
    await expect(page.locator('[data-kept]')).toHaveCount(0)
    await undo(page)
    await expect(page.locator('[data-kept="东区"]')).toBeVisible()
  })

  test('the statistics are configured, exported with sums, and printed', async ({ page }) => {
    await goTo(page, '统计报表')
    const row = (key: string): Locator => page.locator(`[data-row="${key}"] td`)
    await expect(row('total').nth(1)).toHaveText('180')
    await expect(row('area township').nth(1)).toHaveText('20')
    await page.getByRole('button', { name: '设置……' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: '社均经费' }).check()
    await dialog.getByRole('checkbox', { name: '按区县' }).uncheck()
    await dialog.getByLabel('城郊').selectOption({ label: '乡镇' })
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(row('area township').nth(1)).not.toHaveText('20')
    await expect(page.getByText('社均经费')).toBeVisible()
    await expect(page.getByText('按区县')).toHaveCount(0)
    const { name, bytes } = await download(page, page.getByRole('button', { name: '导出 Excel' }))
    expect(name).toBe('2023年服务群众专项经费统计表.xlsx')
    expect(textsOf(bytes).texts).toContain('按类别')
    await page.getByRole('button', { name: '打印' }).click()
    await expect(page.getByRole('heading', { name: '2023 年社区服务群众专项经费统计表' })).toBeVisible()
    await page.getByRole('button', { name: '返回' }).click()
    await undo(page)
    await expect(row('area township').nth(1)).toHaveText('20')
  })
})
