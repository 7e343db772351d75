import type { Locator, Page } from '@playwright/test'

/** The years of the plan. */
export const years = {
  row: (page: Page, year: number): Locator => page.locator(`tr[data-year="${year}"]`),
  start: (page: Page): Locator => page.locator('main').getByRole('button', { name: '开始新年度' }),
}

/** What the communities were allocated, spent and have left; its cells are those of every grid. */
export const ledger = {
  district: (page: Page, name: string): Locator => page.locator(`tr[data-district="${name}"] td`),
  onlyDoubts: (page: Page): Locator => page.getByRole('checkbox', { name: /只看有提醒的/ }),
  exportSheet: (page: Page): Locator => page.getByRole('button', { name: '导出台账' }),
  file: (page: Page): Locator => page.locator('input[type="file"]'),
  count: (page: Page, key: 'rows' | 'changed' | 'unchanged' | 'skipped'): Locator => page.locator(`[data-count="${key}"] dd`),
  changes: (page: Page): Locator => page.getByRole('region', { name: '将修改的金额' }).locator('tbody tr'),
  apply: (page: Page): Locator => page.getByRole('button', { name: '导入', exact: true }),
}

/** The changes of the map, and whether everything of last year is accounted for. */
export const units = {
  begin: (page: Page, kind: string): Locator => page.locator('main').getByRole('button', { name: kind, exact: true }),
  check: (page: Page): Locator => page.getByRole('region', { name: '与上年的核对' }),
  figure: (page: Page, key: 'last' | 'now' | 'lastMoney' | 'foundMoney' | 'endedMoney' | 'difference'): Locator =>
    page.locator(`[data-figure="${key}"] dd`),
  gap: (page: Page, kind: 'lost' | 'unexplained' | 'money'): Locator => page.locator(`li[data-gap="${kind}"]`),
  change: (page: Page, kind: string): Locator => page.locator(`tr[data-change="${kind}"]`),
  toMind: (page: Page): Locator => page.getByRole('region', { name: '变更已记录，以下内容请核实' }),
}

/** The form on the screen. */
export const dialog = {
  field: (page: Page, name: string): Locator => page.getByRole('dialog').getByRole('textbox', { name }),
  community: (page: Page, name = '社区'): Locator => page.getByRole('dialog').getByRole('combobox', { name, exact: true }),
  action: (page: Page, name: string): Locator => page.getByRole('dialog').getByRole('button', { name, exact: true }),
  refusal: (page: Page): Locator => page.getByRole('dialog').locator('.problems'),
}
