import type { Page } from '@playwright/test'
import { unzipSync, strFromU8 } from 'fflate'
import { saved } from './actions/app.ts'
import { goTo, undo } from './actions/go.ts'
import { fontsOf, hasPoppler, inkOf, savedPdf, sheetsOf, textOf } from './actions/paper.ts'
import { expect, test } from './host.ts'

const open = async (page: Page, paper: string): Promise<void> => {
  await goTo(page, '文件与打印')
  await page.getByRole('navigation', { name: '附表' }).getByRole('button', { name: paper }).click()
}
const save = async (page: Page, paper: string): Promise<void> => {
  await page.getByRole('button', { name: '保存版式' }).click()
  await expect(page.getByRole('status').filter({ hasText: `已保存版式：${paper}` })).toBeVisible()
}
/** The communities of a subdistrict, in the order of their codes. */
const CHAOYANG = ['山川', '祁连路西', '禧溪园', '景溪苑', '明岚居', '春悦台', '盛榆苑', '永霞居'].map((name) => `${name}社区`)
/** Whole steps of a printed amount. */
const stepsIn = (text: string): number => Number(text.replace(/[^\d-]/g, ''))

test.describe('papers, as the department wants them', () => {
  test.beforeEach(() => {
    test.skip(!hasPoppler(), 'poppler is not installed (Debian: poppler-utils)')
    test.slow()
  })

  test('a PDF is made without a dialog: margins to the millimetre, the head on every sheet, fonts inside, nothing cut off', async ({
    page,
  }) => {
    await open(page, '分配表')
    const narrow = await savedPdf(page)
    expect(sheetsOf(narrow)).toMatchObject({ width: 297, height: 210 })
    const { count } = sheetsOf(narrow)
    for (const [position, sheet] of textOf(narrow).entries()) {
      expect(sheet).toMatch(/序号\s+街道（镇）\s+社区\s+类别\s+上年金额\s+本年金额\s+增减\s+市级承担\s+区县承担/)
      expect(sheet).toMatch(new RegExp(`第 ${position + 1} 页 / 共 ${count} 页`))
      // No sheet begins with a sum whose rows are on the sheet before.
      expect(sheet.split('区县承担')[1]!.trimStart().split('\n')[0]).not.toMatch(/小计|合计|总计/)
    }
    const { used, embedded } = fontsOf(narrow)
    expect(used).toBeGreaterThan(0)
    expect(embedded).toBe(used)
    for (let sheet = 2; sheet < count; sheet++) {
      const ink = inkOf(narrow, sheet)
      for (const [side, wanted] of [
        ['left', 13],
        ['right', 13],
        ['top', 16],
      ] as const)
        expect(Math.abs(ink[side] - wanted), `${side} of sheet ${sheet}`).toBeLessThan(1)
      expect(ink.bottom).toBeGreaterThan(14)
      expect(ink.outside).toBe(0)
    }

    await page.getByLabel('页边距').selectOption('official')
    await page.getByLabel('方向').selectOption('portrait')
    await page.getByLabel('纸张').selectOption('A3')
    await save(page, '分配表')
    const official = await savedPdf(page)
    expect(sheetsOf(official)).toMatchObject({ width: 297, height: 420 })
    const ink = inkOf(official, 2)
    for (const [side, wanted] of [
      ['left', 28],
      ['right', 26],
      ['top', 37],
    ] as const)
      expect(Math.abs(ink[side] - wanted), side).toBeLessThan(1)
    await undo(page)
    await expect(page.getByLabel('纸张')).toHaveValue('A4')
  })

  test('columns, unit, title and signatures follow the settings; in 万元 without decimals every column adds up as printed', async ({
    page,
  }) => {
    await open(page, '分配表')
    await page.getByRole('textbox', { name: '标题' }).fill('{department}{year}年分配表')
    await page.getByLabel('落款栏').fill('填表：\n复核：')
    await page.getByLabel('单位').selectOption('wan')
    await page.getByLabel('小数位').selectOption('0')
    await page.getByLabel('显示“类别”').uncheck()
    await page.getByLabel('“社区”前移').click()
    await expect(
      page.getByRole('region', { name: '预览' }).getByRole('heading', { name: '2023年分配表', includeHidden: true }),
    ).toBeVisible()
    await save(page, '分配表')
    await page.getByRole('button', { name: '情况说明' }).click()
    await page.getByLabel('部门名称').fill('某区组织部')
    await page.getByRole('button', { name: '保存名称' }).click()
    await open(page, '分配表')
    const sheets = textOf(await savedPdf(page))
    const text = sheets.join('\n')
    expect(text).toContain('某区组织部2023年分配表')
    expect(text).toContain('单位：万元')
    expect(sheets.at(-1)).toMatch(/填表：\s+复核：/)
    expect(text).not.toContain('制表人')
    expect(sheets[0]).toMatch(/序号\s+社区\s+街道（镇）\s+上年金额/)

    const rows = [...text.matchAll(/^\s*\d+\s+\S+社区\s+\S+((?:\s+[+-]?[\d,.]+){5})\s*$/gm)].map((match) =>
      match[1]!.trim().split(/\s+/).map(stepsIn),
    )
    expect(rows).toHaveLength(180)
    const sumsOf = (label: RegExp): number[][] =>
      [...text.matchAll(new RegExp(`${label.source}（\\d+ 个社区）((?:\\s+[+-]?[\\d,.]+){5})`, 'g'))].map((match) =>
        match[1]!.trim().split(/\s+/).map(stepsIn),
      )
    const [total] = sumsOf(/总计/)
    expect(total).toEqual([3600, 3590, -10, 1795, 1795])
    for (const each of [rows, sumsOf(/小计/), sumsOf(/[区县]合计/)])
      expect(total!.map((_, column) => each.reduce((sum, row) => sum + row[column]!, 0))).toEqual(total)
    // 75,000 元 each in halves of 万元 can't be shown without decimals: it is said that cells were rounded.
    expect(text).toContain('最大余数法')
  })

  test('an unknown gap is refused in words and nothing is saved', async ({ page }) => {
    await open(page, '分配表')
    await page.getByRole('textbox', { name: '标题' }).fill('{yaer} 年分配表')
    await page.getByRole('button', { name: '保存版式' }).click()
    await expect(page.getByRole('alert')).toContainText('{yaer} 不认识')
    await expect(page.getByText('有未保存的修改')).toBeVisible()
  })

  test('the funds by payer add up, and a statement is one page with the rule and the money', async ({ page }) => {
    await open(page, '出资表')
    const payers = textOf(await savedPdf(page)).join('\n')
    expect(payers).toMatch(/总计\s+180\s+35,900,000\s+17,950,000\s+17,950,000/)
    const parts = [...payers.matchAll(/^\s*\d+\s+\S+\s+(\d+)\s+([\d,]+)\s+([\d,]+)\s+([\d,]+)\s*$/gm)].map((match) =>
      match.slice(1).map(stepsIn),
    )
    expect([0, 1, 2, 3].map((column) => parts.reduce((sum, row) => sum + row[column]!, 0))).toEqual([
      180, 35_900_000, 17_950_000, 17_950_000,
    ])

    await open(page, '社区核定单')
    await page.getByLabel('社区', { exact: true }).selectOption({ label: '朝阳街道 祁连路西社区' })
    const file = await savedPdf(page)
    expect(sheetsOf(file)).toMatchObject({ width: 210, height: 297, count: 1 })
    const statement = textOf(file).join('\n').replace(/\s/g, '')
    for (const said of [
      '祁连路西社区2023年度专项经费核定单',
      '老旧楼院占比不低于50%',
      '按类别定额',
      '300,000',
      '150,000',
      '老旧楼院',
      '组团式下沉服务队（数量1）',
      '名单见社区一览表',
      '第1页/共1页',
    ])
      expect(statement).toContain(said)
  })

  test('everything about each community of a subdistrict is one PDF, a page each, with years, standing and work', async ({ page }) => {
    await open(page, '社区一览表')
    await page.getByLabel('打印范围').selectOption('街道（镇）')
    await page.getByLabel('街道（镇）', { exact: true }).selectOption('城北区 朝阳街道')
    const file = await savedPdf(page)
    expect(sheetsOf(file)).toMatchObject({ width: 210, height: 297, count: CHAOYANG.length })
    for (const [position, sheet] of textOf(file).entries()) {
      const plain = sheet.replace(/\s/g, '')
      for (const said of [CHAOYANG[position]!, '历年经费', '同类中位数', '下派任务工时', '第1页/共1页']) expect(plain).toContain(said)
    }
  })

  test('the work plan is printed as it stands: the months of each line add up to its year', async ({ page }) => {
    await goTo(page, '工作计划')
    await page.getByRole('combobox', { name: '类别' }).selectOption({ label: 'D · D类社区' })
    await page.getByRole('button', { name: '打印预览' }).click()
    await expect(page.getByRole('heading', { name: 'D类社区 2023 年工作计划' })).toBeVisible()
    const rows = await page
      .locator('.sheet tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((each) => each.textContent!.trim())).filter((cells) => cells.length > 10),
      )
    expect(rows.length).toBeGreaterThan(40)
    for (const cells of rows) {
      const months = cells.slice(4, 16).map((each) => (each === '' ? 0 : stepsIn(each)))
      expect(
        months.reduce((sum, each) => sum + each, 0),
        cells[1],
      ).toBe(stepsIn(cells[16]!))
    }
    expect(rows.map((cells) => cells[1])).not.toContain('楼院安全巡查')
  })

  test('the note is exported as a Word file with the figures of the plan', async ({ page }) => {
    await open(page, '情况说明')
    const { bytes } = await saved(page, () => page.getByRole('button', { name: '导出 Word' }).click())
    const text = strFromU8(unzipSync(bytes)['word/document.xml']!).replace(/<[^>]+>/g, '')
    expect(text).toContain('共安排专项经费 3,590万元')
  })

  test('statements of a subdistrict are one PDF, those of a class are all of them, and a long file can be stopped while it grows', async ({
    page,
  }) => {
    await open(page, '社区核定单')
    const scope = page.getByLabel('打印范围')
    const task = page.getByRole('status').filter({ has: page.getByRole('progressbar') })
    await scope.selectOption('全部社区')
    await page.getByRole('button', { name: '存为 PDF' }).click()
    await expect(task).toContainText(/[1-9]\d?%/)
    await task.getByRole('button').click()
    await expect(task).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveText(/已取消/)

    await scope.selectOption('街道（镇）')
    await page.getByLabel('街道（镇）', { exact: true }).selectOption('城北区 朝阳街道')
    const file = await savedPdf(page)
    expect(sheetsOf(file).count).toBe(CHAOYANG.length)
    for (const [position, sheet] of textOf(file).entries()) {
      expect(sheet).toContain(CHAOYANG[position])
      expect(sheet).toMatch(/第\s*1\s*页\s*\/\s*共\s*1\s*页/)
    }

    await scope.selectOption('类别')
    await page.getByLabel('类别', { exact: true }).selectOption({ label: 'D类社区' })
    await page.getByRole('button', { name: '打印预览' }).click()
    await expect(page.locator('.sheet')).toHaveCount(20)
    await expect(page).toHaveURL(/class=D/)
  })
})
