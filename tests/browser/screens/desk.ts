import type { Locator, Page } from '@playwright/test'

/** The import desk with several files; what it shares with a single file is in import.ts. */
export const desk = {
  files: (page: Page): Locator => page.getByRole('region', { name: '文件', exact: true }).locator('tbody tr'),
  file: (page: Page, name: string): Locator =>
    page.getByRole('region', { name: '文件', exact: true }).locator('tbody tr').filter({ hasText: name }),
  see: (page: Page, name: string): Locator => page.getByRole('button', { name: `看 ${name}`, exact: true }),
  takeOut: (page: Page, name: string): Locator => page.getByRole('button', { name: `拿掉：${name}`, exact: true }),
  returnSheet: (page: Page, name: string): Locator => page.getByRole('button', { name: `下载退回表：${name}`, exact: true }),
  conflicts: (page: Page): Locator => page.getByRole('region', { name: '各表说法不一' }),
  undecided: (page: Page): Locator => page.locator('[data-count="conflicts"] dd'),
  choice: (page: Page, cell: string, file: string): Locator =>
    page.getByRole('radiogroup', { name: cell }).getByRole('radio', { name: new RegExp(file) }),
  layouts: (page: Page): Locator => page.getByRole('region', { name: '记住的表样' }),
}
