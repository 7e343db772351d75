import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { ask, saved } from './actions/app.ts'
import { goTo, undo } from './actions/go.ts'
import { shell } from './screens/shell.ts'
import { expect, test } from './host.ts'

const open = async (page: Page): Promise<void> => {
  await goTo(page, '文件与打印')
  await page.getByRole('navigation', { name: '附表' }).getByRole('button', { name: '情况说明' }).click()
}
const body = (page: Page) => page.getByRole('textbox', { name: '正文模板' })
const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '保存版式' }).click()
  await expect(shell.said(page)).toContainText('已保存版式：情况说明')
}

/** Makes the note on the page. @returns its paragraphs and its pictures */
async function exported(page: Page, button = '导出 Word'): Promise<{ lines: string[]; pictures: Uint8Array[] }> {
  const parts = unzipSync((await saved(page, () => page.getByRole('button', { name: button }).click())).bytes)
  return {
    lines: strFromU8(parts['word/document.xml']!)
      .split('</w:p>')
      .map((each) => each.replace(/<[^>]+>/g, '')),
    pictures: Object.keys(parts)
      .filter((name) => /^word\/media\/.*\.png$/.test(name))
      .map((name) => parts[name]!),
  }
}

/** What a picture shows: its size, how many colours it has, and the share of its pixels that are not white. */
const lookAt = (page: Page, picture: Uint8Array) =>
  page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const drawing = canvas.getContext('2d')!
    drawing.drawImage(bitmap, 0, 0)
    const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height)
    const pixels = new Uint32Array(data.buffer)
    const white = 0xffffffff
    return {
      width: bitmap.width,
      height: bitmap.height,
      colours: new Set(pixels).size,
      ink: pixels.filter((pixel) => pixel !== white).length / pixels.length,
      corner: pixels[0] === white,
    }
  }, Buffer.from(picture).toString('base64'))

test.describe('the explanatory note', () => {
  test('has the charts that the department chose, drawn in print resolution and not blank', async ({ page }) => {
    await open(page)
    await page.getByRole('checkbox', { name: '各社区增减' }).check()
    await save(page)
    // What comes after saving is not hidden by the notice that it was saved, least of all by its 撤销.
    await expect(shell.toast(page)).toBeVisible()
    const button = await page.getByRole('button', { name: '导出 Word' }).boundingBox()
    const undoing = await shell.toast(page).getByRole('button', { name: '撤销' }).boundingBox()
    expect(undoing!.x + undoing!.width < button!.x || undoing!.y + undoing!.height < button!.y).toBe(true)
    const { lines, pictures } = await exported(page)
    // Nobody had a class before the first year, so there is no flow to draw.
    await expect(shell.said(page)).toContainText('没有可画的内容，未放入：类别流向')
    expect(lines.filter((line) => /^图\d　/.test(line)).slice(0, 3)).toEqual([
      '图1　各类社区两年专项经费（万元）',
      '图2　各区县专项经费增减（万元）',
      '图3　各社区专项经费增减，由多到少（万元）',
    ])
    expect(pictures).toHaveLength(3)
    for (const picture of pictures) {
      const seen = await lookAt(page, picture)
      expect(seen.width).toBe(1180)
      expect(seen.height).toBeGreaterThan(400)
      expect(seen.colours).toBeGreaterThan(30)
      expect(seen.ink).toBeGreaterThan(0.03)
      expect(seen.corner, 'on light ground').toBe(true)
    }
    await page.getByRole('checkbox', { name: '各类社区两年经费' }).uncheck()
    await page.getByRole('checkbox', { name: '类别流向' }).uncheck()
    await save(page)
    expect((await exported(page)).lines.filter((line) => /^图\d　/.test(line)).slice(0, 2)).toEqual([
      '图1　各区县专项经费增减（万元）',
      '图2　各社区专项经费增减，由多到少（万元）',
    ])
    await undo(page)
    await expect(page.getByRole('checkbox', { name: '类别流向' })).toBeChecked()
  })

  test('shows the flow between classes from the second year on, says who is undecided, and speaks English', async ({ page }) => {
    await ask(page, 'plan.useYear', { year: 2024 })
    const [first] = await ask<{ key: string }[]>(page, 'communities.list', {})
    await ask(page, 'indicators.update', {
      edits: ['location', 'residents', 'courtyards', 'oldCourtyards'].map((field) => ({ key: first!.key, field, value: null })),
    })
    await page.reload()
    await open(page)
    await body(page).fill('{chart:flow}\n{classes}')
    await save(page)
    const { lines, pictures } = await exported(page)
    expect(pictures.length).toBeGreaterThanOrEqual(2)
    expect(lines).toEqual(expect.arrayContaining(['图1　社区类别变化（个）', '图2　各类社区两年专项经费（万元），1个社区金额未定，未计入']))
    expect(lines.some((line) => line.includes('未定类别的社区1个，金额未定'))).toBe(true)
    const seen = await lookAt(page, pictures[0]!)
    expect(seen.colours).toBeGreaterThan(30)
    await shell.language(page).click()
    const english = await exported(page, 'Export to Word')
    expect(english.lines).toEqual(
      expect.arrayContaining(['Figure 1. Service fund by class in both years (10,000 yuan), undecided and not counted: 1']),
    )
  })

  test('tells an unknown placeholder while it is written, lists those that there are, and goes back to the delivered text', async ({
    page,
  }) => {
    await open(page)
    const delivered = await body(page).inputValue()
    await body(page).fill('共 {totall}，见{表：按类别}')
    await expect(page.getByText('不认识 {totall}')).toBeVisible()
    await expect(page.getByText('要单独占一行：{表：按类别}')).toBeVisible()
    await expect(page.getByRole('button', { name: '保存版式' })).toBeDisabled()

    const list = page.getByRole('region', { name: '可填入的内容' })
    await expect(list.getByRole('row')).toHaveCount(1 + 21 + 4 + 4)
    await expect(list.getByRole('row').filter({ hasText: '{未定社区数}' })).toContainText('金额未定的社区数')
    await body(page).fill('共安排')
    await list.getByRole('button', { name: '把 {本年合计} 插入正文' }).click()
    await list.getByRole('button', { name: '把 {图：各区县增减} 插入正文' }).click()
    await expect(body(page)).toHaveValue('共安排{本年合计}\n{图：各区县增减}')
    await expect(page.getByText('不认识 {totall}')).toBeHidden()
    await save(page)
    expect((await exported(page)).lines).toEqual(expect.arrayContaining(['共安排3,590万元', '图1　各区县专项经费增减（万元）']))

    await page.getByRole('button', { name: '恢复默认' }).click()
    await expect(body(page)).toHaveValue(delivered)
    await undo(page)
    await expect(body(page)).toHaveValue('共安排{本年合计}\n{图：各区县增减}')
  })
})
