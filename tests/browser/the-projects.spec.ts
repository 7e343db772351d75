import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { shell } from './screens/shell.ts'

test('a project is proposed, refused above what is free, decided when the money is in, found by supervision and printed', async ({
  page,
}) => {
  await goTo(page, '项目台账')
  await page.getByRole('button', { name: '登记项目' }).first().click()
  const form = shell.dialog(page)
  await form.getByLabel('社区').selectOption({ label: '甘河滩社区 · 甘河滩镇' })
  await form.getByLabel('项目名称').fill('春节招待费')
  await form.getByLabel('计划金额（元）').fill('5万元')
  await form.getByLabel('说明').fill('联系 13800138000')
  await form.getByRole('button', { name: '确定' }).click()
  await expect(form.getByText(/138\*\*\*\*00/)).toBeVisible()
  await form.getByLabel('说明').fill('')
  await form.getByRole('button', { name: '确定' }).click()
  await expect(form).toBeHidden()
  const panel = page.getByRole('complementary', { name: '项目' })
  await expect(panel.getByText('其中有“招待”，可能是禁止的用途，请核实。')).toBeVisible()

  const decide = async (): Promise<void> => {
    await panel.getByRole('button', { name: '登记步骤……' }).click()
    await form.getByLabel('金额（元）').fill('99万元')
    await form.getByLabel('议决机构').fill('居民代表会议')
    await form.getByRole('button', { name: '确定' }).click()
  }
  await decide()
  await expect(form.getByText(/甘河滩社区可用 .*，需要 99万元，超出/)).toBeVisible()
  await form.getByRole('button', { name: '取消' }).click()

  await goTo(page, '到账')
  await page.getByRole('button', { name: '登记到账' }).click()
  await form.getByLabel('选择社区').selectOption({ label: '甘河滩社区 · 甘河滩镇' })
  await form.getByLabel('到账金额（元）').fill('100万元')
  await form.getByRole('button', { name: '确定' }).click()
  await expect(form).toBeHidden()

  await page.getByLabel('搜索社区').fill('甘河滩')
  await page.getByRole('button', { name: '甘河滩社区' }).first().click()
  const receipts = page.getByRole('complementary', { name: '到账' })
  await receipts.getByRole('button', { name: '改正' }).click()
  await form.getByLabel('文号').fill('拨〔2023〕1号')
  await form.getByRole('button', { name: '确定' }).click()
  await expect(form).toBeHidden()
  await expect(receipts.getByText('1,000,000 拨〔2023〕1号')).toBeVisible()

  await goTo(page, '经费监督')
  await page.getByRole('button', { name: '拨款未到账' }).last().click()
  const own = page.getByRole('region', { name: '经费账户和项目' })
  await expect(own.locator('[data-finding="receiptLate"]').first()).toContainText('拨款未到账')
  await goTo(page, '经费监督')
  await page.getByRole('button', { name: '疑似禁止的用途' }).last().click()
  await decide()
  await expect(form).toBeHidden()
  await expect(panel.getByText('已议决')).toBeVisible()
  await panel.getByRole('button', { name: '公示表' }).click()
  await expect(page.getByRole('heading', { name: '服务群众专项经费项目公示表' })).toBeVisible()
  await expect(page.getByText(/居民代表会议，990,000元/)).toBeVisible()
  // On paper the borders lie within the page.
  await page.emulateMedia({ media: 'print' })
  const edges = await page.evaluate(() =>
    ['.sheet', '.sheet table.form'].map((each) => document.querySelector(each)!.getBoundingClientRect().right),
  )
  expect(edges[1]).toBeLessThan(edges[0]!)
})

test("rules that can't be read are refused at their field, and what is left alone stays as exact as it was", async ({ page }) => {
  await goTo(page, '项目台账')
  const open = () => page.getByRole('button', { name: '项目规则' }).click()
  await open()
  const form = shell.dialog(page)
  const confirm = form.getByRole('button', { name: '确定' })
  const [cap, idle, filing] = [form.getByLabel('单项上限').first(), form.getByLabel('落后时间进度'), form.getByLabel('议决后备案')]
  await cap.fill('四十来万')
  await expect(form.getByText('“四十来万”')).toBeVisible()
  await expect(confirm).toBeDisabled()
  await cap.fill('45万元')
  await idle.fill('130')
  await expect(form.getByText('请填 0 到 100 的百分数')).toBeVisible()
  await idle.fill('33.3')
  await filing.fill('300')
  await expect(form.getByText('请填 1 到 250 的整数')).toBeVisible()
  await expect(confirm).toBeDisabled()
  await filing.fill('12')
  await confirm.click()
  await expect(form).toBeHidden()
  await open()
  await expect(idle).toHaveValue('33.3')
  await expect(cap).toHaveValue('450000')
  await confirm.click()
  await expect(form).toBeHidden()
  await open()
  await expect(idle).toHaveValue('33.3')
})
