import { goTo, undo } from './actions/go.ts'
import { expect, test } from './host.ts'
import { comparison } from './screens/comparison.ts'

test.describe('measures, tasks and services', () => {
  test('what else changes if this community becomes D: money, measures, tasks with hours, on one screen', async ({ page }) => {
    await goTo(page, '换类影响')
    await page.getByRole('combobox', { name: '选择社区' }).selectOption({ label: '祁连路西社区 · 朝阳街道' })
    await page.getByRole('combobox', { name: '换成' }).selectOption('D')
    const answer = page.getByRole('region', { name: '换类影响' })
    await expect(answer).toContainText('30万元 → 10万元')
    await expect(answer).toContainText('三无楼院改造')
    await expect(answer).toContainText('党员中心户联系')
    await expect(answer).toContainText('楼院安全巡查（120小时）')
    await expect(answer).toContainText(/\d+项，\d+小时 → \d+项，\d+小时/)
  })

  test('two plans are compared by their work: by department it adds up; of last year only money is kept, which is said', async ({
    page,
  }) => {
    await goTo(page, '方案比较')
    await comparison.tab(page, '工作').click()
    const detail = page.getByRole('region', { name: '工作', exact: true }).first()
    await expect(detail).toContainText('请选年度方案或情景来比较')
    await comparison.side(page, 1).selectOption('year-2022')
    await detail.getByRole('combobox', { name: '分组' }).selectOption('按部门')
    const rows = detail.locator('tbody tr')
    await expect(rows.last()).toContainText('合计')
    const numbers = await rows.evaluateAll((all) =>
      all.map((row) =>
        row
          .querySelectorAll('td')[4]!
          .textContent!.split('→')
          .map((each) => Number(each.replace(/[^\d.]/g, ''))),
      ),
    )
    const total = numbers.pop()!
    expect(total[0]).toBeGreaterThan(0)
    expect([0, 1].map((side) => numbers.reduce((sum, row) => sum + row[side]!, 0))).toEqual(total)
  })

  test('a task that does not fit is not sent, with the reason; a decision by hand is told and taken back', async ({ page }) => {
    await goTo(page, '任务准入')
    await page.getByRole('button', { name: '能否下派' }).click()
    await page.getByRole('combobox', { name: '选择社区' }).selectOption({ label: '甘河滩社区 · 甘河滩镇' })
    await page.getByRole('combobox', { name: '任务' }).selectOption('t-zj-1')
    const answer = page.getByRole('region', { name: '结果' })
    await expect(answer.getByRole('row').nth(1)).toContainText('否')
    await expect(answer.getByRole('row').nth(1)).toContainText('D类社区：否')

    await page.getByRole('button', { name: '社区清单' }).click()
    const list = page.getByRole('region', { name: '社区清单' })
    await list
      .getByRole('row', { name: /矛盾纠纷排查调处/ })
      .getByRole('button', { name: '个别决定' })
      .click()
    await page.getByRole('textbox', { name: '理由（必填）' }).fill('会议')
    await page.getByRole('dialog').getByRole('button', { name: '个别决定' }).click()
    await page.getByRole('checkbox', { name: '只看适用的' }).uncheck()
    await expect(list.getByRole('row', { name: /矛盾纠纷排查调处/ })).toContainText('个别决定：会议')
    await undo(page)
    await expect(list.getByRole('row', { name: /矛盾纠纷排查调处/ })).not.toContainText('会议')
  })
})
