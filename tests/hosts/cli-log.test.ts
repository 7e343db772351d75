import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openDesk } from '../support/desk.ts'
import { emptyFolder } from '../support/open-app.ts'
import { runCli } from '../support/run-cli.ts'

it('log verify says that a change log is whole, or which step is the first that is not, and only reads', async () => {
  const { ask, close } = await openDesk()
  await ask('app.rename', { operator: '李' })
  const [community] = await ask('communities.list')
  await ask('indicators.update', { edits: [{ key: community!.key, field: 'staff', value: 3 }] })
  const { file } = (await ask('app.status')).plan!
  await close()
  const bytes = readFileSync(file)
  expect(runCli(['log', 'verify', file])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('2 steps') })
  expect(runCli(['log', 'verify', file, '--lang', 'zh']).stdout).toContain('变更记录完整：共 2 步')
  expect(JSON.parse(runCli(['log', 'verify', '--json', file]).stdout)).toMatchObject({ ok: true, steps: 2 })
  expect(readFileSync(file).equals(bytes)).toBe(true)

  const copy = join(emptyFolder(), 'copy.quanheng')
  copyFileSync(file, copy)
  const connection = new Database(copy)
  connection.exec("DROP TRIGGER step_not_altered; UPDATE step SET operator = '张' WHERE id = 2")
  connection.close()
  expect(runCli(['log', 'verify', copy])).toMatchObject({ status: 1, stdout: expect.stringContaining('step 2 is not what was written') })
  expect(JSON.parse(runCli(['log', 'verify', copy, '--json']).stdout)).toMatchObject({ ok: false, kind: 'altered', firstAltered: 2 })
})

it('log is used with verify and a file', () => {
  expect(runCli(['log'])).toMatchObject({ status: 2 })
  expect(runCli(['log', 'erase', 'x'])).toMatchObject({ status: 2, stderr: expect.stringContaining('log erase') })
  expect(runCli(['log', 'verify'])).toMatchObject({ status: 2 })
  expect(runCli(['log', 'verify', join(emptyFolder(), 'none.quanheng')])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('none.quanheng'),
  })
  expect(runCli(['log', 'verify', import.meta.filename])).toMatchObject({ status: 1 })
})
