import { expect, type Page } from '@playwright/test'
import { shell } from '../screens/shell.ts'

/** Opens a page of the app through its navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  await shell.link(page, name).click()
  await expect(shell.heading(page, name)).toBeVisible()
}

export async function undo(page: Page): Promise<void> {
  await shell.undo(page).click()
  await expect(shell.said(page)).toContainText('已撤销')
}
