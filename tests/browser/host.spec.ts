import { expect, test } from './host.ts'

test('opens the app on a page of its own, without the token in the address', async ({ page, hostKind }) => {
  await expect(page).toHaveTitle(/Quanheng/)
  expect(new URL(page.url()).searchParams.has('token')).toBe(false)
  if (hostKind === 'electron') expect(page.url()).toContain('app://quanheng/')
  await expect(page.locator('#app')).not.toBeEmpty()
})

test('allows no script from anywhere else and no code from text', async ({ page, pageFaults }) => {
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
  expect(pageFaults.splice(0), 'the refusal is the only fault').toHaveLength(1)
  await expect(page).toHaveTitle(/Quanheng/)
})
