import { expect, it } from 'vitest'
import { runCli } from '../support/run-cli.ts'

const SAMPLE = 'resources/sample-city.xlsx'
const GANHETAN = '630106103001'

it('tells the tasks of a community with the reason of each: no courtyard task for one without courtyards', () => {
  const { status, stdout } = runCli(['tasks', SAMPLE, '--community', GANHETAN, '--lang', 'zh'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/甘河滩社区.*D/)
  expect(stdout).toMatch(/楼院安全巡查\s+否\s+D类社区：否/)
  expect(stdout).toMatch(/矛盾纠纷排查调处\s+可/)
})

it('tells hours by class that add up to the total, and the same as JSON', () => {
  const { stdout } = runCli(['tasks', SAMPLE, '--json'])
  const { kind, items, communities } = JSON.parse(stdout) as {
    kind: string
    items: unknown[]
    communities: { items: unknown[]; burden: { sent: { minutes: number } } }[]
  }
  expect([kind, items.length, communities.length, communities[0]!.items.length]).toEqual(['task', 73, 180, 73])
  const hours = communities.reduce((sum, each) => sum + each.burden.sent.minutes, 0) / 60
  expect(runCli(['tasks', SAMPLE]).stdout).toMatch(new RegExp(`Total\\s+180\\s+\\d+\\s+${hours.toLocaleString('en-US')}\\s`))
})

it.each([
  ['measures', /m-contact .*Contact households/],
  ['services', /s-pension .*Pension/],
])('%s tells how many communities each item is for', (command, line) => {
  expect(runCli([command, SAMPLE]).stdout).toMatch(line)
})

it('refuses a plan beside a sheet, and a community that nobody knows', () => {
  expect(runCli(['tasks', SAMPLE, '--plan', 'x.quanheng'])).toMatchObject({ status: 2 })
  expect(runCli(['tasks', SAMPLE, '--community', '没有'])).toMatchObject({ status: 1 })
})
