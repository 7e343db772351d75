import type { Locator, Page } from '@playwright/test'

/** The end of a year's work: the button where its result is, what is looked at, and the question whether it is to be taken back. */
export const adoption = {
  button: (page: Page): Locator => page.locator('main').getByRole('button', { name: '定稿', exact: true }),
  mark: (page: Page): Locator => page.locator('main').getByText('已定稿（'),
  takeBack: (page: Page): Locator => page.locator('main').getByRole('button', { name: '撤回定稿', exact: true }),
  dialog: (page: Page): Locator => page.getByRole('dialog', { name: /年定稿$/ }),
  checks: (page: Page): Locator => adoption.dialog(page).locator('[data-check]'),
  failing: (page: Page): Locator => adoption.dialog(page).locator('[data-holds="false"]'),
  action: (page: Page): Locator => adoption.dialog(page).getByRole('button', { name: '定稿', exact: true }),
  question: (page: Page): Locator => page.getByRole('dialog', { name: /撤回 \d+ 年的定稿/ }),
}
