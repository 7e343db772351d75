import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { MATURE, smallPlan } from '../support/desk.ts'
import { runCli } from '../support/run-cli.ts'
import { NO_MOUNTS, writeMountsWith } from '../support/shared-folder.ts'

it.skipIf(NO_MOUNTS)('a plan in a network folder is refused on the command line in words, and worked on as a copy', async () => {
  const { ask, close, folder } = await smallPlan({ 甲: MATURE })
  const { file } = (await ask('app.status')).plan!
  await close()
  const share = join(folder, '组织部 共享')
  mkdirSync(share)
  const there = join(share, 'plan.quanheng')
  renameSync(file, there)
  writeMountsWith(share, join(folder, 'mountinfo'))
  const env = { QUANHENG_MOUNTS: join(folder, 'mountinfo') }
  const asked = ['call', 'communities.list', '--json', '--plan']
  const refused = runCli([...asked, there], { env })
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('"plan.quanheng" is in a network folder')
  expect(refused.stderr).toContain('copy FILE --out FILE')
  expect(runCli([...asked, there, '--lang', 'zh'], { env }).stderr).toContain('在网络文件夹里')
  expect(readdirSync(share)).toEqual(['plan.quanheng'])

  const here = join(folder, 'here.quanheng')
  expect(runCli(['copy', there, '--out', here], { env })).toMatchObject({ status: 0, stderr: '' })
  expect(JSON.parse(runCli([...asked, here], { env }).stdout)).toHaveLength(1)
  expect(runCli(['copy', there, '--out', here], { env })).toMatchObject({ status: 1, stderr: expect.stringContaining('here.quanheng') })
  expect(runCli(['copy', there], { env })).toMatchObject({ status: 2, stderr: expect.stringContaining('--out') })
  expect(readdirSync(dirname(there))).toEqual(['plan.quanheng'])
})
