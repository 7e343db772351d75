import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RESOURCES, ROOT } from '../support/project.ts'
import { saved } from './actions/app.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { overview } from './screens/overview.ts'
import { shell } from './screens/shell.ts'

interface PolicyFile {
  id: string
  title: { zh: string; en: string }
  allocation: { steps: { amountsFen?: Record<string, number> }[] }
  examples: object[]
}
const reference = (): PolicyFile => JSON.parse(readFileSync(join(RESOURCES, 'policies', 'reference.json'), 'utf8')) as PolicyFile
const asFile = (content: string) => ({ name: '办法.json', mimeType: 'application/json', buffer: Buffer.from(content) })

test.describe('policies', () => {
  test.beforeEach(async ({ page }) => {
    await goTo(page, '办法')
  })

  test('are read in words: classes, rules, amounts and who pays', async ({ page }) => {
    const text = page.getByRole('article')
    await expect(text).toContainText('老旧楼院占比不低于50%')
    await expect(text).toContainText('B 30万元')
    await expect(text).toContainText('市级 5 : 区县 5')
    await page.getByRole('button', { name: /总额按分值分配/ }).click()
    await expect(text).toContainText('总额按分值分配')
    await expect(text).not.toContainText('老旧楼院占比不低于50%')
  })

  test('come in as JSON, are used, and change the money', async ({ page }) => {
    const policy = reference()
    policy.id = 'more-for-a'
    policy.title = { zh: '提高A类', en: 'More for A' }
    policy.allocation.steps[0]!.amountsFen!['A'] = 16_000_000
    policy.examples = []
    await page.locator('input[type="file"]').setInputFiles(asFile(JSON.stringify(policy)))
    await expect(shell.said(page)).toHaveText('已增加：提高A类')
    await page.getByRole('button', { name: '用于 2023 年' }).click()
    await expect(shell.said(page)).toHaveText('已改用：提高A类')
    await goTo(page, '总览')
    await expect(overview.figure(page, 'total')).toHaveText('3,662万元')
  })

  test('are turned away with the reason', async ({ page }) => {
    const dialog = page.getByRole('dialog')
    for (const [name, words] of [
      ['class-without-standard', '没有定额标准'],
      ['class-unknown', '没有类别“中”'],
      ['floor-above-cap', '高于'],
    ] as const) {
      await page.locator('input[type="file"]').setInputFiles(join(ROOT, 'tests', 'fixtures', 'policies', `${name}.json`))
      await expect(dialog.getByRole('heading')).toHaveText('这份文件不能作为办法使用')
      await expect(dialog.locator('.problems li.error').first()).toContainText(words)
      await expect(dialog.getByRole('button', { name: '仍然增加' })).toHaveCount(0)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
  })

  test('are turned away when they are no JSON at all', async ({ page }) => {
    await page.locator('input[type="file"]').setInputFiles(asFile('四类社区'))
    await expect(page.getByRole('dialog')).toContainText('这不是一个可以读取的办法文件')
  })

  test('go out as the file that comes in', async ({ page }) => {
    const { bytes } = await saved(page, () => page.getByRole('button', { name: '导出办法文件' }).click())
    expect(JSON.parse(bytes.toString('utf8')) as PolicyFile).toMatchObject({
      id: reference().id,
      allocation: { steps: reference().allocation.steps },
    })
  })
})
