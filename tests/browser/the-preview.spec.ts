import type { Page } from '@playwright/test'
import { goTo } from './actions/go.ts'
import { hasPoppler, savedPdf, sheetsOf, textOf } from './actions/paper.ts'
import { full } from '../support/full.ts'
import { expect, test } from './host.ts'

const preview = (page: Page) => page.getByRole('region', { name: '预览' })
/** How many pages the preview says that there are, once it has stopped counting. */
async function pagesTold(page: Page): Promise<number> {
  const told = async (): Promise<string> => /共 (\d+) 页。/.exec(await preview(page).innerText())?.[1] ?? ''
  await expect(preview(page).locator('.columns h1')).toBeAttached()
  let before = ''
  await expect(async () => {
    const now = await told()
    const isSame = now === before && now !== ''
    before = now
    expect(isSame).toBe(true)
  }).toPass()
  return Number(before)
}
/** The short texts of the first and the last row of each page, as the preview shows them. */
const edgesOf = (page: Page): Promise<string[][]> =>
  preview(page).evaluate((region) => {
    const leaves = [...region.querySelectorAll('.leaf')].map((each) => each.getBoundingClientRect())
    const rows = [...region.querySelectorAll('tbody tr:not(.tail)')].map((row) => ({ row, top: row.getClientRects()[0]!.top }))
    const short = (row: Element): string[] =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent!.trim()).filter((text) => /^\S{1,6}$/.test(text))
    return leaves.map(({ top, bottom }) => {
      const own = rows.filter((each) => each.top >= top && each.top < bottom).map((each) => each.row)
      return own.length === 0 ? [] : [...short(own[0]!), ...short(own.at(-1)!)]
    })
  })

/** Papers whose pages end within tables, and those of one page. */
const SOME = ['分配表', '社区核定单', '变更记录']
const PAPERS = full ? [...SOME, '分类表', '比较表', '出资表', '人工定类表', '统计表', '对账单'] : SOME

test('the preview shows every paper as the pages that its PDF has, each with the same rows', async ({ page }) => {
  test.skip(!hasPoppler(), 'poppler is not installed (Debian: poppler-utils)')
  test.slow()
  await goTo(page, '文件与打印')
  for (const paper of PAPERS) {
    await page.getByRole('navigation', { name: '附表' }).getByRole('button', { name: paper }).click()
    const told = await pagesTold(page)
    const edges = await edgesOf(page)
    expect(edges).toHaveLength(told)
    const pdf = await savedPdf(page)
    expect(told, paper).toBe(sheetsOf(pdf).count)
    const sheets = textOf(pdf).map((each) => each.replaceAll(/\s/g, ''))
    for (const [position, own] of edges.entries())
      for (const text of own) expect(sheets[position], `${paper}, page ${position + 1}`).toContain(text)
  }
})
