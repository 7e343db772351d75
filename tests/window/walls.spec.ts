import { expect, test } from './opened.ts'

// What stands between the page and the system, in the app's real main program and preload.

test('the page has the bridge and nothing else of the main program, and can replace no part of it', async ({ opened }) => {
  const { page } = await opened()
  expect(
    await page.evaluate(() => ({
      secure: isSecureContext,
      host: window.bridge?.host,
      more: ['require', 'process', 'ipcRenderer', 'module', '__toMain', '__fromMain'].filter((name) => name in window),
      frozen: Object.isFrozen(window.bridge),
    })),
  ).toEqual({ secure: true, host: 'electron', more: [], frozen: true })
  const replaced = await page.evaluate(() => {
    const attempts = [() => Object.assign(window, { bridge: 1 }), () => Object.assign(window.bridge!, { call: () => Promise.resolve('') })]
    return attempts.map((attempt) => {
      try {
        attempt()
        return 'replaced'
      } catch (error) {
        return (error as Error).name
      }
    })
  })
  expect(replaced).toEqual(['TypeError', 'TypeError'])
})

test('what the bridge copies itself may be no proxy; bytes, functions and promises cross', async ({ opened }) => {
  const { page, double } = await opened()
  expect(
    await page.evaluate(() => {
      try {
        void window.bridge!.printToPdf('a.pdf', new Proxy({ paper: 'A4', landscape: true }, {}))
        return 'crossed'
      } catch (error) {
        return (error as Error).message
      }
    }),
  ).toBe('An object could not be cloned.')
  expect(await page.evaluate(() => window.bridge!.keepFile(new Uint8Array([0, 255, 128])))).toMatchObject({
    ok: true,
    value: { kept: expect.any(String) },
  })
  // The listener is there before anything is chosen.
  const heard = await page.evaluateHandle(() => ({ choice: new Promise<string>((resolve) => window.bridge!.onMenu(resolve)) }))
  expect(await double.do('choose', 'help')).toBe('chosen')
  expect(await heard.evaluate(({ choice }) => choice)).toBe('help')
})

test('the page goes nowhere else, opens nothing, holds no other page and fetches nothing', async ({ opened }) => {
  const { page, double } = await opened()
  const here = page.url()
  for (const address of ['https://example.org/', 'file:///etc/passwd', 'app://elsewhere/index.html'])
    await page.evaluate((to) => location.assign(to), address)
  await page.evaluate(() => void window.open('https://example.org/'))
  await expect.poll(() => page.context().pages().length, 'windows').toBe(1)
  const blocked = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = location.href
    document.body.append(frame)
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
    let inside: string
    try {
      inside = typeof (frame.contentWindow as Window).bridge
    } catch (error) {
      inside = (error as Error).name
    }
    const fetched = await fetch('https://example.org/').then(
      () => 'fetched',
      (error: Error) => error.name,
    )
    return { inside, fetched }
  })
  expect(blocked).toEqual({ inside: expect.stringMatching(/undefined|SecurityError/), fetched: 'TypeError' })
  expect(page.url()).toBe(here)
  expect(await double.do('state')).toMatchObject({ windows: 1, network: [] })
})

test('the system is asked for the clipboard only, and only to write', async ({ opened }) => {
  const { double } = await opened()
  for (const [permission, isGranted] of [
    ['clipboard-sanitized-write', true],
    ['clipboard-read', false],
    ['geolocation', false],
    ['media', false],
    ['notifications', false],
  ] as const)
    expect(await double.do('asksFor', permission), permission).toBe(isGranted)
})

test('a paper is printed in a window that nobody sees, and it is gone afterwards', async ({ opened }) => {
  const { page, double } = await opened()
  const begins = await page.evaluate(async () => {
    const reply = await window.bridge!.call(JSON.stringify({ name: 'document.pdf', input: { table: 'payers', language: 'zh' } }))
    return atob((JSON.parse(reply) as { value: { base64: string } }).value.base64.slice(0, 8))
  })
  expect(begins).toMatch(/^%PDF-/)
  expect(await double.do('state')).toMatchObject({ windows: 1, visible: 1 })
})
