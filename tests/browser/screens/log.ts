import type { Locator, Page } from '@playwright/test'

export const log = {
  steps: (page: Page): Locator => page.locator('tbody[data-step]'),
  step: (page: Page, text: string): Locator => page.locator('tbody[data-step]').filter({ hasText: text }),
  open: (step: Locator): Locator => step.getByRole('button', { name: /^看第 \d+ 步的变更$/ }),
  changes: (step: Locator): Locator => step.locator('.changes tbody tr'),
  community: (page: Page): Locator => page.locator('main').getByLabel('社区', { exact: true }),
  field: (page: Page): Locator => page.locator('main').getByRole('combobox', { name: '栏目' }),
  operator: (page: Page): Locator => page.locator('main').getByRole('combobox', { name: '操作人' }),
  operation: (page: Page): Locator => page.locator('main').getByRole('combobox', { name: '操作', exact: true }),
  from: (page: Page): Locator => page.getByLabel('起始日期'),
  to: (page: Page): Locator => page.getByLabel('截止日期'),
  clear: (page: Page): Locator => page.getByRole('button', { name: '清除筛选' }),
  verify: (page: Page): Locator => page.getByRole('button', { name: '核验记录' }),
  finding: (page: Page): Locator => page.locator('.finding'),
}
