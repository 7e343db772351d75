import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { oneSheet } from '../support/spreadsheet-files.ts'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/project.ts'

const WAN = 1_000_000
const { folder, remove } = temporaryFolder('cli-renovation')
afterAll(remove)
const fileOf = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const reference = {
  format: 'quanheng-renovation',
  year: 2023,
  communities: [{ name: '祁连路西', amountFen: 30 * WAN, previousFen: 20 * WAN, lots: [{ kind: 'unmanaged', count: 8 }] }],
}

it('makes twelve years eight, and names the money to be done by a year', () => {
  const file = fileOf('case.json', JSON.stringify(reference))
  const { status, stdout } = runCli(['renovation', file, '--by', '2028', '--json'])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    year: 2023,
    communities: [{ name: '祁连路西', byPolicy: { finished: 8 }, asBefore: { finished: 12 } }],
    goal: { total: { needFen: 40 * WAN, lackFen: 10 * WAN, unknown: 0 } },
  })
  const text = runCli(['renovation', file, '--by', '2028', '--lang', 'zh']).stdout
  expect(text).toContain('2030年完成（8年）')
  expect(text).toContain('8个楼院，早4年')
  expect(text).toContain('到2028年底全部完成，每年共需40万元，还差10万元')
})

it('reads a filled-in sheet', () => {
  const rows = [
    ['区县', '街道（镇）', '社区名称', '三无楼院待改造数', '三无楼院每院造价（元）', '每年另行安排（元）', '本年金额用于改造的比例（%）'],
    ['东区', '一街道', '甲', 8, 225_000, 300_000, 0],
  ]
  const { status, stdout, stderr } = runCli(['renovation', fileOf('册.xlsx', oneSheet(rows)), '--json'])
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toMatchObject({ communities: [{ name: '甲', byPolicy: { yearlyFen: 30 * WAN, finished: 6 } }] })
})

it.each([
  ['{', '/'],
  [JSON.stringify({ ...reference, year: 'x' }), '/year'],
  [JSON.stringify({ ...reference, communities: [{ name: '甲', lots: [{ kind: 'none', count: 1 }] }] }), '/communities/0/lots/0/kind'],
  [JSON.stringify({ ...reference, communities: [{ name: '甲', lots: [{ kind: 'old', count: 1, unitFen: 0 }] }] }), 'unitFen'],
])('refuses %s with its place', (text, path) => {
  const { status, stderr } = runCli(['renovation', fileOf('wrong.json', text), '--lang', 'zh'])
  expect(status).toBe(1)
  expect(stderr).toContain(path)
})

it('refuses a year that is none', () => expect(runCli(['renovation', 'x.json', '--by', 'soon'])).toMatchObject({ status: 2 }))
