import { saved } from './actions/app.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { whatIf } from './screens/what-if.ts'

test.describe('the analysis', () => {
  test.beforeEach(async ({ page }) => {
    await goTo(page, '分析')
  })

  test('names the borderline communities with what would move them, and what it costs', async ({ page }) => {
    const rows = page.locator('.list tbody tr:not(.space)')
    await expect(rows.filter({ hasText: '安屏园社区' })).toContainText('常住人口由2,620人变为3,000人（+380人），即为A类社区')
    await rows.filter({ hasText: '安屏园社区' }).getByRole('button').click()
    const one = page.getByRole('complementary', { name: '安屏园社区' })
    await expect(one.getByRole('row').filter({ hasText: 'B' })).toContainText('+20')
    await page.getByText('只看临界社区').click()
    await expect(page.getByText('显示 180 / 180')).toBeVisible()
  })

  test('sweeps a threshold, and a click on a value supposes it', async ({ page }) => {
    await page.getByRole('button', { name: '阈值扫描' }).click()
    await page.getByLabel('要移动的数').selectOption({ label: '老旧楼院密集社区；老旧楼院占比 ≥' })
    await page.getByLabel('从', { exact: true }).last().fill('40')
    await page.getByLabel('到', { exact: true }).fill('70')
    await page.getByRole('button', { name: '看数据表' }).click()
    await page.getByRole('button', { name: '60%', exact: true }).click()
    await page.getByRole('link', { name: '含推演改动 1 处' }).click()
    await expect(whatIf.field(page, '老旧楼院占比')).toHaveValue('60')
    await expect(whatIf.value(page, 'total')).toHaveText('3,425')
  })

  test('tells how evenly the money reaches the residents', async ({ page }) => {
    await page.getByRole('button', { name: '公平' }).click()
    await expect(page.locator('[data-figure=gini] .value')).toHaveText(/^0\.\d{4}$/)
    const gini = await page.locator('[data-figure=gini] .value').textContent()
    await goTo(page, '情景推演')
    await whatIf.field(page, 'D 类').fill('1')
    await expect(whatIf.value(page, 'net')).toHaveText('-180')
    await goTo(page, '分析')
    await page.getByRole('button', { name: '公平' }).click()
    await expect(page.locator('[data-figure=gini] .value')).not.toHaveText(gini!)
  })

  test('shows the years, with what was spent', async ({ page }) => {
    await page.getByRole('button', { name: '历年' }).click()
    const row = (year: string) => page.locator('table.panel tbody tr').filter({ hasText: new RegExp(`^${year}`) })
    await expect(row('2022')).toContainText('3,600')
    await expect(row('2023')).toContainText('3,590')
  })

  test('a chart is saved as a picture', async ({ page }) => {
    await page.getByRole('button', { name: '历年' }).click()
    for (const kind of ['PNG', 'SVG']) {
      const file = await saved(page, () => page.getByRole('button', { name: `把“历年”存为 ${kind}` }).click())
      expect(file.name).toBe(`历年.${kind.toLowerCase()}`)
      expect(file.bytes.subarray(0, 4).toString('latin1')).toBe(kind === 'PNG' ? '\x89PNG' : '<svg')
    }
  })

  test('finds the amounts that keep within a total, and they can be tried out', async ({ page }) => {
    await page.getByRole('button', { name: '目标求解' }).click()
    const demand = page.locator('.demand')
    await demand.nth(0).getByRole('textbox').fill('3,500')
    await page.getByRole('button', { name: '＋ 再加一条要求' }).click()
    await page.getByRole('button', { name: '求解', exact: true }).click()
    const answer = page.locator('[data-outcome=found]')
    await expect(answer).toContainText('总额不超过3,500万元')
    await expect(answer).toContainText('B类社区的标准不低于A类社区的2倍')
    await expect(answer.locator('tfoot')).toContainText('(-90')
    await page.getByRole('button', { name: '用到推演中' }).click()
    await expect(whatIf.value(page, 'total')).toHaveText(/^3,(4\d\d|500)/)
  })

  test('names the demands that contradict each other', async ({ page }) => {
    await page.getByRole('button', { name: '目标求解' }).click()
    await page.locator('.demand').first().getByRole('textbox').fill('1,000')
    await page.getByRole('button', { name: '＋ 再加一条要求' }).click()
    await page.locator('.demand').nth(1).getByLabel('要求', { exact: true }).selectOption({ label: '比上年减少不超过' })
    await page.getByRole('button', { name: '求解', exact: true }).click()
    await expect(page.locator('[data-outcome=conflict] .conflict li')).toHaveText([/^1\. 总额不超过1,000万元/, /^2\. .*10%/])
  })
})
