import type { Locator, Page } from '@playwright/test'

export const overview = {
  /** A key figure: its number and unit. */
  figure: (page: Page, key: 'total' | 'lastYear' | 'net' | 'city' | 'district' | 'communities' | 'undecided'): Locator =>
    page.locator(`[data-figure="${key}"] dd`),
  classRow: (page: Page, key: string): Locator => page.locator(`tr[data-class="${key}"] td`),
  classTotal: (page: Page): Locator => page.getByRole('region', { name: /各类社区|By class/ }).locator('tfoot td'),
  chart: (page: Page, title: RegExp): Locator => page.getByRole('region', { name: title }),
}
