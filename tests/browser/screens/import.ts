import type { Locator, Page } from '@playwright/test'

export const importPage = {
  file: (page: Page): Locator => page.locator('input[type="file"]'),
  count: (page: Page, key: 'rows' | 'added' | 'changed' | 'unchanged' | 'skipped'): Locator => page.locator(`[data-count="${key}"] dd`),
  problems: (page: Page): Locator => page.getByRole('region', { name: /^(问题|Problems)$/ }),
  column: (page: Page, heading: string): Locator =>
    page.getByRole('region', { name: /列的对应|What the columns mean/ }).getByRole('combobox', { name: heading }),
  changes: (page: Page): Locator => page.locator('details', { hasText: /将修改的内容|What will change/ }),
  apply: (page: Page): Locator => page.getByRole('button', { name: /^(导入|Import)$/ }),
}
