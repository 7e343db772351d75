import { expect, type Locator, type Page } from '@playwright/test'
import { communities } from '../screens/communities.ts'

/** @returns the cell of a community, found by its name as a user finds it */
export async function cellOf(page: Page, name: string, column: string): Promise<Locator> {
  const rowKey = await communities.nameCell(page, name).getAttribute('data-row')
  return communities.cell(page, rowKey!, column)
}

/** Clicks a cell and waits until it has the focus. */
export async function select(cell: Locator): Promise<void> {
  await cell.click()
  await expect(cell).toBeFocused()
}

/** Types into a cell and leaves it with Enter. */
export async function type(page: Page, cell: Locator, text: string): Promise<void> {
  await select(cell)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** Makes the selection larger by a key, and waits until it is. */
export async function extend(page: Page, key: 'Shift+ArrowDown' | 'Shift+ArrowRight'): Promise<void> {
  const area = communities.selection(page)
  const before = await area.boundingBox()
  await page.keyboard.press(key)
  await expect.poll(() => area.boundingBox()).not.toEqual(before)
}

/** Puts a text on the clipboard the way any program does: by copying it. */
export async function copy(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const field = document.createElement('textarea')
    document.body.append(field)
    field.value = content
    field.select()
    document.execCommand('copy')
    field.remove()
  }, text)
}

/** Selects a cell and pastes a block as a spreadsheet hands it over. */
export async function paste(page: Page, cell: Locator, block: string): Promise<void> {
  await select(cell)
  await copy(page, block)
  await select(cell)
  await page.keyboard.press('ControlOrMeta+v')
}

export async function findCommunity(page: Page, name: string): Promise<void> {
  await communities.search(page).fill(name)
  await expect(communities.names(page)).toHaveCount(1)
}

/** Shows the eight communities of one subdistrict. @returns their names, from the top */
export async function findSubdistrict(page: Page): Promise<[string, string]> {
  await communities.search(page).fill('朝阳街道')
  await expect(communities.names(page)).toHaveCount(8)
  return (await communities.names(page).allTextContents()) as [string, string]
}
