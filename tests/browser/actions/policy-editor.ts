import { expect, type Page } from '@playwright/test'
import { editor } from '../screens/policy-editor.ts'
import { goTo } from './go.ts'

/** Begins a draft from the policy in use. */
export async function beginDraft(page: Page): Promise<void> {
  await goTo(page, '办法')
  await editor.beginFromChosen(page).click()
  await expect(editor.tab(page, '分类')).toBeVisible()
  await expect(editor.caught(page, 'oldCourtyards')).toHaveText('定类 66 个')
}

/** Types into a field and leaves it, as somebody does who goes on to the next one. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first()
  await field.fill(text)
  await field.press('Tab')
  await expect(editor.saved(page)).toBeVisible()
}

/** Makes examples of communities by their names. */
export async function makeExamples(page: Page, names: readonly string[]): Promise<void> {
  await editor.tab(page, '检验样例').click()
  const before = await page.locator('[data-example]').count()
  await page.getByRole('button', { name: '从社区生成……' }).click()
  for (const name of names) {
    await editor.dialog(page).getByRole('searchbox').fill(name)
    await editor
      .dialog(page)
      .getByRole('checkbox', { name: new RegExp(`^${name}`) })
      .check()
  }
  await editor
    .dialog(page)
    .getByRole('button', { name: `生成 ${names.length} 个样例` })
    .click()
  await expect(page.locator('[data-example]')).toHaveCount(before + names.length)
}

/** Fills in the dialog of adopting and submits it. */
export async function fillAdoption(page: Page): Promise<void> {
  await editor.adopt(page).click()
  await editor.dialog(page).getByLabel('依据文件').fill('关于调整分类标准的通知')
  await editor.dialog(page).getByLabel('文号（可空）').fill('某组发〔2026〕1号')
  await editor.dialog(page).getByLabel('日期').fill('2026-01-05')
  await page.keyboard.press('Tab')
}
