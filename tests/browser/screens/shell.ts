import type { Locator, Page } from '@playwright/test'

/** The frame around every page: top bar, navigation, the line that says what happened. */
export const shell = {
  navigation: (page: Page): Locator => page.getByRole('navigation', { name: /主导航|Main navigation/ }),
  link: (page: Page, name: string): Locator => shell.navigation(page).getByRole('link', { name, exact: true }),
  group: (page: Page, name: string): Locator => shell.navigation(page).getByRole('button', { name, exact: true }),
  /** Opens every group of the navigation. */
  async unfold(page: Page): Promise<void> {
    const folded = shell.navigation(page).getByRole('button', { expanded: false })
    await shell.navigation(page).waitFor()
    while ((await folded.count()) > 0) await folded.first().click()
  },
  progress: (page: Page, step: string): Locator => page.locator(`[data-stage="${step}"]`),
  heading: (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true }),
  year: (page: Page): Locator => page.locator('header').getByRole('combobox', { name: /年度|Year/ }),
  undo: (page: Page): Locator => page.locator('header').getByRole('button', { name: /^(撤销|Undo)$/ }),
  redo: (page: Page): Locator => page.locator('header').getByRole('button', { name: /^(重做|Redo)$/ }),
  language: (page: Page): Locator => page.getByRole('button', { name: /Switch to English|切换到中文/ }),
  sampleMark: (page: Page): Locator => page.locator('header').getByText(/^(示例数据|Sample data)$/),
  said: (page: Page): Locator => page.locator('.status-line'),
  operator: (page: Page): Locator => page.locator('header').getByRole('button', { name: /^(操作人：|设置操作人)/ }),
  /** What was done, as it is shown for a moment. */
  toast: (page: Page): Locator => page.locator('.toast'),
  recent: (page: Page): Locator => page.getByRole('button', { name: '最近的操作' }),
  /** The list of days of a date field is one too, also while it is closing. */
  dialog: (page: Page): Locator => page.getByRole('dialog').and(page.locator(':not(.el-popper)')),
  refusal: (page: Page): Locator => page.getByRole('alert'),
}
