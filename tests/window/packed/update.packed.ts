import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../../browser/actions/app.ts'
import { chooseSheet } from '../../browser/actions/import.ts'
import { goTo } from '../../browser/actions/go.ts'
import { importPage } from '../../browser/screens/import.ts'
import { Double } from '../open-double.ts'
import { expect, test } from '../opened.ts'

// Two packed versions over the same data: the program is replaced, the data stays.

const NEXT = process.env['QUANHENG_NEXT_PROGRAM']!
const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

test('a newer version takes over what is there; the older one refuses it from then on, untouched', async ({ start, dataFolder, home }) => {
  const older = await start()
  const page = await older.page()
  await expect(page.getByRole('heading').first()).toBeVisible()
  await ask(page, 'policy.use', { id: 'flat-2018' })
  expect(await older.end(), older.said).toBe(0)
  const file = join(
    dataFolder,
    readdirSync(dataFolder).find((name) => name.endsWith('.quanheng'))!,
  )
  const asLeft = digestOf(file)

  const newer = new Double(dataFolder, home, { program: NEXT })
  const opened = await newer.page()
  await expect(opened.getByRole('heading').first()).toBeVisible()
  expect(await ask(opened, 'app.status', {})).toMatchObject({ version: '99.0.0', plan: { policy: { id: 'flat-2018' } } })
  expect(await newer.end(), newer.said).toBe(0)
  const asTakenOver = digestOf(file)
  expect(asTakenOver).not.toBe(asLeft)

  const again = await start()
  const refused = await again.page()
  await expect(refused.getByRole('main')).toContainText('由较新的程序建立')
  expect(await again.end(), again.said).toBe(0)
  expect(digestOf(file), 'the newer file').toBe(asTakenOver)
})

test('a heading in pinyin is read: what is loaded without waiting is inside', async ({ opened }) => {
  const { page } = await opened()
  await goTo(page, '导入')
  await chooseSheet(page, [
    ['街道', '社区名称', 'changzhurenkou'],
    ['朝阳街道', '山川社区', 17_600],
  ])
  await expect(importPage.column(page, 'changzhurenkou')).toHaveValue('residents')
})
