import { expect, type Page } from '@playwright/test'
import { oneSheet, type CellInput } from '../../support/spreadsheet-files.ts'
import { importPage } from '../screens/import.ts'
import { shell } from '../screens/shell.ts'
import { goTo } from './go.ts'

/** Chooses a real workbook made of these rows, and waits for its preview. */
export async function chooseSheet(page: Page, rows: CellInput[][], fileName = '交表.xlsx'): Promise<void> {
  await goTo(page, '导入')
  await importPage
    .file(page)
    .setInputFiles({
      name: fileName,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(oneSheet(rows)),
    })
}

export async function applyImport(page: Page): Promise<void> {
  await importPage.apply(page).click()
  await expect(shell.said(page)).toContainText('已导入')
}
