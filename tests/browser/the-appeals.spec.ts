import { cellOf, paste, type } from './actions/edit.ts'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'

test('appeals of a month are typed and pasted; what is too much stays at its cell with the reason; undo takes the step back', async ({
  page,
}) => {
  await goTo(page, '群众诉求')
  await page.getByRole('button', { name: '按月录入' }).click()
  await page.getByLabel('月份').selectOption('5')
  await page.getByLabel('主题', { exact: true }).selectOption('违法违规')
  const received = await cellOf(page, '宁榆湾社区', 'received')
  await paste(page, received, '12\t9\n5\t5')
  await expect(received).toHaveText('12')
  await expect(await cellOf(page, '云泽台社区', 'solved')).toHaveText('5')

  const solved = await cellOf(page, '宁榆湾社区', 'solved')
  await type(page, solved, '13')
  await expect(solved).toHaveText('13')
  await expect(page.getByRole('alert').filter({ hasText: '“办结”13件，大于“受理”12件' }).first()).toBeVisible()
  await type(page, solved, '11')
  await expect(solved).toHaveText('11')
  await undo(page)
  await expect(solved).toHaveText('9')
})

test('the funnel names who has more than chance explains, and never a community of a few hundred', async ({ page }) => {
  await goTo(page, '群众诉求')
  await page.getByRole('button', { name: '多与少' }).click()
  await expect(page.getByRole('img', { name: /每千人件数与常住人口/ })).toBeVisible()
  const beyond = page.getByRole('region', { name: '超出偶然的社区' })
  await expect(beyond.getByText('祁连路西社区')).toBeVisible()
  await expect(beyond.getByText('甘河滩社区')).toBeHidden()
  await expect(beyond.getByText(/诉求少，也可能是反映得少/)).toBeVisible()

  await page.getByRole('button', { name: '按社区' }).click()
  await page.getByPlaceholder('选择社区').fill('甘河滩')
  await expect(page.getByRole('row', { name: /甘河滩社区/ })).toContainText('属正常波动')
  await page.getByLabel('来源').selectOption('社区自查')
  await page.getByRole('button', { name: '逐月和换类' }).click()
  await expect(page.getByText(/换类前后的差别不一定来自换类/)).toBeVisible()
})

test('the monthly sheet of the hotline is told before it comes in: tickets by month, whom the plan does not know, what is not read', async ({
  page,
}) => {
  await goTo(page, '群众诉求')
  await page.getByRole('button', { name: '导入', exact: true }).click()
  const lines = [
    '受理时间,承办社区,诉求类别,诉求人姓名,办结时间,是否按时',
    '2023-05-03,宁榆湾社区,物业管理,张三,2023-05-04,是',
    '2023-05-09,宁榆湾社区,物业管理,李四,,',
    '2023-05-10,东湖社区,噪声扰民,王五,2023-05-30,否',
  ]
  const file = { name: '五月工单.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
  await page.getByLabel('选择热线月报……').setInputFiles(file)
  const preview = page.getByRole('region', { name: '导入前核对' })
  await expect(preview.getByText('逐件工单 3 件，其中受理 3 件。')).toBeVisible()
  await expect(preview.getByText('像是个人信息的栏没有读取，也不会保存：诉求人姓名')).toBeVisible()
  await expect(preview.getByRole('row', { name: /5月/ })).toContainText('1')
  const apply = preview.getByRole('button', { name: '导入' })
  await expect(apply).toBeDisabled()
  await preview.getByRole('group', { name: '东湖社区' }).getByLabel('不计入').check()
  await apply.click()
  await expect(preview).toBeHidden()
  await page.getByRole('button', { name: '按月录入' }).click()
  await page.getByLabel('月份').selectOption('5')
  await expect(await cellOf(page, '宁榆湾社区', 'all')).toHaveText('2')
})
