import type { Locator, Page } from '@playwright/test'

/** What stands around the indicator table: filters, views, the list of places, finding, problems. */
export const tools = {
  filterButton: (page: Page, column: string): Locator => page.locator(`.filter-button[data-filter="${column}"]`),
  filterForm: (page: Page): Locator => page.getByRole('dialog', { name: /^筛选：/ }),
  viewsButton: (page: Page): Locator => page.getByRole('button', { name: /^(列与视图|视图：)/ }),
  viewsPanel: (page: Page): Locator => page.getByRole('dialog', { name: '列与视图' }),
  treeButton: (page: Page): Locator => page.getByRole('button', { name: /^街道列表/ }),
  tree: (page: Page): Locator => page.getByRole('navigation', { name: '区县和街道' }),
  findField: (page: Page): Locator => page.getByRole('textbox', { name: '在表中查找' }),
  findStatus: (page: Page): Locator => page.getByRole('search').getByRole('status'),
  found: (page: Page): Locator => page.locator('.rgCell.found'),
  errors: (page: Page): Locator => page.getByRole('button', { name: /^错误 \d+$/ }),
  warnings: (page: Page): Locator => page.getByRole('button', { name: /^提示 \d+$/ }),
  compare: (page: Page): Locator => page.getByLabel('与上年对照'),
}
