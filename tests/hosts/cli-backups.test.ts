import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keyOf, MATURE, openDesk, smallPlan } from '../support/desk.ts'
import { runCli } from '../support/run-cli.ts'

it('backups lists, checks, copies and restores the backups of a plan that can not be opened any more', async () => {
  const { ask, close, folder } = await smallPlan({ 甲: MATURE })
  const { file } = (await ask('app.status')).plan!
  await close()
  writeFileSync(file, `SQLite format 3\0${'damaged '.repeat(1000)}`)
  writeFileSync(`${file}-wal`, 'of the damaged one')
  const list = JSON.parse(runCli(['backups', file, '--json']).stdout) as { backup: string; number: number }[]
  expect(list).toHaveLength(1)
  const { backup, number } = list[0]!
  expect(runCli(['backups', file, '--lang', 'zh'])).toMatchObject({ status: 0, stdout: expect.stringContaining(`第 ${number} 步之后`) })
  expect(JSON.parse(runCli(['backups', file, '--check', backup, '--json']).stdout)).toMatchObject({ ok: true, steps: number })

  const copy = join(folder, 'stick.quanheng')
  expect(runCli(['backups', file, '--copy', backup, '--out', copy]).status).toBe(0)
  expect(runCli(['log', 'verify', copy]).status).toBe(0)
  expect(runCli(['backups', file, '--copy', backup, '--out', copy])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('stick.quanheng'),
  })

  const restored = runCli(['backups', file, '--restore', backup])
  expect(restored).toMatchObject({ status: 0, stderr: '' })
  const former = /now: (.+)/.exec(restored.stdout)![1]!
  expect(readFileSync(former, 'utf8')).toContain('damaged')
  expect(readFileSync(`${former}-wal`, 'utf8')).toBe('of the damaged one')
  expect(existsSync(`${file}-wal`)).toBe(false)
  const again = await openDesk(folder)
  await again.ask('plan.open', { file })
  expect((await again.ask('communities.list')).map((each) => each.key)).toEqual([keyOf('甲')])
})

it('backups says what is wrong: none of that name, one that is not whole, options that do not go together', async () => {
  const { ask, close } = await smallPlan({ 甲: MATURE })
  const { file } = (await ask('app.status')).plan!
  await close()
  expect(runCli(['backups', file, '--restore', 'x'])).toMatchObject({ status: 1, stderr: expect.stringContaining('"x"') })
  const [{ backup }] = JSON.parse(runCli(['backups', file, '--json']).stdout) as [{ backup: string }]
  writeFileSync(join(file, '..', 'backups', backup), 'not a plan')
  expect(runCli(['backups', file, '--check', backup])).toMatchObject({ status: 1, stderr: expect.stringContaining('not a plan file') })
  expect(runCli(['backups', file, '--check', backup, '--restore', backup])).toMatchObject({ status: 2 })
  expect(runCli(['backups', file, '--copy', backup])).toMatchObject({ status: 2, stderr: expect.stringContaining('--out') })
})
