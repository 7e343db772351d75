import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RESOURCES } from '../support/project.ts'
import { download } from './actions/desk.ts'
import { goTo } from './actions/go.ts'
import { beginDraft, fillAdoption, makeExamples, typeInto } from './actions/policy-editor.ts'
import { expect, test } from './host.ts'
import { editor } from './screens/policy-editor.ts'
import { shell } from './screens/shell.ts'

interface PolicyFile {
  formatVersion: number
  id: string
  classification: { rules: { when: object }[] }
}
const reference = (): PolicyFile => JSON.parse(readFileSync(join(RESOURCES, 'policies', 'reference.json'), 'utf8')) as PolicyFile
const asFile = (content: object) => ({ name: '办法.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) })

test.describe("the policy's own tests", () => {
  test('are made of communities with one click, and tried at every change', async ({ page }) => {
    await beginDraft(page)
    await makeExamples(page, ['祁连路西社区', '山川社区'])
    await expect(editor.example(page, 'example1')).toContainText('通过')
    await expect(editor.aside(page)).toContainText('7 个样例全部通过')
    await editor.tab(page, '分配').click()
    await typeInto(page, '金额：B', '31万')
    await expect(editor.aside(page)).toContainText('7 个样例中有 2 个不通过')
  })

  test('that fail block adopting until they are changed on purpose, with a reason', async ({ page }) => {
    await beginDraft(page)
    await makeExamples(page, ['祁连路西社区'])
    await fillAdoption(page)
    await editor.dialog(page).getByRole('button', { name: '定稿' }).click()
    await expect(shell.said(page)).toContainText('已定稿')

    await editor.beginFromChosen(page).click()
    await editor.tab(page, '分配').click()
    await typeInto(page, '金额：B', '31万')
    await fillAdoption(page)
    await expect(editor.dialog(page).getByRole('alert')).toContainText('检验样例“祁连路西社区”应得 30万元')
    await editor.dialog(page).getByRole('button', { name: '定稿' }).click()
    await expect(editor.dialog(page)).toBeVisible()
    await page.keyboard.press('Escape')

    await editor.tab(page, '检验样例').click()
    for (const key of ['qilianluxi', 'example1']) await editor.example(page, key).getByRole('button', { name: '按现在的结果改' }).click()
    await expect(editor.example(page, 'example1')).toContainText('通过')
    await fillAdoption(page)
    await expect(editor.dialog(page).getByRole('alert')).toHaveCount(0)
    for (const name of ['祁连路西社区', '祁连路西社区：21 个楼院中 18 个老旧'])
      await editor.dialog(page).getByLabel(`样例“${name}”有改动，理由`).fill('标准提高')
    await editor.dialog(page).getByRole('button', { name: '定稿' }).click()
    await expect(shell.said(page)).toContainText('已定稿：四类社区差异化分配（参考办法） 1.2.0')
  })

  test('can tell the other communities of an example, so that a shared total is tried as well', async ({ page }) => {
    await beginDraft(page)
    await editor.tab(page, '分配').click()
    await page.getByLabel('增加步骤……').selectOption({ label: '总额控制' })
    await typeInto(page, '总额', '90万')
    await editor.tab(page, '检验样例').click()
    const example = editor.example(page, 'qilianluxi')
    await expect(example).toContainText('单独一个社区得不出金额')
    await example.getByRole('button', { name: '＋ 其他社区' }).click()
    for (const name of ['常住人口', '区位']) {
      await example.locator('[data-other]').getByRole('button', { name: '＋ 指标' }).click()
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
    }
    await example.locator('[data-other]').getByLabel('区位', { exact: true }).selectOption({ label: '乡镇' })
    await typeInto(page, '第 1 组其他社区的个数', '3')
    // 30 of 30 + 3 × 10.
    await expect(example).toContainText('现在得出B45万元')
    await expect(page.getByText(/已保存/).first()).toBeVisible()
  })

  test('with an amount that depends on the others are refused in words', async ({ page }) => {
    await beginDraft(page)
    await makeExamples(page, ['祁连路西社区'])
    await editor.tab(page, '分配').click()
    await page.getByLabel('增加步骤……').selectOption({ label: '总额控制' })
    await typeInto(page, '总额', '3600万')
    await editor.tab(page, '检验样例').click()
    await expect(editor.example(page, 'example1')).toContainText('在全体社区之间分配，单独一个社区得不出金额')
  })
})

test.describe('versions', () => {
  test('an adopted one rests on its document, is read only and can be used', async ({ page }) => {
    await beginDraft(page)
    await typeInto(page, '界限：老旧楼院占比', '60')
    await fillAdoption(page)
    await expect(editor.dialog(page)).toContainText('老旧楼院占比不低于60%')
    await editor.dialog(page).getByLabel('版本', { exact: true }).fill('2.0.0')
    await editor.dialog(page).getByRole('button', { name: '定稿' }).click()
    await expect(shell.said(page)).toContainText('已定稿')
    await expect(editor.drafts(page)).toHaveCount(0)
    const version = editor.version(page, /版本 2\.0\.0/)
    await expect(version).toContainText('已定稿')
    await expect(page.getByRole('article')).toContainText('关于调整分类标准的通知 某组发〔2026〕1号')
    await expect(page.getByRole('article').locator('input')).toHaveCount(0)
    await page.getByRole('button', { name: '用于 2023 年' }).click()
    await expect(version).toContainText('使用中')
    await editor.beginFromChosen(page).click()
    await expect(editor.threshold(page, '老旧楼院占比')).toHaveValue('60')
    await typeInto(page, '界限：老旧楼院占比', '61')
    await page.getByRole('button', { name: '返回办法列表' }).click()
    await expect(page.getByRole('article')).toContainText('老旧楼院占比不低于60%')
  })

  test('the same number can not be given twice', async ({ page }) => {
    await beginDraft(page)
    await fillAdoption(page)
    await editor.dialog(page).getByLabel('版本', { exact: true }).fill('1.0.1')
    await editor.dialog(page).getByRole('button', { name: '定稿' }).click()
    await expect(editor.dialog(page)).toContainText('已经有一个名称和版本都相同的办法')
    await page.keyboard.press('Escape')
    await expect(editor.tab(page, '分类')).toBeVisible()
  })

  test('are compared in words and side by side', async ({ page }) => {
    await beginDraft(page)
    await typeInto(page, '界限：老旧楼院占比', '60')
    await editor.tab(page, '与其他版本的差异').click()
    await expect(editor.differences(page)).toContainText('老旧楼院占比不低于50%')
    await expect(editor.differences(page)).toContainText('老旧楼院占比不低于60%')
    await page.getByLabel('左右对照').check()
    await expect(page.getByRole('region', { name: '原为' })).toContainText('老旧楼院占比不低于50%')
    await expect(page.getByRole('region', { name: '现为' })).toContainText('老旧楼院占比不低于60%')
    await page.getByLabel('左右对照').uncheck()
    await shell.language(page).click()
    await expect(editor.differences(page)).toContainText('Share of old courtyards at least 60%')
  })

  test('a draft goes out as a file and comes in again as a policy', async ({ page }) => {
    await beginDraft(page)
    await editor.tab(page, '办法信息').click()
    await typeInto(page, '名称', '本区办法')
    const file = await download(page, page.getByRole('button', { name: '导出办法文件' }))
    expect(file.name).toBe('reference-1.1.0-draft.json')
    const document = JSON.parse(file.bytes.toString('utf8')) as PolicyFile
    await page.getByRole('button', { name: '返回办法列表' }).click()
    await page.locator('input[type="file"]').setInputFiles(asFile(document))
    await expect(shell.said(page)).toHaveText('已增加：本区办法')
    await expect(editor.version(page, /本区办法.*版本 1\.1\.0.*导入/)).toBeVisible()
  })

  test('a file that is wrong in itself can be opened as a draft; one of a newer program only says so', async ({ page }) => {
    await goTo(page, '办法')
    await page.locator('input[type="file"]').setInputFiles(asFile({ ...reference(), formatVersion: 9 }))
    await expect(editor.dialog(page)).toContainText('请升级程序')
    await expect(editor.dialog(page).getByRole('button', { name: '作为草稿打开' })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(editor.dialog(page)).toHaveCount(0)
    const wrong = reference()
    wrong.classification.rules[3]!.when = { kind: 'compare', indicator: 'oldShare', operator: '>=', value: 50 }
    await page.locator('input[type="file"]').setInputFiles(asFile(wrong))
    await editor.dialog(page).getByRole('button', { name: '作为草稿打开' }).click()
    await expect(page.locator('[data-rule="matureEstates"] .problems')).toContainText('5,000%')
  })

  test('a rule on an indicator that was retired says so, and can be given another one', async ({ page }) => {
    await beginDraft(page)
    const rule = page.locator('[data-rule="matureEstates"]')
    await rule.getByRole('button', { name: /^指标：/ }).click()
    await page.getByRole('combobox', { name: '输入名称查找指标' }).fill('户籍户数')
    await page.keyboard.press('Enter')
    await expect(editor.saved(page)).toBeVisible()
    await goTo(page, '指标字典')
    await page.getByRole('button', { name: '停用：户籍户数' }).click()
    await goTo(page, '办法')
    await expect(editor.drafts(page)).toContainText('1 处错误')
    await editor.drafts(page).click()
    await expect(rule.locator('.problems')).toContainText('指标“户籍户数”已停用')
    await rule.getByRole('button', { name: /^指标：/ }).click()
    await page.getByRole('combobox', { name: '输入名称查找指标' }).fill('有管理楼院占比')
    await page.keyboard.press('Enter')
    await expect(rule.locator('.problems')).toHaveCount(0)
  })
})
