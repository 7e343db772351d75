import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Excel from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { RESOURCES, temporaryFolder } from '../support/project.ts'
import { runCli } from '../support/run-cli.ts'

const SAMPLE = join(RESOURCES, 'sample-city.xlsx')
const WAN = 1_000_000
const { folder, remove } = temporaryFolder('cli-analysis')
afterAll(remove)

function json<T>(given: string[]): T {
  const { status, stdout, stderr } = runCli([...given, '--json'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout.trimEnd()).not.toContain('\n')
  return JSON.parse(stdout) as T
}
const expectRefused = ({ status, stdout, stderr }: ReturnType<typeof runCli>, expected: 1 | 2, words: RegExp): void => {
  expect({ status, stdout }).toEqual({ status: expected, stdout: '' })
  expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(/\n\s+at |node:internal|undefined|\[object/)
}
interface Totals {
  communities: number
  amountFen: number
  byClass: Record<string, { count: number; amountFen: number; previousFen: number }>
}
interface Plan {
  totals: Totals
  communities: Array<{ code: string; class: string; amountFen: number; trace: unknown[]; rule: string }>
}
interface Compared {
  base: Totals
  with: Totals
  gainsFen: number
  lossesFen: number
  netFen: number
  byClass: Record<string, { countBase: number; countWith: number; changeFen: number; amountBaseFen: number; amountWithFen: number }>
  flows: Array<{ from: string; to: string; count: number; fen: number }>
  communities: Array<{ code: string; name?: string; from: string; to: string; changeFen: number }>
}

describe('compare', () => {
  const base = json<Plan>(['plan', SAMPLE, '--policy', 'flat-2018', '--year', '2023'])
  const reference = json<Plan>(['plan', SAMPLE])
  const compared = json<Compared>(['compare', SAMPLE, '--base', 'flat-2018', '--with', 'reference'])

  it("gives the reference case's shift exactly, with the totals of both plans", () => {
    expect(compared.base).toEqual(base.totals)
    expect(compared.with).toEqual(reference.totals)
    expect(Object.fromEntries(['A', 'B', 'C', 'D'].map((key) => [key, compared.byClass[key]]))).toEqual({
      A: { countBase: 0, countWith: 72, changeFen: -360 * WAN, amountBaseFen: 0, amountWithFen: 1080 * WAN },
      B: { countBase: 0, countWith: 66, changeFen: 660 * WAN, amountBaseFen: 0, amountWithFen: 1980 * WAN },
      C: { countBase: 0, countWith: 22, changeFen: -110 * WAN, amountBaseFen: 0, amountWithFen: 330 * WAN },
      D: { countBase: 0, countWith: 20, changeFen: -200 * WAN, amountBaseFen: 0, amountWithFen: 200 * WAN },
    })
    expect([compared.gainsFen, compared.lossesFen, compared.netFen]).toEqual([660 * WAN, 670 * WAN, -10 * WAN])
    expect(Object.keys(compared)).toEqual(['base', 'with', 'gainsFen', 'lossesFen', 'netFen', 'byClass', 'flows', 'communities'])
  })

  it('has flows and communities that add up to it', () => {
    expect(compared.flows.reduce((sum, each) => sum + each.count, 0)).toBe(180)
    for (const part of [
      compared.flows.map((each) => each.fen),
      compared.communities.map((each) => each.changeFen),
      Object.values(compared.byClass).map((each) => each.changeFen),
    ]) {
      expect(part.reduce((sum, each) => sum + each, 0)).toBe(-10 * WAN)
    }
    expect(compared.communities.map((each) => [each.code, each.to])).toEqual(reference.communities.map((each) => [each.code, each.class]))
    expect(Object.keys(compared.communities[0]!)).toEqual(['code', 'from', 'to', 'changeFen'])
  })

  it('between policies with the same classes counts a community under the class it has in the second', () => {
    const policy = JSON.parse(runCli(['policy', 'show', 'reference']).stdout) as {
      id: string
      classification: { rules: Array<{ key: string; when: { of: Array<{ value: number }> } }> }
    }
    policy.classification.rules.find((each) => each.key === 'oldCourtyards')!.when.of[0]!.value = 0.6
    const file = join(folder, 'stricter.json')
    writeFileSync(file, JSON.stringify({ ...policy, id: 'stricter' }))
    const found = json<Compared>(['compare', SAMPLE, '--base', 'reference', '--with', file])
    expect(found.byClass).toMatchObject({
      A: { countBase: 72, countWith: 83, changeFen: -11 * 15 * WAN },
      B: { countBase: 66, countWith: 55, changeFen: 0 },
    })
    expect(found.flows.find((each) => each.from === 'B' && each.to === 'A')).toEqual({ from: 'B', to: 'A', count: 11, fen: -11 * 15 * WAN })
  })

  it('names communities that have no code by their place', () => {
    const sheet = join(folder, 'no-codes.csv')
    writeFileSync(sheet, '区县,街道,社区,常住人口,区位\n甲区,一街道,东,2000,乡镇\n')
    const { stdout } = runCli(['compare', sheet, '--base', 'flat-2015', '--with', 'reference', '--json'])
    expect((JSON.parse(stdout) as Compared).communities).toEqual([
      { code: '', name: '东', district: '甲区', subdistrict: '一街道', from: expect.any(String), to: 'D', changeFen: 0 },
    ])
  })

  it('says it in words, and writes a workbook', async () => {
    const out = join(folder, 'comparison.xlsx')
    const { status, stdout } = runCli(['compare', SAMPLE, '--base', 'flat-2018', '--with', 'reference', '--out', out, '--lang', 'zh'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/B类社区 +13,200,000\.00 +19,800,000\.00 +\+6,600,000\.00/)
    expect(stdout).toMatch(/合计 +180 +180 +36,000,000\.00 +35,900,000\.00 +-100,000\.00/)
    expect(stdout).toContain('示例数据')
    const workbook = new Excel.Workbook()
    await workbook.xlsx.readFile(out)
    expect(workbook.worksheets.map((each) => each.name)).toEqual(['总览', '类别变动', '区县', '社区'])
  })

  it('refuses what is wrong', () => {
    expectRefused(runCli(['compare', SAMPLE, '--base', 'flat-2018']), 2, /--with POLICY/)
    expectRefused(runCli(['compare', SAMPLE, '--with', 'flat-2018']), 2, /--base POLICY/)
    expectRefused(runCli(['compare', '--base', 'flat-2018', '--with', 'reference']), 2, /INPUT/)
    expectRefused(runCli(['compare', SAMPLE, '--base', 'flat-2018', '--with', 'reference', '--rule', 'x']), 2, /--rule/)
    expectRefused(runCli(['compare', SAMPLE, '--base', 'nothing', '--with', 'reference']), 1, /"nothing"/)
    const out = join(folder, 'never.xlsx')
    expectRefused(runCli(['compare', 'nothing.xlsx', '--base', 'flat-2018', '--with', 'reference', '--out', out]), 1, /nothing\.xlsx/)
    expect(existsSync(out)).toBe(false)
  })
})

interface Comparison {
  indicator: string
  value: number | string | null
  operator: string
  threshold: number | string[]
  holds: boolean | null
}
interface Explained {
  code: string
  name: string
  class: string
  rule: string
  conditions: Comparison[]
  earlier: Array<{ rule: string; failed: Comparison[] }>
  nearest: Array<{ indicator: string; value: number | string; needs: number | string; to: string }>
  trace: Array<{ step: string; fen: number }>
}

describe('explain', () => {
  it('tells class, rule, conditions, earlier rules, distances and amount, as in the plan', () => {
    const found = json<Explained>(['explain', SAMPLE, '--community', '630105001004'])
    expect(Object.keys(found)).toEqual(['code', 'name', 'class', 'rule', 'conditions', 'earlier', 'nearest', 'trace', 'otherClasses'])
    expect(found).toMatchObject({ code: '630105001004', name: '祁连路西社区', class: 'B', rule: 'oldCourtyards' })
    expect(found.conditions).toEqual([
      { indicator: 'oldShare', value: 18 / 21, operator: '>=', threshold: 0.5, holds: true },
      { indicator: 'managedShare', value: 6 / 21, operator: '<', threshold: 0.6, holds: true },
      { indicator: 'density', value: 17_000, operator: '>=', threshold: 5000, holds: true },
    ])
    expect(found.earlier).toEqual([
      {
        rule: 'smallTownship',
        failed: [
          { indicator: 'location', value: 'urban', operator: 'in', threshold: ['township'], holds: false },
          { indicator: 'residents', value: 9860, operator: '<', threshold: 3000, holds: false },
        ],
      },
    ])
    expect(found.nearest).toContainEqual({ indicator: 'oldCourtyards', value: 18, needs: 10, to: 'A' })
    const planned = json<Plan>(['plan', SAMPLE]).communities.find((each) => each.code === '630105001004')!
    expect(found.trace).toEqual(planned.trace)
  })

  it('takes a name, and says which is meant where there are several', () => {
    expect(json<Explained>(['explain', SAMPLE, '--community', '山川社区'])).toMatchObject({
      class: 'C',
      trace: [{ step: 'standard', fen: 15 * WAN }],
    })
    const sheet = join(folder, 'twice.csv')
    writeFileSync(sheet, '区县,街道,社区,常住人口,区位\n甲区,一街道,东,2000,乡镇\n甲区,二街道,东,2000,乡镇\n')
    expectRefused(runCli(['explain', sheet, '--community', '东']), 1, /甲区 一街道、甲区 二街道/)
  })

  it('leaves class and rule open where data are missing, and says which comparisons are unknown', () => {
    const sheet = join(folder, 'open.csv')
    writeFileSync(sheet, '区县,街道,社区,区位\n甲区,一街道,东,乡镇\n')
    const { stdout } = runCli(['explain', sheet, '--community', '甲区/一街道/东', '--json'])
    const found = JSON.parse(stdout) as Explained
    expect(found).toMatchObject({ class: null, rule: null, conditions: [], nearest: [], trace: [] })
    expect(found.earlier[0]).toEqual({
      rule: 'smallTownship',
      failed: [{ indicator: 'residents', value: null, operator: '<', threshold: 3000, holds: null }],
    })
  })

  it('tells ranges as two ends, and under "not" what holds although it should not', () => {
    const policy = JSON.parse(runCli(['policy', 'show', 'reference']).stdout) as { classification: { rules: unknown[] } }
    policy.classification.rules.splice(
      0,
      4,
      {
        key: 'notEdge',
        name: { zh: '非城郊' },
        class: 'D',
        when: { kind: 'not', of: { kind: 'category', indicator: 'location', anyOf: ['edge'] } },
      },
      {
        key: 'middle',
        name: { zh: '中等' },
        class: 'B',
        when: {
          kind: 'all',
          of: [
            { kind: 'range', indicator: 'residents', from: 5000, to: 20000 },
            { kind: 'any', of: [{ kind: 'compare', indicator: 'staff', operator: '<', value: 20 }] },
          ],
        },
      },
    )
    const file = join(folder, 'ranges.json')
    writeFileSync(file, JSON.stringify({ ...policy, id: 'ranges', examples: [] }))
    const found = json<Explained>(['explain', SAMPLE, '--community', '山川社区', '--policy', file])
    expect(found.earlier).toEqual([
      { rule: 'notEdge', failed: [{ indicator: 'location', value: 'edge', operator: 'in', threshold: ['edge'], holds: true }] },
    ])
    expect(found.conditions.slice(0, 2)).toEqual([
      { indicator: 'residents', value: 17_000, operator: '>=', threshold: 5000, holds: true },
      { indicator: 'residents', value: 17_000, operator: '<', threshold: 20_000, holds: true },
    ])
  })

  it('says it in words', () => {
    const { status, stdout } = runCli(['explain', SAMPLE, '--community', '祁连路西社区', '--lang', 'zh'])
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /老旧楼院密集社区[^]*✓ 老旧楼院占比不低于50%[^]*前面的规则[^]*✗ 常住人口低于3,000人 {2}\[9,860人\][^]*老旧楼院数? ?.*→[^]*300,000\.00/,
    )
    expectRefused(runCli(['explain', SAMPLE, '--community', '无名社区']), 1, /无名社区/)
    expectRefused(runCli(['explain', SAMPLE]), 2, /--community CODE/)
  })
})

interface Swept {
  points: Array<{
    value: number
    byClass: Record<string, { count: number; amountFen: number }>
    amountFen: number
    problem?: { code: string }
  }>
}
const OLD_SHARE = 'classification/rules/oldCourtyards/when/of/0/value'

describe('sweep', () => {
  it("has both ends and today's value, with the numbers of the plan", () => {
    const { points } = json<Swept>(['sweep', SAMPLE, '--rule', OLD_SHARE, '--from', '0.3', '--to', '80%'])
    expect([points[0]!.value, points.at(-1)!.value]).toEqual([0.3, 0.8])
    expect(Object.keys(points[0]!)).toEqual(['value', 'byClass', 'amountFen'])
    const today = points.find((each) => each.value === 0.5)!
    const { totals } = json<Plan>(['plan', SAMPLE])
    expect(today.amountFen).toBe(totals.amountFen)
    for (const [key, { count, amountFen }] of Object.entries(totals.byClass)) expect(today.byClass[key]).toEqual({ count, amountFen })
    for (const each of points) expect(Object.values(each.byClass).reduce((sum, own) => sum + own.amountFen, 0)).toBe(each.amountFen)
  })

  it('goes on where a value makes the plan impossible, and says why', () => {
    const { points } = json<Swept>([
      'sweep',
      SAMPLE,
      '--policy',
      'points-with-guarantee',
      '--rule',
      'allocation/steps/floor/amountFen',
      '--from',
      '0',
      '--to',
      String(40 * WAN),
      '--points',
      '20',
    ])
    expect(points[0]!.problem).toBeUndefined()
    expect(points.at(-1)).toMatchObject({ amountFen: null, byClass: {}, problem: { code: expect.stringMatching(/^allocation\./) } })
  })

  it("shows a table with today's line marked", () => {
    const { status, stdout } = runCli(['sweep', SAMPLE, '--rule', OLD_SHARE, '--from', '0.4', '--to', '0.6', '--points', '10'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/0\.5 +72 +66 +22 +20 +35,900,000\.00 +<- at present\n/)
  })

  it.each([
    ['no rule', ['--from', '0', '--to', '1'], 2, /--rule PATH/],
    ['no end', ['--rule', OLD_SHARE, '--from', '0'], 2, /--to B/],
    ['an end that is no number', ['--rule', OLD_SHARE, '--from', 'low', '--to', '1'], 2, /"low".*50%/],
    ['ends the wrong way round', ['--rule', OLD_SHARE, '--from', '0.6', '--to', '0.5'], 2, />= 0\.6/],
    ['too many points', ['--rule', OLD_SHARE, '--from', '0', '--to', '1', '--points', '5000'], 2, /4 - 400/],
    [
      'a place that is not there',
      ['--rule', 'classification/rules/nothing/when', '--from', '0', '--to', '1'],
      1,
      /"nothing".*smallTownship, oldCourtyards/,
    ],
    ['a text', ['--rule', 'title/zh', '--from', '0', '--to', '1'], 1, /no number/],
    ['a value beyond the indicator', ['--rule', OLD_SHARE, '--from', '0', '--to', '150%'], 1, /1\.5 lies outside/],
    ['half a fen', ['--rule', 'allocation/steps/standard/amountsFen/B', '--from', '0.5', '--to', '7'], 1, /amountsFen\/B/],
  ])('refuses %s', (_, given, status, words) => expectRefused(runCli(['sweep', SAMPLE, ...given]), status as 1 | 2, words))
})
