import { expect, type Page } from '@playwright/test'
import Excel from 'exceljs'
import { gbkBytes, oneSheet, type CellInput } from '../../support/spreadsheet-files.ts'
import { desk } from '../screens/desk.ts'
import { importPage } from '../screens/import.ts'
import { results } from '../screens/results.ts'
import { goTo } from './go.ts'

/** Files are read in a thread of their own, which a busy machine starts late. */
const READING_MS = 30_000

/** A new plan without any community. */
export async function beginAPlan(page: Page, name: string, year: number): Promise<void> {
  await goTo(page, '方案文件')
  await page.getByLabel('方案名称').fill(name)
  await page.getByLabel('年度', { exact: true }).last().fill(String(year))
  await page.getByLabel('装入示例城市').uncheck()
  await page.getByRole('button', { name: '新建并打开' }).click()
  await expect(page.getByRole('link', { name })).toBeVisible()
}

/** Files arrive at the desk; the desk is told by their bytes what they are. */
export async function deliver(page: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const before = await desk.files(page).count()
  await importPage
    .file(page)
    .setInputFiles(
      Object.entries(files).map(([name, bytes]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
    )
  await expect(desk.files(page)).toHaveCount(before + Object.keys(files).length, { timeout: READING_MS })
}

export async function takeOut(page: Page, file: string): Promise<void> {
  const before = await desk.files(page).count()
  await desk.takeOut(page, file).click()
  await expect(desk.files(page)).toHaveCount(before - 1)
}

export const filledIn = (rows: CellInput[][], merges: string[] = []): Uint8Array => oneSheet(rows, { merges })

/** Headings in two rows, people in 万, a subtotal, a note, joined titles; one cell as given. */
export const northStreet = ({ residents }: { residents: CellInput }): Uint8Array =>
  filledIn(
    [
      ['北街街道社区基本情况统计表'],
      ['', '', '', '人口情况（万人）', '', '', '楼院情况（个）', '', '', ''],
      [
        '区县',
        '街道',
        '社区',
        '常住人口',
        '流动人口',
        '60岁及以上老年人',
        '楼院',
        '老旧楼院',
        '有物业楼院',
        '区位',
        '辖区面积（亩）',
        '小区数',
        '安置小区',
      ],
      ['新城区', '北街街道', '花园社区', 0.6, 0.03, 0.09, 10, 1, 9, '城区', 2250, 6, 0],
      ['新城区', '北街街道', '学府社区居委会', residents, 0.05, 0.1, 20, 16, null, '城区', 1200, 4, 0],
      ['', '', '小计', 1.7, 0.08, 0.19, 30, 17, 9, '', 3450, 10, 0],
      ['注：面积按测绘成果。'],
    ],
    ['A1:M1', 'D2:F2', 'G2:I2'],
  )

/** A text table in GBK, with full-width digits and a total. */
export const forestStreet: Uint8Array = gbkBytes(
  [
    '林场镇社区情况,,,,,,,',
    '区县,乡镇,社区名称,区位,居民人口,流动人口,楼院总数,老旧楼院,物业管理楼院,住宅小区,回迁小区,老年人口,面积（平方公里）',
    '新城区,林场镇,林场社区,乡镇,２１０,5,0,0,0,0,0,60,12',
    '新城区,林场镇,水库社区,乡镇,340人,8,0,0,0,0,0,80,15.5',
    '合计,,,,550,13,0,0,0,0,0,140,27.5',
  ].join('\n'),
)

/** What 老城街道 fills into the template, by the words of its headings. */
export const oldTown: Readonly<Record<string, CellInput>>[] = [
  {
    区县: '新城区',
    街道: '老城街道',
    社区名称: '钟楼社区',
    区位: '城区',
    辖区面积: 0.8,
    常住人口: 9000,
    流动人口: 800,
    '60岁及以上': 1500,
    住宅小区: 3,
    安置小区: 0,
    '楼院（': 20,
    老旧楼院: 16,
    有物业: 4,
  },
  {
    区县: '新城区',
    街道: '老城街道',
    社区名称: '南门社区',
    区位: '城区',
    辖区面积: 0.7,
    常住人口: 8000,
    流动人口: 700,
    '60岁及以上': 1400,
    住宅小区: 2,
    安置小区: 0,
    '楼院（': 18,
    老旧楼院: 14,
    有物业: 3,
  },
  {
    区县: '新城区',
    街道: '老城街道',
    社区名称: '新苑社区',
    区位: '城郊',
    辖区面积: 2,
    常住人口: 7000,
    流动人口: 3900,
    '60岁及以上': 600,
    住宅小区: 5,
    安置小区: 4,
    '楼院（': 5,
    老旧楼院: 0,
    有物业: 5,
  },
]

/** Fills rows into the sheet that was sent out, as somebody does in a spreadsheet. */
export async function templateFilledIn(template: Buffer, rows: readonly Readonly<Record<string, CellInput>>[]): Promise<Uint8Array> {
  const HEADER_ROW = 4
  const workbook = new Excel.Workbook()
  await workbook.xlsx.load(template as unknown as Parameters<typeof workbook.xlsx.load>[0])
  const sheet = workbook.worksheets[0]!
  const headings = Array.from(sheet.getRow(HEADER_ROW).values as unknown[], (each) => String(each ?? '').replace(/^\*/, ''))
  rows.forEach((row, position) => {
    for (const [word, value] of Object.entries(row))
      sheet.getCell(
        HEADER_ROW + 1 + position,
        headings.findIndex((each) => each.startsWith(word)),
      ).value = value as string | number
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

export const financeSheet: Buffer = Buffer.from(
  filledIn([
    ['2025年度服务群众专项经费执行情况表'],
    ['', '', '', '金额单位：万元'],
    ['街道', '社区名称', '实际支出', '年末结余'],
    ['北街街道', '花园', 14, 1],
    ['老城街道', '钟楼社区', 28.5, 1.5],
    ['', '合计', 42.5, 2.5],
  ]),
)

export async function classOf(page: Page, name: string): Promise<string> {
  await results.search(page).fill(name)
  return (await results.row(page, name).locator('td').nth(3).innerText()).trim().slice(0, 1)
}
