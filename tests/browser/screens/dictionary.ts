import type { Locator, Page } from '@playwright/test'

export const dictionary = {
  row: (page: Page, key: string): Locator => page.locator(`tr[data-indicator="${key}"]`),
  keysOf: (page: Page, group: string): Promise<(string | null)[]> =>
    page
      .locator(`tbody[data-group="${group}"] tr[data-indicator]`)
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-indicator'))),
  groups: (page: Page): Promise<(string | null)[]> =>
    page.locator('tbody[data-group]').evaluateAll((groups) => groups.map((group) => group.getAttribute('data-group'))),
  add: (page: Page): Locator => page.getByRole('button', { name: '增加指标', exact: true }).first(),
  act: (page: Page, action: '修改' | '停用' | '恢复' | '上移' | '下移', label: string): Locator =>
    page.getByRole('button', { name: `${action}：${label}`, exact: true }),
  dialog: (page: Page): Locator => page.getByRole('dialog'),
  field: (page: Page, label: string | RegExp): Locator => page.getByRole('dialog').getByLabel(label),
  submit: (page: Page, name: '增加指标' | '保存'): Locator => page.getByRole('dialog').getByRole('button', { name, exact: true }),
  showRetired: (page: Page): Locator => page.getByLabel('显示停用的'),
}
