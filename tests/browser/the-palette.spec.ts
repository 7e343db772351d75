import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { shell } from './screens/shell.ts'

test('Ctrl+K finds communities, pages and actions by Chinese, pinyin and initials, with the keyboard only, what was chosen last first', async ({
  page,
}) => {
  const palette = page.getByRole('dialog', { name: '找社区、页面或操作' })
  const field = palette.getByRole('combobox')
  const options = palette.getByRole('option')
  const open = async (): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(field).toBeFocused()
  }
  await goTo(page, '总览')

  await open()
  await page.keyboard.type('qllx')
  await expect(options.first()).toContainText('祁连路西社区')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id'))!)
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(shell.heading(page, '社区详情')).toBeVisible()
  await expect(page.getByRole('region', { name: '祁连路西社区' })).toContainText('B类社区')

  await open()
  await page.keyboard.type('qingjingtuiyan')
  await expect(options).toHaveText([/情景推演/])
  await page.keyboard.press('Enter')
  await expect(shell.heading(page, '情景推演')).toBeVisible()

  // Nothing typed: the last ones, the newest first; arrows go through them.
  await open()
  await expect(options.nth(0)).toContainText('情景推演')
  await expect(options.nth(1)).toContainText('祁连路西社区')
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()

  await open()
  await page.keyboard.type('切换到 2022')
  await page.keyboard.press('Enter')
  await expect(shell.year(page)).toHaveValue('2022')

  await open()
  await page.keyboard.type('没有这样的东西')
  await expect(palette.getByRole('status')).toHaveText('没有找到')
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
})
