import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findTool } from '../support/tools.ts'
import { printPage } from './actions/app.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'

const pdftotext = findTool('pdftotext')
const pdfinfo = findTool('pdfinfo')

/** Prints the page as it is into a PDF and reads its text, one string a sheet, laid out as on paper. */
async function printed(page: Page, folder: string): Promise<string[]> {
  const file = join(folder, 'printed.pdf')
  await printPage(page, file)
  return execFileSync(pdftotext!, ['-layout', file, '-'], { encoding: 'utf8' })
    .split('\f')
    .filter((sheet) => sheet.trim() !== '')
}
/** Width and height of the sheets in points. */
async function paperOf(page: Page, folder: string): Promise<number[]> {
  const file = join(folder, 'printed.pdf')
  await printPage(page, file)
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(execFileSync(pdfinfo!, [file], { encoding: 'utf8' }))!
  return [Math.round(Number(width)), Math.round(Number(height))]
}

test.describe('on paper', () => {
  test.beforeEach(() => {
    test.skip(pdftotext === null || pdfinfo === null, 'pdftotext and pdfinfo are not installed (Debian: poppler-utils)')
  })

  test('the allocation has title, unit, repeated head, page numbers, sums, signatures and the mark of a sample', async ({
    page,
    dataFolder,
  }) => {
    await goTo(page, '分配')
    await page.getByRole('button', { name: '打印分配表' }).click()
    await expect(page.getByRole('heading', { name: '2023 年度社区服务群众专项经费分配表' })).toBeVisible()
    const sheets = await printed(page, dataFolder)
    expect(sheets.length).toBeGreaterThan(4)
    expect(sheets[0]).toContain('附件 1')
    expect(sheets[0]).toContain('单位：元')
    for (const [position, sheet] of sheets.entries()) {
      expect(sheet).toMatch(/序号\s+街道（镇）\s+社区\s+类别\s+上年金额\s+本年金额\s+增减\s+市级承担\s+区县承担/)
      expect(sheet).toContain('示例数据')
      expect(sheet).toMatch(new RegExp(`第 ${position + 1} 页 / 共 ${sheets.length} 页`))
    }
    const text = sheets.join('\n')
    expect(text).toMatch(/总计（180 个社区）\s+36,000,000\s+35,900,000\s+-100,000\s+17,950,000\s+17,950,000/)
    expect(text.match(/合计（\d+ 个社区）/g)).toHaveLength(7)
    expect(text).toMatch(/\b180\s+\S+\s+\S+社区\s+[A-D]/)
    expect(sheets.at(-1)).toMatch(/制表人：\s+审核人：\s+负责人（盖章）：\s+日期：/)

    const amounts = [...text.matchAll(/^\s*\d+\s+\S+\s+\S+\s+[A-D]\s+[\d,]+\s+([\d,]+)\s/gm)].map((match) =>
      Number(match[1]!.replaceAll(',', '')),
    )
    expect(amounts).toHaveLength(180)
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(35_900_000)
  })

  test('is A4 or A3, always across', async ({ page, dataFolder }) => {
    await goTo(page, '分配')
    await page.getByRole('button', { name: '打印分配表' }).click()
    await expect(page.getByRole('heading', { name: '2023 年度社区服务群众专项经费分配表' })).toBeVisible()
    expect(await paperOf(page, dataFolder)).toEqual([842, 595])
    await page.getByLabel('纸张').selectOption('A3')
    expect(await paperOf(page, dataFolder)).toEqual([1191, 842])
  })

  test('the classification has its reasons and the rules they refer to', async ({ page, dataFolder }) => {
    await goTo(page, '分类')
    await page.getByRole('button', { name: '打印分类表' }).click()
    await expect(page.getByRole('heading', { name: '2023 年度社区分类表' })).toBeVisible()
    const text = (await printed(page, dataFolder)).join('\n')
    expect(text).toMatch(/祁连路西社区\s+B\s+老旧楼院密集社区/)
    expect(text).toContain('老旧楼院占比不低于50%')
    expect(text).toContain('示例数据')
  })

  test('speaks English where the screen does', async ({ page, dataFolder }) => {
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await goTo(page, 'Allocation')
    await page.getByRole('button', { name: 'Print allocation' }).click()
    await expect(page.getByRole('heading', { name: 'Allocation of the Community Service Fund, 2023' })).toBeVisible()
    const sheets = await printed(page, dataFolder)
    expect(sheets[0]).toMatch(/Page 1 of \d+/)
    expect(sheets.at(-1)).toMatch(/Grand total \(180 communities\)\s+36,000,000\s+35,900,000/)
  })
})
