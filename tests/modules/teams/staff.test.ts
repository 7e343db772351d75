import { beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import { staffOf } from '../../../src-main/engine/teams/index.ts'
import { DELIVERED_TEAMS, type Bureau } from '../../../src-main/model/teams.ts'
import { codesOf, keyOf, MATURE, OLD, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'

const bureau = (key: string, officers: number, required = false): Bureau => ({ key, name: { zh: key, en: key }, officers, required })
const asked = (more: Partial<InputOf<'teams.settings'>>): InputOf<'teams.settings'> => ({
  ...DELIVERED_TEAMS,
  teams: 2,
  bureaus: [bureau('police', 4), bureau('justice', 3)],
  least: 1,
  ...more,
})
let desk: Desk
beforeEach(async () => {
  desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: MATURE, 丁: OLD }, 2026)
})
const sumOf = async (key: string): Promise<number> =>
  (await desk.ask('teams.get')).staff.reduce((sum, { officers }) => sum + (officers[key] ?? 0), 0)

describe('the officers of a posting are those of the demands', () => {
  it('also where a bureau sends nobody any more: its officers leave the teams, and the posting can be put right', async () => {
    await desk.ask('teams.settings', asked({ bureaus: [bureau('police', 6), bureau('justice', 1)] }))
    await desk.ask('teams.solve', {})
    await desk.ask('teams.take')
    await desk.ask('teams.settings', asked({ bureaus: [bureau('police', 6)], officersLeast: 3, officersMost: 3 }))
    expect([await sumOf('police'), await sumOf('justice')]).toEqual([6, 0])
    await desk.ask('teams.move', { keys: [keyOf('甲'), keyOf('乙'), keyOf('丙'), keyOf('丁')], team: 1 })
    expect(await desk.ask('teams.repair', { kept: [] })).toMatchObject({ changes: 1, proven: true })
  })

  it('also where a bureau is to be in every team from now on', async () => {
    await desk.ask('teams.settings', asked({ bureaus: [bureau('police', 5), bureau('justice', 2)] }))
    await desk.ask('teams.move', { keys: [keyOf('甲'), keyOf('乙')], team: 1 })
    await desk.ask('teams.settings', asked({ bureaus: [bureau('police', 2, true), bureau('justice', 5, true)] }))
    await desk.ask('teams.repair', { kept: [] })
    await desk.ask('teams.take')
    expect((await desk.ask('teams.get')).broken).toEqual([])
  })

  it('and never more than a bureau has, where it has too few for every team', async () => {
    await desk.ask('teams.settings', asked({ bureaus: [bureau('police', 6), bureau('justice', 1, true)] }))
    await desk.ask('teams.move', { keys: [keyOf('甲')], team: 1 })
    expect([await sumOf('police'), await sumOf('justice')]).toEqual([6, 1])
    expect((await desk.ask('teams.get')).broken).toContainEqual({ kind: 'bureau', value: 'justice', team: 2, key: null, found: 0 })
  })

  it('and where they are fewer than the teams, some teams have nobody', async () => {
    await desk.ask('teams.settings', asked({}))
    await desk.ask('teams.move', { keys: [keyOf('甲')], team: 1 })
    await desk.ask('teams.settings', asked({ bureaus: [bureau('police', 1)] }))
    expect([await sumOf('police'), await sumOf('justice')]).toEqual([1, 0])
  })

  it('whatever is asked of bureaus: each is posted once, as long as teams have room', () => {
    const staff = staffOf([bureau('police', 2, true), bureau('urban', 1, true), bureau('justice', 3, true)], [2, 2, 2])
    for (const [key, officers] of [
      ['police', 2],
      ['urban', 1],
      ['justice', 3],
    ] as const)
      expect(staff.reduce((sum, team) => sum + team.officers[key]!, 0)).toBe(officers)
    expect(staff.map(({ officers }) => Object.values(officers).reduce((sum, each) => sum + each, 0))).toEqual([2, 2, 2])
  })
})

it('more officers than a team may have is what is told, not that there are too many teams', async () => {
  await desk.ask('teams.settings', asked({ teams: 1, bureaus: [bureau('police', 60)], officersMost: 50 }))
  const [problem] = await problemsOf(desk.ask('teams.solve', {}))
  expect([problem!.code, problem!.params['demands']]).toEqual(['teams.contradiction', '每队3-50人，队员不拆分'])
})

describe('a package', () => {
  const area = (subdistrict: string) => ({ district: '东区', subdistrict })
  it('has the duties of teams that have been given up since, and neighbours that are gone, and opens', async () => {
    const { key } = await desk.ask('communities.add', { code: '', name: '戊', district: '东区', subdistrict: '二街道' })
    await desk.ask('teams.settings', asked({ neighbours: [[area('一街道'), area('二街道')]], own: [key] }))
    await desk.ask('teams.move', { keys: [keyOf('甲'), key], team: 2 })
    await desk.ask('teams.enter', { cells: [{ team: 2, duty: 'party', per: 'month', period: 4, field: 'done', text: '2' }] })
    await desk.ask('teams.settings', asked({ teams: 1, neighbours: [[area('一街道'), area('二街道')]], own: [key] }))
    await desk.ask('communities.remove', { keys: [key] })
    const duties = await desk.ask('teams.duties')
    expect(duties).toHaveLength(1)
    const { fileName, base64 } = await desk.ask('package.export', {})
    await desk.ask('package.open', { fileName, base64, name: '再开' })
    expect(await desk.ask('teams.duties')).toEqual(duties)
    expect((await desk.ask('package.export', {})).base64).toBe(base64)
    // What was done can be taken away, and nothing more can be entered for a team that is gone.
    const cell = { team: 2, duty: 'party', per: 'month', period: 4, field: 'done' } as const
    expect(await codesOf(desk.ask('teams.enter', { cells: [{ ...cell, text: '3' }] }))).toEqual(['teams.teamUnknown'])
    await desk.ask('teams.enter', { cells: [{ ...cell, text: '' }] })
    expect(await desk.ask('teams.duties')).toEqual([])
  })
})
