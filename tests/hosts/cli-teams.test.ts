import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sampleCity } from '../../resources/generator/sample-city.ts'
import { temporaryFolder } from '../support/project.ts'
import { oneSheet } from '../support/spreadsheet-files.ts'
import { runCli } from '../support/run-cli.ts'

const SAMPLE = 'resources/sample-city.xlsx'

/** The sample city without the hotline's appeals; one community has no elderly, another no floating population. */
function cityWithGaps(): Uint8Array {
  const labels = {
    residents: '常住人口',
    floating: '流动人口',
    elderly: '60岁及以上老年人',
    oldCourtyards: '老旧楼院',
    unmanagedCourtyards: '三无楼院',
  }
  const rows = sampleCity().map(({ district, subdistrict, name, values }, at) => [
    district,
    subdistrict,
    name,
    ...Object.keys(labels).map((key) => (at < 2 && key === ['elderly', 'floating'][at] ? null : ((values[key] ?? null) as number | null))),
  ])
  return oneSheet([['区县', '街道（镇）', '社区', ...Object.values(labels)], ...rows])
}

it('posts 33 teams of 120 officers over the sample city, each community once, with what is proven', () => {
  const { status, stdout } = runCli(['teams', SAMPLE, '--json'])
  const { teams, communities, broken, proof } = JSON.parse(stdout) as {
    teams: { officers: number }[]
    communities: { team: number }[]
    broken: unknown[]
    proof: { imbalance: number; bound: number }
  }
  expect([status, teams.length, communities.length, broken.length]).toEqual([0, 33, 180, 0])
  expect([4, 3].map((officers) => teams.filter((each) => each.officers === officers).length)).toEqual([21, 12])
  expect(new Set(communities.map((each) => each.team)).size).toBe(33)
  expect(proof.imbalance - proof.bound).toBeLessThan(0.01)
})

describe('what is unknown is no zero, and told', () => {
  const { folder, remove } = temporaryFolder('teams-cli')
  afterAll(remove)
  it('of a sheet: the indicator that nobody has, who lacks a value, and the class of which the demands say nothing', () => {
    const sheet = join(folder, 'city.xlsx')
    writeFileSync(sheet, cityWithGaps())
    const { status, stdout, stderr } = runCli(['teams', sheet, '--policy', 'flat-2018', '--lang', 'zh'])
    expect([status, stdout.split('\n')[0]]).toEqual([0, expect.stringMatching(/人均（分）   社区$/)])
    expect(stderr).toContain('所有社区都没有这些数：12345热线诉求。它们未知，没有计入工作量')
    expect(stderr).toMatch(/2 个社区（.*、.*）有未知的数：(流动人口|60岁及以上老年人)、/)
    expect(stderr).toMatch(/要求里没有类别.*的计分和走访次数，暂按 0 计/)
  })
})

it('refuses a plan beside a sheet', () => expect(runCli(['teams', SAMPLE, '--plan', 'x.quanheng'])).toMatchObject({ status: 2 }))
