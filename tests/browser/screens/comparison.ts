import type { Locator, Page } from '@playwright/test'

/** Plans side by side: the choice above, totals, the detail with its tabs, the chart, and the communities below. */
export const comparison = {
  side: (page: Page, number: number): Locator =>
    page.getByRole('group', { name: '相比较的方案' }).getByRole('combobox', { name: `第 ${number} 个方案` }),
  add: (page: Page): Locator => page.getByRole('combobox', { name: '再加一个…' }),
  totals: (page: Page, side: number): Locator => page.locator(`tr[data-side="${side}"]`),
  figure: (page: Page, side: number, figure: 'amount' | 'net' | 'gain' | 'loss'): Locator =>
    page.locator(`tr[data-side="${side}"] [data-figure="${figure}"]`),
  tab: (page: Page, name: string): Locator => page.getByRole('group', { name: '对照' }).getByRole('button', { name, exact: true }),
  classRow: (page: Page, key: string): Locator => page.locator(`.detail tr[data-class="${key}"]`),
  cell: (page: Page, from: string, to: string): Locator => page.locator(`tr[data-from="${from}"] td[data-to="${to}"]`),
  place: (page: Page, name: string): Locator => page.locator(`tr[data-place="${name}"]`),
  list: (page: Page): Locator => page.getByRole('region', { name: '逐个社区' }).locator('.row-table'),
  rows: (page: Page): Locator => page.getByRole('region', { name: '逐个社区' }).locator('.row-table tbody tr:not(.space)'),
  row: (page: Page, name: string): Locator =>
    page
      .getByRole('region', { name: '逐个社区' })
      .locator('tr')
      .filter({ has: page.getByRole('button', { name, exact: true }) }),
  shown: (page: Page): Locator => page.getByText(/^显示 \d+ \/ \d+/),
  pin: (page: Page, name: string): Locator => page.getByRole('button', { name: `置顶或取消：${name}` }),
  pinned: (page: Page): Locator => page.locator('.row-table thead tr.pinned'),
  panel: (page: Page): Locator => page.getByRole('complementary', { name: '社区详情' }),
  onSide: (page: Page, name: RegExp): Locator => page.getByRole('group', { name: '看哪个方案' }).getByRole('button', { name }),
}
