import { expect, it } from 'vitest'
import { runCli } from '../support/run-cli.ts'

const SAMPLE = 'resources/sample-city.xlsx'

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
}, 60_000)

it('refuses a plan beside a sheet', () => expect(runCli(['teams', SAMPLE, '--plan', 'x.quanheng'])).toMatchObject({ status: 2 }))
