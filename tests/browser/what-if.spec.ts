import { readdirSync } from 'node:fs'
import { ask, holdBack } from './actions/app.ts'
import { goTo, undo } from './actions/go.ts'
import { chooseSheet, applyImport } from './actions/import.ts'
import { saveScenario } from './actions/what-if.ts'
import { expect, test } from './host.ts'
import { importPage } from './screens/import.ts'
import { scenarioPage, whatIf } from './screens/what-if.ts'

test.describe('what if', () => {
  test.beforeEach(async ({ page }) => {
    await goTo(page, '情景推演')
    await expect(whatIf.value(page, 'total')).toHaveText('3,590')
  })

  test('answers the question of the meeting: the threshold at 60 %, who moves, what it costs, who pays, who loses and why', async ({
    page,
  }) => {
    await expect(whatIf.value(page, 'net')).toHaveText('0')
    await whatIf.field(page, '老旧楼院占比').fill('60')
    await expect(whatIf.ofClass(page, 'B').locator('td')).toHaveText([/B类社区/, '66', '55', '-11', '1,980', '1,650', '-330'])
    await expect(whatIf.ofClass(page, 'A').locator('td')).toHaveText([/A类社区/, '72', '83', '+11', '1,080', '1,245', '+165'])
    await expect(whatIf.value(page, 'total')).toHaveText('3,425')
    await expect(whatIf.value(page, 'net')).toHaveText('-165')
    await expect(whatIf.value(page, 'moved')).toHaveText('11')
    await expect(whatIf.figure(page, 'city')).toContainText('-82.5')
    await expect(whatIf.figure(page, 'district')).toContainText('-82.5')
    await expect(whatIf.figure(page, 'loss')).toContainText('11 个社区')
    await expect(whatIf.changes(page)).toContainText('50% → 60%')

    await whatIf.filter(page, '减少').click()
    await expect(whatIf.rows(page)).toHaveCount(11)
    await whatIf.rows(page).first().getByRole('button').click()
    await expect(whatIf.community(page)).toContainText('150,000')
    await expect(whatIf.community(page)).toContainText('老旧楼院占比')
    await expect(whatIf.community(page)).toContainText('60%')
  })

  test('a number turned back, or taken back in the list of differences, leaves zeros', async ({ page }) => {
    await whatIf.field(page, 'B 类').fill('31')
    await expect(whatIf.value(page, 'net')).toHaveText('+66')
    await whatIf.lever(page, 'B 类').getByRole('button', { name: '↺ 30' }).click()
    await expect(whatIf.value(page, 'net')).toHaveText('0')
    await whatIf.slider(page, '流动人口占比').press('ArrowRight')
    await expect(whatIf.changes(page)).toContainText('40% → 41%')
    await whatIf.changes(page).getByRole('button').click()
    await expect(whatIf.changes(page)).toHaveCount(0)
    await expect(whatIf.value(page, 'moved')).toHaveText('0')
  })

  test('everything is put back at once', async ({ page }) => {
    await whatIf.field(page, '老旧楼院占比').fill('60')
    await expect(whatIf.value(page, 'net')).toHaveText('-165')
    await page.getByRole('button', { name: '全部恢复' }).click()
    await expect(whatIf.value(page, 'net')).toHaveText('0')
  })

  test('what is supposed and not saved is still there when the window is opened again', async ({ page, dataFolder }) => {
    await whatIf.field(page, '老旧楼院占比').fill('60')
    await expect(whatIf.value(page, 'net')).toHaveText('-165')
    await expect.poll(() => readdirSync(dataFolder)).toContain('suppositions.json')
    await page.reload()
    await goTo(page, '情景推演')
    await expect(whatIf.field(page, '老旧楼院占比')).toHaveValue('60')
    await expect(whatIf.value(page, 'net')).toHaveText('-165')
    // Under a policy that has no such number nothing is supposed any more, and that is said.
    await ask(page, 'policy.use', { id: 'flat-2018' })
    await page.reload()
    await goTo(page, '情景推演')
    await expect(page.getByText('上次推演的 1 处改动，现在的办法里已没有')).toBeVisible()
    await expect(page.getByText('有改动未保存')).toHaveCount(0)
    await expect(whatIf.value(page, 'net')).toHaveText('0')
  })

  test('what can not be is told in words, and the last result stays', async ({ page }) => {
    await whatIf.field(page, 'B 类').fill('32')
    await expect(whatIf.value(page, 'total')).toHaveText('3,722')
    await whatIf.field(page, '常住人口').fill('-5')
    await expect(page.getByRole('alert')).toContainText('这样改算不出结果')
    await expect(whatIf.value(page, 'total')).toHaveText('3,722')
    await whatIf.field(page, '常住人口').fill('3000')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('another value and another class are supposed for one community; the plan itself stays', async ({ page }) => {
    await whatIf.filter(page, '全部').click()
    await page.getByRole('searchbox', { name: '搜索社区、街道' }).fill('祁连路西')
    await page.getByRole('button', { name: '祁连路西社区' }).click()
    await whatIf.community(page).getByRole('combobox', { name: '选择指标' }).selectOption({ label: '老旧楼院' })
    await whatIf.community(page).getByRole('textbox', { name: '假设的值' }).fill('9')
    await whatIf.community(page).getByRole('button', { name: '假设' }).click()
    await expect(whatIf.value(page, 'moved')).toHaveText('1')
    await whatIf.community(page).getByLabel('人工定类').selectOption('D')
    await expect(whatIf.value(page, 'net')).toHaveText('-20')
    await expect(whatIf.changes(page).locator('li')).toHaveCount(2)
    await goTo(page, '分配')
    await expect(page.getByText('35,900,000').first()).toBeVisible()
  })

  test('is saved as a scenario, listed with all that differs, taken up again, and undone like everything', async ({ page }) => {
    await whatIf.field(page, 'B 类').fill('31')
    await saveScenario(page, 'B类三十一万')
    await whatIf.field(page, '老旧楼院占比').fill('60')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await goTo(page, '情景')
    await expect(scenarioPage.rows(page).first().locator('td')).toHaveText([/^$/, 'B类三十一万', '2023年方案', '2', '11', '3,480', '-110'])
    await expect(scenarioPage.differences(page)).toHaveCount(2)
    await scenarioPage.differences(page).filter({ hasText: '31万元' }).getByRole('button').click()
    await expect(scenarioPage.differences(page)).toHaveCount(1)
    await undo(page)
    await expect(scenarioPage.differences(page)).toHaveCount(2)
    await page.getByRole('button', { name: '打开推演' }).click()
    await expect(whatIf.field(page, 'B 类')).toHaveValue('31')
    await expect(whatIf.changes(page).locator('li')).toHaveCount(2)
  })

  test('while another base is read nothing can be turned, and a base that was left meanwhile does not come back', async ({ page }) => {
    await whatIf.field(page, 'B 类').fill('31')
    await saveScenario(page, '慢案')
    const letGo = await holdBack(page, 'scenarios.get')
    const base = page.locator('.base select')
    await base.selectOption({ label: '2023 年方案（当前）' })
    await expect(whatIf.field(page, 'B 类')).toHaveValue('30')
    await base.selectOption({ label: '慢案' })
    await expect(whatIf.field(page, 'B 类')).toBeDisabled()
    await base.selectOption({ label: '2023 年方案（当前）' })
    await expect(whatIf.field(page, 'B 类')).toBeEnabled()
    await letGo()
    await whatIf.field(page, 'B 类').fill('32')
    await expect(whatIf.value(page, 'net')).toHaveText('+132')
    await expect(whatIf.changes(page)).toContainText('30万元 → 32万元')
    await expect(base).toHaveValue('year/2023')
  })

  test('two scenarios are stacked, and where they contradict each other one is chosen', async ({ page }) => {
    await saveScenario(page, '原样')
    await goTo(page, '情景')
    await expect(page.getByText('与基础方案完全相同，增减为零。')).toBeVisible()
    for (const [name, amount] of [
      ['甲案', '31'],
      ['乙案', '29'],
    ] as const) {
      await goTo(page, '情景推演')
      await page.locator('.base select').selectOption({ label: '2023 年方案（当前）' })
      await whatIf.field(page, 'B 类').fill(amount)
      await saveScenario(page, name)
    }
    await goTo(page, '情景')
    await scenarioPage.mark(page, '甲案').check()
    await scenarioPage.mark(page, '乙案').check()
    await page.getByRole('button', { name: '叠加' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('1 处改动互相矛盾')
    await dialog.getByRole('radio', { name: '29万元' }).check()
    await dialog.getByRole('button', { name: '叠加成新情景' }).click()
    await expect(scenarioPage.rows(page).filter({ hasText: '甲案 + 乙案' })).toContainText('3,524')
  })

  test('a locked scenario can be read and copied, but not changed', async ({ page }) => {
    await whatIf.field(page, 'B 类').fill('31')
    await saveScenario(page, '定稿')
    await goTo(page, '情景')
    await page.getByRole('button', { name: '锁定' }).click()
    await expect(page.getByRole('button', { name: '删除' })).toBeDisabled()
    await expect(scenarioPage.differences(page).getByRole('button')).toHaveCount(0)
    await page.getByRole('button', { name: '复制' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await expect(scenarioPage.rows(page)).toHaveCount(2)
    await expect(page.getByRole('button', { name: '删除' })).toBeEnabled()
  })
})

/**
 * How long it takes from the input until numbers and charts stand on the screen, turn by turn against asking for the whole result under
 * the same policy, which has yet to be painted: a ratio, because only what is measured side by side says anything on a busy
 * machine. The time itself is told in the record.
 */
test('two thousand communities follow a slider while it moves', async ({ page }) => {
  const columns = [
    '区县',
    '街道',
    '社区名称',
    '区位',
    '辖区面积',
    '常住人口',
    '流动人口',
    '住宅小区',
    '安置小区',
    '楼院',
    '老旧楼院',
    '有物业或单位管理的楼院',
  ]
  const places = Array.from({ length: 1820 }, (_, n) => [
    '城北区',
    '朝阳街道',
    `测试${n + 1}社区`,
    '主城区',
    0.5 + (n % 9) / 10,
    4000 + n,
    300 + (n % 50) * 60,
    8,
    n % 7,
    20,
    n % 21,
    (n * 3) % 21,
  ])
  await chooseSheet(page, [columns, ...places])
  await expect(importPage.count(page, 'added')).toHaveText('1,820')
  await applyImport(page)
  await goTo(page, '情景推演')
  await expect(whatIf.value(page, 'total')).not.toHaveText('3,590')
  const { answers, frames, wholes } = await page.evaluate(async () => {
    const ask = async (name: string, input: object): Promise<{ communities?: unknown[] }> => {
      const request = JSON.stringify({ name, input })
      const headers = { 'Content-Type': 'application/json' }
      const text = window.bridge
        ? await window.bridge.call(request)
        : await (await fetch('/api', { method: 'POST', headers, body: request })).text()
      return (JSON.parse(text) as { value: { communities?: unknown[] } }).value
    }
    const policy = await ask('policy.get', {})
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      const began = performance.now()
      await work()
      return performance.now() - began
    }
    const slider = document.querySelectorAll<HTMLInputElement>('.lever input[type=range]')[1]!
    const painted = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      })
    const turn = (value: number): Promise<void> => {
      const repainted = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          void painted().then(resolve)
        })
        observer.observe(document.querySelector('.figures')!, { subtree: true, childList: true, characterData: true })
      })
      slider.value = String(value)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      return repainted
    }
    const whole = async (): Promise<void> => {
      const { communities } = await ask('result.preview', { policy })
      if (communities?.length !== 2000) throw new Error(`${communities?.length} communities`)
    }
    const [answers, frames, wholes]: number[][] = [[], [], []]
    for (let i = 0; i < 24; i++) {
      answers!.push(await timed(() => turn(i % 2 === 0 ? 0.05 + i / 200 : 0.4 + i / 200)))
      frames!.push(await timed(painted))
      wholes!.push(await timed(whole))
    }
    return { answers: answers!, frames: frames!, wholes: wholes! }
  })
  const at = (list: number[], part: number): number => [...list].sort((a, b) => a - b)[Math.floor(list.length * part)]!
  const [answer, frame, whole] = [answers, frames, wholes].map((list) => at(list, 0.5)) as [number, number, number]
  const told = `${answer.toFixed(0)} ms from input to repainted, of which two frames take ${frame.toFixed(0)} ms; the whole result ${whole.toFixed(0)} ms`
  process.stdout.write(`      2,000 communities, medians: ${told}\n`)
  // The quarter of the turns that was least disturbed by whatever else the machine had to do.
  expect(at(answers, 0.25) - at(frames, 0.25), told).toBeLessThan(whole)
})
