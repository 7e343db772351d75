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

  await goTo(page, '经费监督')
  await page.getByRole('button', { name: '疑似禁止的用途' }).last().click()
  await decide()
  await expect(form).toBeHidden()
  await expect(panel.getByText('已议决')).toBeVisible()
  await panel.getByRole('button', { name: '公示表' }).click()
  await expect(page.getByRole('heading', { name: '服务群众专项经费项目公示表' })).toBeVisible()
  await expect(page.getByText(/居民代表会议，99万元/)).toBeVisible()
})
