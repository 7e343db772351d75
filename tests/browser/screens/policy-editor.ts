import type { Locator, Page } from '@playwright/test'

/** The policy editor: a draft, its parts as tabs, and the results beside it. */
export const editor = {
  beginFromChosen: (page: Page): Locator => page.getByRole('button', { name: '据此起草' }),
  tab: (page: Page, name: string): Locator => page.getByRole('tab', { name }),
  saved: (page: Page): Locator => page.getByText('已保存', { exact: true }),
  rule: (page: Page, name: string): Locator => page.locator('[data-rule]').filter({ hasText: name }),
  ruleNames: (page: Page): Promise<string[]> =>
    page.locator('[data-rule] header input').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)),
  threshold: (page: Page, name: string): Locator => page.getByLabel(`界限：${name}`).first(),
  caught: (page: Page, rule: string): Locator => page.locator(`[data-rule="${rule}"] header .count`),
  counts: (page: Page, rule: string): Locator => page.locator(`[data-rule="${rule}"] .condition .count`),
  fallbackCount: (page: Page): Locator => page.locator('[data-count="fallback"]'),
  live: (page: Page, key: string): Locator => page.locator(`[data-live="${key}"] td.number`),
  aside: (page: Page): Locator => page.getByRole('complementary', { name: '实时结果与检查' }),
  step: (page: Page, key: string): Locator => page.locator(`[data-step="${key}"]`),
  stepKeys: (page: Page): Promise<(string | null)[]> =>
    page.locator('[data-step]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-step'))),
  example: (page: Page, key: string): Locator => page.locator(`[data-example="${key}"]`),
  adopt: (page: Page): Locator => page.getByRole('button', { name: '定稿……' }),
  // The calendar of a field of days calls itself a dialog too.
  dialog: (page: Page): Locator => page.getByRole('dialog').and(page.locator('[aria-modal=true]')),
  differences: (page: Page): Locator => page.locator('.differences'),
  drafts: (page: Page): Locator => page.locator('[data-draft]'),
  version: (page: Page, text: string | RegExp): Locator =>
    page.getByRole('navigation', { name: '可用的办法' }).getByRole('button', { name: text }),
}
