import { expect, type Page } from '@playwright/test'
import { shell } from '../screens/shell.ts'

/** Saves what is supposed under a new name. */
export async function saveScenario(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '另存为情景' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('情景名称').fill(name)
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(shell.undo(page)).toBeEnabled()
}
