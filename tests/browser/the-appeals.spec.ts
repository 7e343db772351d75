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

  await page.getByLabel('来源').selectOption('社区自查')
  await page.getByRole('button', { name: '逐月和换类' }).click()
  await expect(page.getByText(/换类前后的差别不一定来自换类/)).toBeVisible()
  await page.getByRole('button', { name: '按社区' }).click()
  const row = page.getByRole('row', { name: /甘河滩社区/ })
  await page.getByPlaceholder('选择社区').fill('甘河滩')
  await expect(row).toContainText('属正常波动')
})
