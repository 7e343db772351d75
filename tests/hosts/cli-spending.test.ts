import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { keyOf } from '../support/desk.ts'
import { decided, goOn, paidPlan, proposed, toTheEnd } from '../modules/projects/quarter.ts'
import { inFull } from '../support/in-full.ts'

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

inFull(
  'tells one community by itself, asks which where several are called so, and says where ledger and register differ',
  { timeout: 60_000 },
  async () => {
    const desk = await paidPlan()
    const other = await desk.ask('communities.add', { code: '', name: '乙', district: '东区', subdistrict: '二街道' })
    await goOn(desk, await proposed(desk, '甲', 10_000), ...toTheEnd(10_000))
    await goOn(desk, await proposed(desk, '丙', 2000), ...toTheEnd(2000))
    await desk.ask('ledger.update', { edits: [{ key: keyOf('甲'), field: 'spent', fen: 90_000 }] })
    await desk.close()
    const plan = ['--plan', join(desk.folder, '小市2026.quanheng'), '--lang', 'zh']
    const json = (command: string, community: string) =>
      JSON.parse(runCli([command, ...plan, '--community', community, '--json']).stdout) as {
        months: { paidFen: number }[]
        payers: { key: string; dueFen: number; receivedFen: number }[]
        communities: { name: string }[]
        receipts: { key: string }[]
      }
    expect(json('projects', '甲').months.at(-1)!.paidFen).toBe(1_000_000)
    const own = json('receipts', '甲')
    expect(own.payers.map((each) => [each.key, each.dueFen])).toEqual([
      ['city', 7_500_000],
      ['district', 7_500_000],
    ])
    expect([own.communities.map((each) => each.name), own.receipts.map((each) => each.key)]).toEqual([['甲'], [keyOf('甲'), keyOf('甲')]])
    expect(runCli(['receipts', ...plan, '--community', '甲']).stdout).toMatch(/甲\n\n.*\n市级\s+75,000\s+75,000\s+75,000/)
    expect(runCli(['receipts', ...plan]).stdout).toContain('应拨金额未知的社区 1 个')
    for (const command of ['projects', 'receipts']) {
      expect(runCli([command, ...plan, '--community', '丁']).stderr).toContain('丁')
      const { status, stderr } = runCli([command, ...plan, '--community', '乙'])
      expect([status, stderr]).toEqual([1, expect.stringMatching(/2 个.*“乙”.*东区 一街道、东区 二街道/)])
      expect(runCli([command, ...plan, '--community', other.key]).status).toBe(0)
    }
    const differs = /经费使用里登记的支出 .*与项目台账的付款 .*相差/
    expect(runCli(['projects', ...plan]).stdout).toMatch(differs)
    expect(runCli(['projects', ...plan, '--community', '甲']).stdout).toMatch(differs)
    expect(runCli(['projects', ...plan, '--community', '丙']).stdout).not.toMatch(differs)
  },
)
