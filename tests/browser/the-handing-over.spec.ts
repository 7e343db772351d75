import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LARGEST_FILE, MEGABYTE } from '../../src-main/model/file.ts'
import { storedZip } from '../../src-main/shared/stored-zip.ts'
import { keptIn } from '../support/project.ts'
import { oneSheet, type CellInput } from '../support/spreadsheet-files.ts'
import { partsOf } from '../support/zip.ts'
import { chooseFiles } from './actions/desk.ts'
import { listen } from './actions/app.ts'
import { goTo } from './actions/go.ts'
import { applyImport } from './actions/import.ts'
import { expect, test } from './host.ts'
import { desk } from './screens/desk.ts'
import { importPage } from './screens/import.ts'
import { shell } from './screens/shell.ts'

/** A guard against hanging: writing, sending and reading so much takes long on a busy machine. */
const PATIENCE = 60_000

const rows = (residents: number): CellInput[][] => [
  ['街道（镇）', '社区', '住着的人', '流动人口（万人）'],
  ['总寨镇', '金十字社区', residents, '0.04'],
]
const chengbei: CellInput[][] = [
  ['区县', '街道', '社区名称', '常住人口'],
  ['城北区', '朝阳街道', '山川社区', 17_050],
]

/** A workbook with a picture that makes it so large, in the data folder under this name. @returns its path */
async function largeWorkbook(folder: string, name: string, bytes: number): Promise<string> {
  const parts = Object.entries(await partsOf(oneSheet(rows(5200)))).map(([path, content]) => ({ path, bytes: Buffer.from(content) }))
  const withPicture = (size: number): Uint8Array => storedZip([...parts, { path: 'xl/media/image1.png', bytes: new Uint8Array(size) }])
  const path = join(folder, name)
  writeFileSync(path, withPicture(bytes - withPicture(0).length))
  return path
}

test.describe('files at the import desk', () => {
  test.beforeEach(({ page }) => goTo(page, '导入'))

  test('are sent once: a correction sends what was corrected, and no file', async ({ page }) => {
    const sent = await listen(page)
    const files = { '总寨镇.xlsx': rows(5200), '城北区.xlsx': chengbei }
    await chooseFiles(page, files)
    await expect(desk.files(page)).toHaveCount(2)
    expect((await sent()).filter(({ name }) => name === 'a file').map(({ bytes }) => bytes)).toEqual(
      Object.values(files).map((each) => oneSheet(each).length),
    )

    await desk.see(page, '总寨镇.xlsx').click()
    await importPage.column(page, '住着的人').selectOption({ label: '常住人口' })
    await expect(importPage.changes(page)).toContainText('5,200')
    await desk.takeOut(page, '城北区.xlsx').click()
    await expect(desk.files(page)).toHaveCount(1)

    const all = await sent()
    expect(all.filter(({ name }) => name === 'a file')).toHaveLength(2)
    const asked = all.filter(({ name }) => name === 'import.desk').map(({ bytes }) => bytes)
    expect(asked).toHaveLength(3)
    expect(Math.min(...asked)).toBeGreaterThan(0)
    expect(Math.max(...asked)).toBeLessThan(1000)
  })

  test('are kept by the program no longer than they are needed', async ({ page, dataFolder }) => {
    await chooseFiles(page, { '总寨镇.xlsx': rows(5200), '城北区.xlsx': chengbei })
    await expect(desk.files(page)).toHaveCount(2)
    expect(keptIn(dataFolder)).toHaveLength(2)
    await desk.takeOut(page, '城北区.xlsx').click()
    await expect(desk.files(page)).toHaveCount(1)
    await expect.poll(() => keptIn(dataFolder).length).toBe(1)
    await applyImport(page)
    await expect.poll(() => keptIn(dataFolder).length).toBe(0)
    await chooseFiles(page, { '总寨镇.xlsx': rows(5300) })
    await expect(desk.files(page)).toHaveCount(1)
    expect(keptIn(dataFolder)).toHaveLength(1)
    await goTo(page, '总览')
    await expect.poll(() => keptIn(dataFolder).length).toBe(0)
  })

  for (const [size, bytes] of [
    ['50 MB', 50 * MEGABYTE],
    ['exactly 80 MB', LARGEST_FILE],
  ] as const)
    test(`of ${size} are read and corrected like any other`, async ({ page, dataFolder }) => {
      await importPage.file(page).setInputFiles(await largeWorkbook(dataFolder, '大.xlsx', bytes))
      await expect(importPage.count(page, 'rows')).toHaveText('1', { timeout: PATIENCE })
      await importPage.column(page, '住着的人').selectOption({ label: '常住人口' })
      await expect(importPage.changes(page)).toContainText('5,200')
    })

  test('of one byte more are refused in words, and the others are read', async ({ page, dataFolder }) => {
    const [small, large] = ['总寨镇.xlsx', '太大.xlsx'].map((name) => join(dataFolder, name)) as [string, string]
    writeFileSync(small, oneSheet(rows(5200)))
    writeFileSync(large, '')
    truncateSync(large, LARGEST_FILE + 1)
    await importPage.file(page).setInputFiles(large)
    await expect(shell.refusal(page)).toContainText('文件“太大.xlsx”太大（81 MB），最多 80 MB')
    await importPage.file(page).setInputFiles([small, large])
    await expect(desk.files(page)).toHaveCount(1)
    await expect(shell.refusal(page)).toContainText('太大.xlsx')
    await applyImport(page)
  })
})
