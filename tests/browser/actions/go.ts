import { expect, type Page } from '@playwright/test'
import { shell } from '../screens/shell.ts'

/** Opens a page of the app through its navigation, whatever group it stands in. */
export async function goTo(page: Page, name: string): Promise<void> {
  await shell.unfold(page)
  await shell.link(page, name).click()
  await expect(shell.heading(page, name)).toBeVisible()
}

export async function undo(page: Page): Promise<void> {
  await shell.undo(page).click()
  const confirm = shell.dialog(page).getByRole('button', { name: '撤销这一步' })
  const done = shell.said(page).filter({ hasText: '已撤销' })
  // A step of another page is named first.
  await expect(confirm.or(done)).toBeVisible()
  if (await confirm.isVisible()) await confirm.click()
  await expect(done).toBeVisible()
}
