import { expect, it } from 'vitest'
import { runCli } from '../support/run-cli.ts'

const SAMPLE = 'resources/sample-city.xlsx'
/** The cells of the line of a target; those that are empty are between two others. */
const lineOf = (stdout: string, id: string): string => stdout.split('\n').find((each) => each.startsWith(id))!

it('says that a sheet has nothing of the register, so that blanks are not read as zeros', () =>
  expect(runCli(['registration', SAMPLE, '--lang', 'zh'])).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('空白是未知，不是零'),
  }))

it('tells what is wanted beside what is needed, and nothing where nothing is known; of rates only how they stand', () => {
  const { status, stdout } = runCli(['targets', SAMPLE, '--lang', 'zh'])
  expect(status).toBe(0)
  expect(stdout.split('\n')[0]!.trim().split(/\s+/)).toEqual([
    '目标',
    '社区数',
    '不足',
    '超过上限',
    '样本不足',
    '需要未知',
    '现有未知',
    '最少需要',
    '最多',
    '应达',
    '现有',
    '缺',
    '可完成走访',
  ])
  expect(lineOf(stdout, 'g-contact')).toMatch(/党员中心户\s+20\s+10\s+3\s+0\s+0\s+0\s+716\s+2,106\s+716\s+703\s+213\s+92\.5%/)
  // 95 % of the floating population is wanted; nobody has counted whom the register has.
  expect(lineOf(stdout, 'g-tenants')).toMatch(/22\s+0\s+0\s+0\s+0\s+22\s+114,303\s+108,600\s*$/)
  expect(lineOf(stdout, 'g-lodgings')).toMatch(/22\s+0\s+0\s+0\s+22\s+0\s*$/)
  expect(lineOf(stdout, 'g-capture')).toMatch(/22\s+0\s+0\s+0\s+0\s+22\s*$/)
})
