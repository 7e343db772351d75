import { readStoredZip } from '../../src-main/shared/stored-zip.ts'
import { ask, saved } from './actions/app.ts'
import { goTo } from './actions/go.ts'
import { expect, test } from './host.ts'

const SAVE = '保存诊断包'
const partsOf = (bytes: Buffer): Map<string, string> =>
  new Map(readStoredZip(bytes, 'bundle', 'about.json').map(({ path, bytes: part }) => [path, new TextDecoder().decode(part)]))

test('beside the number of a fault is the way on, and a bundle in which nothing of the plan is unless it is ticked', async ({
  page,
  pageFaults,
}) => {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await page.evaluate(() => void Promise.reject(new TypeError('祁连路西社区 300000')))
  const fault = page.getByRole('alert').filter({ hasText: '查询号' })
  const number = /查询号 ([2-9A-Z]{6})/.exec(await fault.innerText())![1]!
  await fault.getByRole('button', { name: '诊断包' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('checkbox')).not.toBeChecked()
  const { name, bytes } = await saved(page, () => dialog.getByRole('button', { name: SAVE }).click())
  expect(name).toMatch(/^quanheng-bundle-[\dT]+\.zip$/)
  const parts = partsOf(bytes)
  expect(parts.get('log.txt')).toContain(`incident ${number} in the page TypeError`)
  const whole = [...parts.values()].join('\n')
  expect(whole).not.toMatch(/\p{Script=Han}/u)
  expect(whole).not.toContain('300000')
  expect([...parts.keys()]).toEqual(['about.json', 'log.txt'])

  await fault.getByRole('button', { name: '诊断包' }).click()
  await dialog.getByRole('checkbox').check()
  await expect(dialog.getByRole('alert')).toContainText('保密要求')
  const withPlan = partsOf((await saved(page, () => dialog.getByRole('button', { name: SAVE }).click())).bytes)
  expect(withPlan.get('plan.quanheng')).toContain('祁连路西社区')
  expect(withPlan.get('log.txt')).toContain('祁连路西社区 300000')

  await fault.getByRole('button', { name: '知道了' }).click()
  await expect(fault).toBeHidden()
  await goTo(page, '社区指标')
  // Not ticked once means not ticked the next time.
  await goTo(page, '帮助')
  await page.getByRole('button', { name: '诊断包' }).click()
  await expect(dialog.getByRole('checkbox')).not.toBeChecked()
  pageFaults.length = 0
})

test('what is typed as a name is text on every page, whatever a browser would make of it', async ({ page, pageFaults }) => {
  const name = '<img src=x onerror="document.title=1"><b>甲'
  await ask(page, 'communities.add', { code: '', name, district: '<script>document.title=2</script>', subdistrict: '</td><h1>一' })
  await page.reload()
  for (const where of ['总览', '社区指标', '分类', '分配', '变更记录', '完整性']) {
    await goTo(page, where)
    await expect(page.locator('main')).not.toBeEmpty()
    expect(await page.locator('img[src="x"]').count(), where).toBe(0)
  }
  await goTo(page, '变更记录')
  await expect(page.getByText(name, { exact: false }).first()).toBeVisible()
  await expect(page).toHaveTitle(/Quanheng/)
  expect(pageFaults).toEqual([])
})
