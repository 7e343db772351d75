import type { Locator, Page } from '@playwright/test'

/** The page on which numbers of the policy are turned, and the page of scenarios. */
export const whatIf = {
  lever: (page: Page, label: RegExp | string): Locator =>
    page
      .locator('.lever')
      .filter({ has: page.locator('.label', { hasText: label }) })
      .first(),
  field: (page: Page, label: RegExp | string): Locator => whatIf.lever(page, label).getByRole('textbox'),
  slider: (page: Page, label: RegExp | string): Locator => whatIf.lever(page, label).getByRole('slider'),
  figure: (page: Page, key: string): Locator => page.locator(`[data-figure=${key}]`),
  value: (page: Page, key: string): Locator => whatIf.figure(page, key).locator('.value'),
  ofClass: (page: Page, key: string): Locator => page.locator(`tr[data-class=${key}]`),
  changes: (page: Page): Locator => page.getByRole('region', { name: '与基础方案的差异' }),
  rows: (page: Page): Locator => page.getByRole('region', { name: '受影响的社区' }).locator('tbody tr:not(.space)'),
  community: (page: Page): Locator => page.getByRole('complementary', { name: '社区详情' }),
  filter: (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }),
}

export const scenarioPage = {
  rows: (page: Page): Locator => page.locator('.list tbody tr'),
  mark: (page: Page, name: string): Locator => page.getByRole('checkbox', { name: `勾选：${name}` }),
  differences: (page: Page): Locator => page.locator('.differences tbody tr'),
}
