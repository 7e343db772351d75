import { describe, expect, it } from 'vitest'
import { codesOf, openDesk } from '../../support/desk.ts'
import { runCli } from '../../support/run-cli.ts'
import { ROOT } from '../../support/project.ts'

const QILIAN = '祁连路西社区'
const WAN = (text: string): { zh: string; en: string } => ({ zh: `${text}万元`, en: `${text}0,000 yuan` })

describe('what a class changes', () => {
  it('is the difference of its effects: money for a start, from B to each other class', async () => {
    const desk = await openDesk()
    const { key } = (await desk.ask('communities.list')).find((each) => each.name === QILIAN)!
    const of = async (reached: string) => (await desk.ask('result.effects', { key, class: reached }))[0]!
    expect(await of('D')).toEqual({
      key: 'money',
      title: { zh: '本年金额', en: 'Amount of the year' },
      stays: [],
      becomes: [{ before: WAN('30'), after: WAN('10') }],
      before: [],
      after: [],
    })
    expect(await of('B')).toMatchObject({ stays: [WAN('30')], becomes: [], before: [], after: [] })
    expect(await codesOf(desk.ask('result.effects', { key, class: 'Z' }))).toEqual(['plan.classUnknown'])
    expect(await codesOf(desk.ask('result.effects', { key: 'nobody', class: 'A' }))).toEqual(['plan.communityUnknown'])
  })

  it('of a supposition is measured against its base', async () => {
    const desk = await openDesk()
    const { key } = (await desk.ask('communities.list')).find((each) => each.name === QILIAN)!
    const supposed = { key, overrides: [{ key, class: 'C', reason: '试' }] }
    expect((await desk.ask('whatif.effects', supposed))[0]).toMatchObject({
      key: 'money',
      becomes: [{ before: WAN('30'), after: WAN('15') }],
    })
    const same = await desk.ask('whatif.effects', { key })
    expect(same[0]).toMatchObject({ key: 'money', stays: [WAN('30')], before: [], after: [] })
    for (const { becomes, before, after } of same) expect([becomes, before, after]).toEqual([[], [], []])
  })

  it('is told by the command line for every other class', () => {
    const given = ['explain', 'resources/sample-city.xlsx', '--community', QILIAN]
    const { stdout } = runCli([...given, '--lang', 'zh'], { cwd: ROOT })
    expect(stdout).toMatch(
      /若为其他类别\n {2}A.*：本年金额 30万元 → 15万元\n {2}C.*：本年金额 30万元 → 15万元\n {2}D.*：本年金额 30万元 → 10万元/,
    )
    const { otherClasses } = JSON.parse(runCli([...given, '--json'], { cwd: ROOT }).stdout) as { otherClasses: { class: string }[] }
    expect(otherClasses.map((each) => each.class)).toEqual(['A', 'C', 'D'])
  })
})
