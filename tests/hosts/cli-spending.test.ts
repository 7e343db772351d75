import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { decided, goOn, paidPlan, proposed } from '../modules/projects/quarter.ts'

it('tells the project register of a plan, its account and what is found, and what payers owe', { timeout: 60_000 }, async () => {
  const desk = await paidPlan()
  await goOn(desk, await proposed(desk, '甲', 10_000), decided(10_000))
  await desk.close()
  const plan = join(desk.folder, '小市2026.quanheng')
  const { status, stdout } = runCli(['projects', '--plan', plan, '--lang', 'zh'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/甲\s+01\s+楼道照明\s+已议决\s+10,000\s+10,000\s+0\s+10,000/)
  expect(stdout).toMatch(/合计\s+0\s+600,000\s+0\s+10,000\s+590,000/)
  const { projects, accounts } = JSON.parse(runCli(['projects', '--plan', plan, '--community', '甲', '--json']).stdout) as {
    projects: { state: string }[]
    accounts: { total: { freeFen: number } }
  }
  expect([projects.map((each) => each.state), accounts.total.freeFen]).toEqual([['decided'], 14_000_000])
  expect(runCli(['receipts', '--plan', plan, '--lang', 'zh']).stdout).toMatch(/市级\s+300,000\s+300,000\s+300,000\s+0\s+0\s+0\s+0/)
  expect(runCli(['projects', '--plan', plan, '--community', '丁'])).toMatchObject({ status: 1 })
  expect(runCli(['projects'])).toMatchObject({ status: 2 })
})
