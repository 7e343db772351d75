import { expect, type Page } from '@playwright/test'
import { shell } from '../screens/shell.ts'
import { adoption } from '../screens/adoption.ts'
import { goTo } from './go.ts'

/** Ends the work of the year in use, where its result is. @param title left out: as it is proposed */
export async function adoptThePlan(page: Page, title?: string): Promise<void> {
  await goTo(page, '分配')
  await adoption.button(page).click()
  await expect(adoption.failing(page)).toHaveCount(0)
  if (title !== undefined) await adoption.dialog(page).getByLabel('标题').fill(title)
  await adoption.action(page).click()
  await expect(shell.said(page)).toContainText('已定稿')
}
