import { expect, type Page } from '@playwright/test'
import { dialog, units, years } from '../screens/year-round.ts'
import { shell } from '../screens/shell.ts'
import { goTo } from './go.ts'

export async function openYear(page: Page, year: number): Promise<void> {
  await goTo(page, '年度')
  await years
    .row(page, year)
    .getByRole('button', { name: `打开 ${year} 年` })
    .click()
  await expect(shell.year(page)).toHaveValue(String(year))
}

/** Opens the form of a change of the map. */
export async function beginChange(page: Page, kind: string): Promise<void> {
  await goTo(page, '区划变更')
  await units.begin(page, kind).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

export async function recordChange(page: Page): Promise<void> {
  await dialog.action(page, '记录变更').click()
  await expect(shell.said(page)).toContainText('已记录')
}
