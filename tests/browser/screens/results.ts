import type { Locator, Page } from '@playwright/test'

/** Classification and allocation: a list at the left, the chosen community at the right. */
export const results = {
  row: (page: Page, name: string): Locator =>
    page.locator('tbody tr').filter({ has: page.getByRole('button', { name: new RegExp(`(^|[ “])${name}( |$)`) }) }),
  groupRow: (page: Page, name: string): Locator =>
    page
      .locator('tbody tr')
      .filter({ has: page.getByRole('button', { name: new RegExp(`^${name}`) }) })
      .filter({ has: page.locator('.group') }),
  rows: (page: Page): Locator => page.locator('.row-table tbody tr:not(.space)'),
  total: (page: Page): Locator => page.locator('.row-table tfoot td'),
  filterByClass: (page: Page): Locator => page.locator('main').getByRole('combobox', { name: /^(类别|Class)$/ }),
  filterByDistrict: (page: Page): Locator => page.locator('main').getByRole('combobox', { name: /^(区县|District)$/ }),
  search: (page: Page): Locator => page.getByRole('searchbox'),
  panel: (page: Page): Locator => page.getByRole('complementary', { name: /社区详情|Details of the community/ }),
  money: (page: Page): Locator => page.getByRole('region', { name: /金额怎么来的|How the amount comes about/ }),
  override: (page: Page): Locator => page.getByRole('region', { name: /^(人工定类|Class set by hand)$/ }),
}
