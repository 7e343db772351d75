import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './host.ts'

test('opens the app on a page of its own, without the token in the address', async ({ page, hostKind }) => {
  await expect(page).toHaveTitle(/Quanheng/)
  expect(new URL(page.url()).searchParams.has('token')).toBe(false)
  // Chromium without Electron knows no app://, so the double has them under a name that can't be elsewhere.
  const origins = { web: 'http://127.0.0.1:', double: 'https://quanheng.app.invalid/', electron: 'app://quanheng/' }
  expect(page.url()).toContain(origins[hostKind])
  await expect(page.locator('#app')).not.toBeEmpty()
})

test('allows no script from anywhere else and no code from text', async ({ page, pageFaults }) => {
  await expect(page.getByRole('heading').first()).toBeVisible()
  // Evaluated by the page itself: Playwright's own evaluation goes around the policy.
  const outcome = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
        const script = document.createElement('script')
        script.textContent = 'document.title = "foreign"'
        document.head.append(script)
      }),
  )
  expect(outcome).toMatch(/^script-src/)
  await expect.poll(() => pageFaults, 'the refusal is the only fault').toHaveLength(1)
  pageFaults.length = 0
  await expect(page).toHaveTitle(/Quanheng/)
})

for (const [what, fail] of [
  ['a script', () => void setTimeout(() => Object.assign(undefined as never, {}))],
  ['a promise', () => void Promise.reject(new TypeError('nobody waits for this'))],
] as const)
  test(`shows a fault of ${what} of the page with a number, and the log has the whole account under it`, async ({
    page,
    pageFaults,
    dataFolder,
  }) => {
    await expect(page.getByRole('heading').first()).toBeVisible()
    await page.evaluate(fail)
    const said = await page.getByRole('alert').innerText()
    const number = /查询号 ([2-9A-Z]{6})/.exec(said)?.[1]
    expect(number, said).toBeDefined()
    const log = join(dataFolder, 'quanheng.log')
    await expect
      .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''))
      .toMatch(new RegExp(`incident ${number} in the page: TypeError: .+`))
    await expect.poll(() => pageFaults, 'told by the browser and by the page').toHaveLength(2)
    pageFaults.length = 0
  })
