import type { Page } from '@playwright/test'
import { full } from '../support/full.ts'
import { faultsOfAccess } from './actions/access.ts'
import { holdBack } from './actions/app.ts'
import { beginDraft, makeExamples, typeInto } from './actions/policy-editor.ts'
import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { editor } from './screens/policy-editor.ts'
import { shell } from './screens/shell.ts'

test.describe('rules', () => {
  test.beforeEach(({ page }) => beginDraft(page))

  test('a changed threshold shows at once whom each rule and each condition catches, and the money', async ({ page }) => {
    await expect(editor.live(page, 'total')).toHaveText(['180', '35,900,000'])
    await editor.threshold(page, '老旧楼院占比').fill('60')
    await expect(editor.caught(page, 'oldCourtyards')).toHaveText('定类 55 个')
    await expect(editor.counts(page, 'oldCourtyards').nth(1)).toHaveText('55 个符合')
    await expect(editor.live(page, 'A')).toHaveText(['83', '12,450,000'])
    await expect(editor.live(page, 'total')).toHaveText(['180', '34,250,000'])
    await expect(editor.aside(page)).toContainText('11 个社区变类')
  })

  test('one edit of a field is one step, which says what was changed and can be undone', async ({ page }) => {
    const field = editor.threshold(page, '老旧楼院占比')
    await field.fill('')
    await field.pressSequentially('65.5')
    await field.press('Enter')
    await expect(shell.said(page)).toContainText('老旧楼院占比不低于50% → 老旧楼院占比不低于65.5%')
    await undo(page)
    await expect(field).toHaveValue('50')
    await expect(editor.caught(page, 'oldCourtyards')).toHaveText('定类 66 个')
    await shell.redo(page).click()
    await expect(field).toHaveValue('65.5')
    await editor.tab(page, '分类').focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(field).toHaveValue('50')
  })

  test('whoever takes back the beginning of the draft itself is told so, and finds back to the list', async ({ page }) => {
    await undo(page)
    await expect(page.getByRole('alert')).toContainText('可能已被删除或定稿')
    await page.getByRole('button', { name: '返回办法列表' }).click()
    await expect(editor.version(page, '使用中')).toBeVisible()
  })

  test('an edit is not lost when the page is left in the middle of it', async ({ page }) => {
    await editor.threshold(page, '老旧楼院占比').fill('70')
    await shell.link(page, '总览').click()
    await expect(shell.heading(page, '总览')).toBeVisible()
    await goTo(page, '办法')
    await editor.drafts(page).click()
    await expect(editor.threshold(page, '老旧楼院占比')).toHaveValue('70')
  })

  test('a rule with a group inside a group is added, and reads as a sentence', async ({ page }) => {
    await page.getByRole('button', { name: '增加规则' }).click()
    const rule = page.locator('[data-rule="rule1"]')
    await rule.getByLabel(/第 5 条规则的名称/).fill('大社区')
    await rule.getByRole('button', { name: '＋ 条件组' }).click()
    const group = rule.locator('.parts .parts')
    await group.getByRole('button', { name: /^指标：/ }).click()
    await page.getByRole('combobox', { name: '输入名称查找指标' }).fill('老旧楼院占')
    await page.keyboard.press('Enter')
    await group.getByLabel('界限：老旧楼院占比').fill('30')
    await group.getByRole('button', { name: '＋ 条件', exact: true }).click()
    await group.getByRole('button', { name: '反过来', exact: true }).last().click()
    await expect(rule.getByRole('button', { name: '非', exact: true }), 'only where it negates').toHaveCount(1)
    await group.getByLabel('比较方式：常住人口').last().selectOption({ label: '低于' })
    await group.getByLabel('界限：常住人口').last().fill('5000')
    await expect(rule.locator('.sentence')).toHaveText(
      '常住人口不低于0人，且（老旧楼院占比不低于30%，或并非（常住人口低于5,000人））的，归为A类社区',
    )
    await expect(rule.locator('.condition .count').first()).toContainText('个符合')
  })

  test('rules are put in another order by keyboard, the focus stays, and the counts follow', async ({ page }) => {
    await editor
      .rule(page, '')
      .nth(3)
      .getByLabel(/第 4 条规则的名称/)
      .focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    await expect
      .poll(() => editor.ruleNames(page))
      .toEqual(['乡镇小规模社区', '成熟物业小区', '老旧楼院密集社区', '城郊安置与流动人口社区'])
    await expect(page.locator('[data-rule="matureEstates"] header input')).toBeFocused()
    await expect(shell.said(page)).toContainText('规则的顺序')
    await page.getByRole('button', { name: '上移：成熟物业小区' }).click()
    await expect
      .poll(() => editor.ruleNames(page))
      .toEqual(['成熟物业小区', '乡镇小规模社区', '老旧楼院密集社区', '城郊安置与流动人口社区'])
    await expect(page.getByRole('button', { name: '上移：成熟物业小区' })).toBeDisabled()
  })

  test('rules are put in another order by dragging the handle', async ({ page }) => {
    await page.locator('[data-rule="oldCourtyards"] .handle').dragTo(page.locator('[data-rule="smallTownship"] header'))
    await expect.poll(async () => (await editor.ruleNames(page)).slice(0, 2)).toEqual(['老旧楼院密集社区', '乡镇小规模社区'])
  })

  test('a rule is duplicated and taken out again; a copy that can never be reached is reported while typing', async ({ page }) => {
    await page.getByRole('button', { name: '复制：老旧楼院密集社区' }).click()
    const copy = page.locator('[data-rule="oldCourtyards1"]')
    await expect(copy.locator('.problems')).toContainText('永远轮不到')
    await expect(editor.aside(page)).toContainText('永远轮不到')
    await expect(editor.aside(page)).toContainText('改正错误后才能算出结果')
    await copy.getByLabel('界限：老旧楼院占比').fill('40')
    await expect(copy.locator('.problems')).toHaveCount(0)
    await expect(editor.aside(page)).toContainText('没有发现问题')
    await page.getByRole('button', { name: '删除：老旧楼院密集社区（副本）' }).click()
    await expect(page.locator('[data-rule]')).toHaveCount(4)
  })

  test('a threshold outside of the range of its indicator is said in its unit, and leads there from the list', async ({ page }) => {
    await editor.tab(page, '办法信息').click()
    await editor.tab(page, '分类').click()
    await editor.threshold(page, '老旧楼院占比').fill('150')
    await expect(page.locator('[data-rule="oldCourtyards"] .problems')).toContainText(
      '“老旧楼院占比”的界限 150% 超出该指标的允许范围（0% 到 100%）',
    )
    await editor.tab(page, '分配').click()
    await editor.aside(page).getByRole('button', { name: /150%/ }).click()
    await expect(page.locator('[data-rule="oldCourtyards"] header input')).toBeFocused()
  })

  test('what is no number is marked, and given up when the field is left', async ({ page }) => {
    const field = editor.threshold(page, '老旧楼院占比')
    await field.fill('一半')
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await field.press('Tab')
    await expect(field).toHaveValue('50')
  })

  test('what no rule catches is counted, and another class can be given to it', async ({ page }) => {
    await page.getByRole('button', { name: '删除：成熟物业小区' }).click()
    await expect(editor.fallbackCount(page)).toHaveText('定类 72 个')
    await page.getByLabel('以上都不符合的，归入').selectOption('C')
    await expect(editor.live(page, 'C')).toHaveText(['94', '14,100,000'])
  })

  test('a class gets another key everywhere; one that is added wants a standard', async ({ page }) => {
    await page.getByText('展开可改代号').click()
    await page.getByLabel('类别代号：B类社区').fill('老')
    await page.getByLabel('类别代号：B类社区').press('Tab')
    await expect(editor.live(page, '老')).toHaveText(['66', '19,800,000'])
    await page.getByRole('button', { name: '增加类别' }).click()
    await expect(editor.aside(page)).toContainText('没有定额标准')
    await editor
      .aside(page)
      .getByRole('button', { name: /没有定额标准/ })
      .click()
    await typeInto(page, '金额：B', '12万')
    await expect(editor.aside(page)).toContainText('没有任何规则会给出类别“B”')
  })
})

