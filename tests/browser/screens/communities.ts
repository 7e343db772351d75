import type { Locator, Page } from '@playwright/test'

/** The indicator table. Only what is in view is in the document. */
export const communities = {
  anyCell: (page: Page): Locator => page.locator('.rgCell').first(),
  nameCell: (page: Page, name: string): Locator => page.locator('.rgCell[data-column="name"]', { hasText: new RegExp(`^${name}$`) }),
  names: (page: Page): Locator => page.locator('.rgCell[data-column="name"]'),
  cell: (page: Page, rowKey: string, column: string): Locator => page.locator(`.rgCell[data-row="${rowKey}"][data-column="${column}"]`),
  heading: (page: Page, column: string): Locator => page.locator(`.rgHeaderCell[data-column="${column}"]`),
  editor: (page: Page): Locator => page.locator('input.cell-editor'),
  selection: (page: Page): Locator => page.locator('.selection-border-range').first(),
  search: (page: Page): Locator => page.getByRole('searchbox'),
  refused: (page: Page): Locator => page.getByRole('alert').filter({ hasText: /格未保存|Cells not saved/ }),
  counted: (page: Page): Locator => page.locator('.hint span').first(),
}
