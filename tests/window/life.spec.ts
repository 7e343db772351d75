import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { communities } from '../browser/screens/communities.ts'
import { ask } from '../browser/actions/app.ts'
import { goTo } from '../browser/actions/go.ts'
import { cellOf, findCommunity, select } from '../browser/actions/edit.ts'
import type { Double } from './open-double.ts'
import { expect, test } from './opened.ts'

// The life of the window, in the app's real main program: each moment at which something ends or breaks.

/** It has ended by itself, nothing has opened a box, nothing was complained of. */
async function endedCleanly(double: Double): Promise<void> {
  expect(await double.ended, double.said).toBe(0)
  expect(double.said).toBe('')
}
/** @returns its page, when there is something on it */
async function shownPage(double: Double): Promise<Page> {
  const page = await double.page()
  await expect(page.getByRole('heading').first()).toBeVisible({ timeout: 30_000 })
  return page
}
const logOf = (dataFolder: string): string => {
  const path = join(dataFolder, 'quanheng.log')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

test.describe('the window is shown', () => {
  test('although the system never says that its page is painted, within three seconds', async ({ opened }) => {
    const { double } = await opened({ DOUBLE_WAYLAND: '1' })
    await expect.poll(async () => (await double.do('state')).visible, { timeout: 10_000 }).toBe(1)
    await double.do('close')
    await endedCleanly(double)
  })

  test('once, before the plan is opened', async ({ start }) => {
    const double = await start()
    const page = await double.page()
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect(await double.do('state')).toMatchObject({ visible: 1, timesShown: 1 })
    await double.do('close')
    await endedCleanly(double)
  })
})

test.describe('closed', () => {
  test('while it is loading', async ({ start }) => {
    const double = await start({ DOUBLE_NEVER_LOADS: '1' })
    await expect.poll(async () => (await double.do('state')).windows, { timeout: 30_000 }).toBe(1)
    await double.do('close')
    await endedCleanly(double)
  })

  test('while a paper is printed, and started again meanwhile: it comes back by itself', async ({ opened }) => {
    const { page, double } = await opened()
    await page.evaluate(
      () => void window.bridge!.call(JSON.stringify({ name: 'document.pdf', input: { table: 'allocation', language: 'zh', task: 't' } })),
    )
    await expect.poll(async () => (await double.do('state')).windows).toBe(2)
    await double.do('closeAndStartAgain')
    await endedCleanly(double)
    expect(double.timesRelaunched).toBe(1)
  })

  test('in the middle of a command: it is in the plan', async ({ opened, start }) => {
    const { page, double } = await opened()
    await double.do('hold', 'policy.use')
    await page.evaluate(() => void window.bridge!.call(JSON.stringify({ name: 'policy.use', input: { id: 'flat-2018' } })))
    await expect.poll(async () => (await double.do('state')).sent.map(({ name }) => name)).toContain('policy.use')
    await double.do('close')
    await endedCleanly(double)
    const next = await (await start()).page()
    await expect(next.getByRole('heading').first()).toBeVisible()
    expect(await ask(next, 'app.status', {})).toMatchObject({ plan: { policy: { id: 'flat-2018' } } })
  })
})

test('started twice: the first window comes forward, the second start ends at once', async ({ opened, start }) => {
  const { page, double } = await opened()
  const second = await start()
  expect(await second.ended, second.said).toBe(0)
  await expect.poll(async () => (await double.do('state')).timesFocused).toBe(1)
  await expect(page.getByRole('heading').first()).toBeVisible()
})

test.describe('a page that', () => {
  test('crashes says so and is opened again, with what was saved', async ({ opened, dataFolder }) => {
    const { page, double } = await opened()
    await goTo(page, '社区指标')
    await findCommunity(page, '山川社区')
    await select(await cellOf(page, '山川社区', 'residents'))
    await page.keyboard.type('16001')
    await page.keyboard.press('Enter')
    await expect(await cellOf(page, '山川社区', 'residents')).toHaveText('16,001')
    await double.do('press', 0)
    await double.do('crash')
    await expect.poll(async () => (await double.do('state')).dialogs.map(({ message }) => message)).toEqual(['页面意外关闭了。'])
    const again = await double.page()
    await goTo(again, '社区指标')
    await findCommunity(again, '山川社区')
    await expect(await cellOf(again, '山川社区', 'residents')).toHaveText('16,001')
    await expect(communities.names(again)).toHaveCount(1)
    expect(logOf(dataFolder)).toContain('the page has gone: crashed')
  })

  test('hangs can be waited for, or opened again', async ({ opened }) => {
    const { double } = await opened()
    await double.do('hang')
    await expect.poll(async () => (await double.do('state')).dialogs.map(({ message }) => message)).toEqual(['页面没有响应。'])
    await double.do('press', 1)
    await double.do('hang')
    await expect.poll(async () => (await double.do('state')).dialogs).toHaveLength(2)
    const again = await double.page()
    await expect(again.getByRole('heading').first()).toBeVisible({ timeout: 60_000 })
    expect((await double.do('state')).dialogs, 'what was asked for is not asked about').toHaveLength(2)
  })
})

test('an error that nobody catches in the main program is told with a number, once, and the app goes on or ends with its plan closed', async ({
  opened,
  dataFolder,
}) => {
  const { page, double } = await opened()
  await double.do('press', 0)
  await double.do('fail', 'a secret fault')
  await expect.poll(async () => (await double.do('state')).dialogs).toHaveLength(1)
  const [told] = (await double.do('state')).dialogs
  const number = /查询号 ([2-9A-Z]{6})/.exec(told!.message!)![1]
  expect(told!.message).not.toContain('a secret fault')
  expect(logOf(dataFolder)).toMatch(new RegExp(`incident ${number} during the main program: Error: a secret fault`))
  await goTo(page, '分配')
  await double.do('press', 1)
  await double.do('fail', 'another one')
  await endedCleanly(double)
  expect(
    readdirSync(dataFolder).filter((name) => /-(wal|shm)$/.test(name)),
    'the plan is closed',
  ).toEqual([])
})

test.describe('the menu', () => {
  test('works on a paper as on every page', async ({ opened }) => {
    const { page, double } = await opened()
    expect(await double.do('choose', 'print')).toBe('chosen')
    await expect(page.getByRole('heading', { name: '2023 年度社区服务群众专项经费分配表' })).toBeVisible()
    await double.do('printFails', 'Print job failed')
    expect(await double.do('choose', 'print')).toBe('chosen')
    await expect(page.getByRole('alert')).toContainText('没有打印：打印任务没有完成')
    await double.do('printFails', 'Print job canceled')
    expect(await double.do('choose', 'print')).toBe('chosen')
    await expect(page.getByRole('alert')).toHaveCount(0)
    expect(await double.do('choose', 'importSheet')).toBe('chosen')
    await expect(page).toHaveURL(/#\/import/)
  })

  test.describe('after a failed start', () => {
    test.use({ begins: 'with nothing' })
    test('is greyed: nothing can be done', async ({ start, dataFolder }) => {
      writeFileSync(join(dataFolder, '2023.quanheng'), 'not a plan at all')
      const double = await start()
      await expect((await double.page()).getByRole('heading', { name: '程序没能正常启动' })).toBeVisible()
      expect((await double.do('state')).menu.filter((each) => each.id !== undefined && each.enabled)).toEqual([])
    })
  })
})

test('a paper is opened in the system viewer; where there is none the reason is told, and where the file lies', async ({ opened }) => {
  const { page, double } = await opened()
  await double.do('choose', 'print')
  await page.getByRole('button', { name: '用 PDF 打开' }).click()
  await expect.poll(async () => (await double.do('state')).opened).toHaveLength(1)
  const [file] = (await double.do('state')).opened
  expect(file).toMatch(/分配表\.pdf$/)
  expect(readFileSync(file!).subarray(0, 5).toString()).toBe('%PDF-')
  await double.do('openFails', 'No application')
  await page.getByRole('button', { name: '用 PDF 打开' }).click()
  await expect(page.getByRole('alert')).toContainText('没有能打开它的程序：No application')
})

test('Chromium is told to ask nobody, and no dictionary is fetched', async ({ opened }) => {
  const { double } = await opened()
  const { switches, spellChecker } = await double.do('state')
  expect(switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
  expect(spellChecker).toBe(false)
})

test.describe('files that somebody opens with the program', () => {
  test('a plan, by a double click before there is a window, and by one while there is', async ({ start, dataFolder, home }) => {
    const other = join(home, '别处 的方案.quanheng')
    const third = join(home, 'Third.QUANHENG')
    const double = await start({}, [other])
    const made = join(
      dataFolder,
      readdirSync(dataFolder).find((name) => name.endsWith('.quanheng'))!,
    )
    for (const copy of [other, third]) copyFileSync(made, copy)
    const page = await shownPage(double)
    const openNow = async (): Promise<string> => (await ask<{ plan: { file: string } }>(page, 'app.status', {})).plan.file
    await expect.poll(openNow, { timeout: 30_000 }).toBe(other)
    const second = await start({}, [third])
    expect(await second.ended, second.said).toBe(0)
    await expect.poll(openNow).toBe(third)
    await double.do('opensFile', other)
    await expect.poll(openNow, 'as a Mac tells it').toBe(other)
  })

  test('a package: the page of the roll-up shows it as one that was chosen', async ({ opened, start, home }) => {
    const { page } = await opened()
    const { base64 } = await ask<{ base64: string }>(page, 'package.export', { districts: ['城东区'] })
    const file = join(home, '城东 区.quanheng-package')
    writeFileSync(file, Buffer.from(base64, 'base64'))
    const second = await start({}, [file])
    expect(await second.ended, second.said).toBe(0)
    await expect(page).toHaveURL(/#\/rollup/)
    await expect(page.getByRole('main')).toContainText('城东 区.quanheng-package')
  })

  test('one that is not there any more is told in words, and keeps no other back', async ({ opened, start, dataFolder, home }) => {
    const { page } = await opened()
    const other = join(home, '还在.quanheng')
    copyFileSync(
      join(
        dataFolder,
        readdirSync(dataFolder).find((name) => name.endsWith('.quanheng'))!,
      ),
      other,
    )
    const second = await start({}, [join(home, '拔掉的.quanheng-package'), other])
    expect(await second.ended, second.said).toBe(0)
    await expect(page.getByRole('alert')).toContainText('找不到文件“拔掉的.quanheng-package”')
    await expect.poll(async () => (await ask<{ plan: { file: string } }>(page, 'app.status', {})).plan.file).toBe(other)
  })
})

test('a dialog begins in the folder where was saved last, also after a new start', async ({ opened, start, home }) => {
  const folder = join(home, '上报 材料')
  mkdirSync(folder)
  const { page, double } = await opened()
  const save = (of: Page): Promise<unknown> => of.evaluate(() => window.bridge!.saveFile('a.txt', 'YQ=='))
  await double.do('saveAs', join(folder, 'a.txt'))
  await save(page)
  await double.do('close')
  await endedCleanly(double)
  const again = await start()
  const later = await shownPage(again)
  await save(later)
  const folders = (await again.do('state')).dialogs.map(({ defaultPath }) => defaultPath)
  expect(folders).toEqual([join(folder, 'a.txt')])
  rmSync(folder, { recursive: true })
  await save(later)
  expect((await again.do('state')).dialogs.at(-1)!.defaultPath, 'it is no longer there').toBe(join(home, 'documents', 'a.txt'))
})

test('a file beside the program moves the data beside it', async ({ start, home }) => {
  writeFileSync(join(home, 'portable.txt'), '')
  const double = await start({ QUANHENG_DATA: '', DOUBLE_PROGRAM: join(home, 'Quanheng.exe') })
  expect(await ask(await shownPage(double), 'app.status', {})).toMatchObject({ dataFolder: join(home, 'data') })
})