test.describe('allocation', () => {
  test.beforeEach(async ({ page }) => {
    await beginDraft(page)
    await editor.tab(page, '分配').click()
  })

  test('amounts are typed in either unit, exactly to the fen', async ({ page }) => {
    await typeInto(page, '金额：A', '15.000001万')
    await expect(page.getByLabel('金额：A', { exact: true })).toHaveValue('150,000.01')
    await expect(editor.live(page, 'A')).toHaveText(['72', '10,800,000.72'])
    await page.getByLabel('金额单位').selectOption('wan')
    await expect(page.getByLabel('金额：A', { exact: true })).toHaveValue('15.000001')
  })

  test('steps are added, put in order by keyboard and taken out, each with a form of its own', async ({ page }) => {
    await page.getByLabel('增加步骤……').selectOption({ label: '封顶' })
    await page.getByLabel('增加步骤……').selectOption({ label: '保底' })
    await typeInto(page, '不高于', '20万')
    await expect(editor.live(page, 'B')).toHaveText(['66', '13,200,000'])
    await page.getByLabel('第 3 步的名称').focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => editor.stepKeys(page)).toEqual(['standard', 'floor', 'cap'])
    await typeInto(page, '不低于', '25万')
    await expect(editor.step(page, 'floor').locator('.problems')).toContainText('高于上限')
    await page.getByRole('button', { name: '删除：保底' }).click()
    await expect.poll(() => editor.stepKeys(page)).toEqual(['standard', 'cap'])
  })

  test('a total that can not be reached is said at its step', async ({ page }) => {
    await page.getByLabel('增加步骤……').selectOption({ label: '保底' })
    await typeInto(page, '不低于', '10万')
    await page.getByLabel('增加步骤……').selectOption({ label: '总额控制' })
    await typeInto(page, '总额', '1000万')
    await expect(editor.step(page, 'fit').locator('.problems')).toContainText('低于各社区下限之和')
  })

  test('every kind of step has a form and makes a sentence', async ({ page }) => {
    const options = await page
      .getByLabel('增加步骤……')
      .locator('option:not([value=""])')
      .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value))
    // One after the other, as by hand: each is there before the next is chosen.
    for (const [at, kind] of options.entries()) {
      await page.getByLabel('增加步骤……').selectOption(kind)
      await expect(page.locator('[data-step]')).toHaveCount(at + 2)
    }
    for (const kind of options.filter((each) => each !== 'standard'))
      await expect(editor.step(page, kind).locator('.sentence')).not.toHaveText('')
  })

  test('steps that are added while an older state of the draft is still on its way stay', async ({ page }) => {
    const steps = page.locator('[data-step]')
    await expect(steps).toHaveCount(1)
    const letGo = await holdBack(page, 'policy.draft.get')
    for (const [at, kind] of ['floor', 'cap', 'round'].entries()) {
      await page.getByLabel('增加步骤……').selectOption(kind)
      await expect(steps).toHaveCount(at + 2)
      await expect(shell.said(page)).toContainText('步骤')
    }
    const fewest = await page.evaluateHandle(() => {
      const counted = { fewest: Number.POSITIVE_INFINITY }
      const count = (): void => void (counted.fewest = Math.min(counted.fewest, document.querySelectorAll('[data-step]').length))
      count()
      new MutationObserver(count).observe(document.body, { childList: true, subtree: true })
      return counted
    })
    await letGo()
    await page.getByLabel('增加步骤……').selectOption('reserve')
    await expect(steps).toHaveCount(5)
    expect(await fewest.evaluate((counted) => counted.fewest)).toBe(4)
  })

  test('who pays is said per district, or by several payers', async ({ page }) => {
    await page.getByLabel('另行规定的区县……').selectOption('城北区')
    await typeInto(page, '市级的份额：城北区', '8')
    await expect(shell.said(page)).toContainText('城北区 8:5')
    await page.getByLabel('由谁出资').selectOption({ label: '多个出资方' })
    await page.getByRole('button', { name: '＋ 增加出资方' }).click()
    await expect(page.getByLabel('第 3 个出资方')).toHaveValue('新的出资方')
    await page.getByLabel('出资方式：新的出资方').selectOption({ label: '每社区定额' })
    await typeInto(page, '出资：新的出资方', '1万')
    await expect(editor.aside(page)).toContainText('没有发现问题')
  })

  test('a second component has steps of its own and adds to the total', async ({ page }) => {
    await page.getByRole('button', { name: '增加经费分项' }).click()
    const fields = page.getByLabel('金额：A', { exact: true })
    await expect(fields).toHaveCount(2)
    await fields.last().fill('1万')
    await fields.last().press('Tab')
    await expect(editor.live(page, 'A')).toHaveText(['72', '11,520,000'])
  })
})

const hasSidewaysScroll = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

test('every tab of the editor is accessible and fits the screen, in both languages; the arrow keys lead from tab to tab', async ({
  page,
}) => {
  test.slow()
  await beginDraft(page)
  await makeExamples(page, ['山川社区'])
  await page.getByRole('tab', { name: '分类' }).click()
  await page.getByText('展开可改代号').click()
  const tabs = page.getByRole('tab')
  for (const language of ['zh', 'en']) {
    if (language === 'en') await shell.language(page).click()
    await tabs.first().focus()
    for (let position = 0; position < 6; position++) {
      if (position > 0) await page.keyboard.press('ArrowRight')
      await expect(tabs.nth(position)).toHaveAttribute('aria-selected', 'true')
      await expect(page.getByText(/正在读取|Reading …/)).toHaveCount(0)
      expect(await hasSidewaysScroll(page)).toBe(false)
      // Another language has other words in the same places.
      if (language === 'zh' || full) expect(await faultsOfAccess(page)).toEqual([])
    }
    await tabs.first().click()
  }
})
