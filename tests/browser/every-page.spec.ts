import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages, type MessageKey } from '../../src-renderer/locales/messages.ts'
import { wordsIn } from '../../src-renderer/locales/words.ts'
import { full } from '../support/full.ts'
import { temporaryFolder } from '../support/project.ts'
import { communities } from './screens/communities.ts'
import { overview } from './screens/overview.ts'
import { results } from './screens/results.ts'
import { shell } from './screens/shell.ts'
import { whatIf } from './screens/what-if.ts'
import { faultsOfAccess } from './actions/access.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'

/** The window itself never scrolls, only what lies in it: bars that this browser hides would stand beside every page of a real window. */
const scrolls = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    return scrollWidth > clientWidth || scrollHeight > clientHeight
  })

type PageName<Key = MessageKey> = Key extends `pages.${infer Name}` ? Name : never
/** Whatever page the app has, it has a name for its place in the navigation, or it does not compile. */
const PAGES = Object.keys(messages.zh['pages']!) as PageName[]
/** What a page shows only when something was chosen. */
const CHOSEN: Partial<Record<PageName, (page: Page) => Promise<void>>> = {
  communities: (page) => expect(communities.anyCell(page)).toBeVisible(),
  classification: chooseCommunity,
  allocation: chooseCommunity,
}

async function chooseCommunity(page: Page): Promise<void> {
  await results.search(page).fill('祁连路西社区')
  await results.row(page, '祁连路西社区').click()
  await expect(results.panel(page)).toBeVisible()
}

for (const language of ['zh', 'en'] as const) {
  test(`every page fits the screen, is accessible and reports no fault (${language})`, async ({ page }) => {
    test.slow()
    // So that no colour is looked at while it is on its way to another.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expect(page.locator('html'), 'the browser is not to offer to translate it').toHaveAttribute('translate', 'no')
    if (language === 'en') await shell.language(page).click()
    for (const name of PAGES) {
      await test.step(name, async () => {
        await goTo(page, wordsIn(language).t(`pages.${name}`))
        await expect(page.getByText(/正在读取|Reading …/)).toHaveCount(0)
        await CHOSEN[name]?.(page)
        await expect(page.locator('revogr-attribution'), 'no link of the grid').toHaveCount(0)
        expect(await scrolls(page)).toBe(false)
        // Another language has other words in the same places.
        if (language === 'zh' || full) expect(await faultsOfAccess(page)).toEqual([])
      })
    }
  })
}

test.describe('on a laptop of 1366x768 at 125 %', () => {
  test.use({ viewport: { width: 1093, height: 558 } })
  const menu = (page: Page) => page.getByRole('button', { name: /主导航|Main navigation/ })

  test('the navigation lies over the page until one is chosen, and no page is wider than the screen', async ({ page }) => {
    await expect(shell.navigation(page)).toHaveCount(0)
    await menu(page).click()
    await expect(shell.link(page, '总览')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(shell.navigation(page)).toHaveCount(0)
    for (const language of ['zh', 'en'] as const)
      for (const name of PAGES)
        await test.step(`${name} (${language})`, async () => {
          if (language === 'en' && name === PAGES[0]) await shell.language(page).click()
          await menu(page).click()
          await goTo(page, wordsIn(language).t(`pages.${name}`))
          await expect(shell.navigation(page)).toHaveCount(0)
          await expect(page.getByText(/正在读取|Reading …/)).toHaveCount(0)
          expect(await scrolls(page)).toBe(false)
        })
  })

  test('what-if has room for eight communities', async ({ page }) => {
    await menu(page).click()
    await goTo(page, '情景推演')
    await whatIf.field(page, '老旧楼院占比').fill('60')
    await expect(whatIf.rows(page)).toHaveCount(11)
    await page
      .getByRole('region', { name: '受影响的社区' })
      .last()
      .evaluate((table) => table.scrollIntoView({ block: 'end' }))
    for (let at = 0; at < 8; at++) await expect(whatIf.rows(page).nth(at)).toBeInViewport({ ratio: 1 })
  })
})

test('on a wide screen the navigation is folded by whoever wants the room, and stays so', async ({ page }) => {
  await page.getByRole('button', { name: '主导航' }).click()
  await expect(shell.navigation(page)).toHaveCount(0)
  await page.reload()
  await expect(shell.heading(page, '总览')).toBeVisible()
  await expect(shell.navigation(page)).toHaveCount(0)
  await page.getByRole('button', { name: '主导航' }).click()
  await expect(shell.link(page, '总览')).toBeVisible()
})

test('the language is switched at once and remembered', async ({ page }) => {
  await shell.language(page).click()
  await expect(shell.heading(page, 'Overview')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(shell.heading(page, 'Overview')).toBeVisible()
  await shell.language(page).click()
  await expect(shell.heading(page, '总览')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('a dialog is accessible and gives the focus back', async ({ page }) => {
  await goTo(page, '社区指标')
  await page.getByRole('button', { name: '新增社区' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByRole('dialog').getByLabel('社区名称')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '新增社区' })).toBeFocused()
})

test('the help has the tour, and each step leads to its page', async ({ page }) => {
  await goTo(page, '帮助')
  await expect(page.locator('.tour > li')).toHaveCount(11)
  await page.locator('.tour').getByRole('link', { name: '社区指标' }).click()
  await expect(shell.heading(page, '社区指标')).toBeVisible()
})

test('another year is worked on by itself, and a new one is started on the page of years', async ({ page }) => {
  await shell.year(page).selectOption('2022')
  await expect(overview.figure(page, 'total')).toHaveText('3,600万元')
  await shell.year(page).selectOption('new')
  await expect(shell.heading(page, '年度')).toBeVisible()
  await expect(shell.year(page)).toHaveValue('2022')
})

test.describe('when the start goes wrong', () => {
  test.use({ begins: 'with nothing' })
  const damaged = test.extend({
    dataFolder: async ({}, use) => {
      const { folder, remove } = temporaryFolder('damaged')
      writeFileSync(join(folder, '去年.quanheng'), 'this is no plan file, whatever its name says')
      await use(folder)
      remove()
    },
  })

  damaged('the reason and the way on are shown instead of a blank window', async ({ page, dataFolder }) => {
    await expect(page.getByRole('heading', { name: '程序没能正常启动' })).toBeVisible()
    await expect(page.locator('.problems')).toContainText('去年')
    await expect(page.getByText(dataFolder)).toBeVisible()
    expect(await faultsOfAccess(page)).toEqual([])
  })
})
