import type { TeamCommunity } from '../../../src-main/engine/teams/index.ts'
import { DELIVERED_TEAMS, type TeamArea, type TeamSettings } from '../../../src-main/model/teams.ts'

/** Communities of one district: for each subdistrict, by its name, the work of those in it. */
export const communitiesIn = (places: Record<string, readonly number[]>, today: Record<string, number> = {}): TeamCommunity[] =>
  Object.entries(places).flatMap(([subdistrict, works]) =>
    works.map((work, at) => {
      const key = `${subdistrict}${at + 1}`
      return { key, district: '东区', subdistrict, work, today: today[key] ?? null }
    }),
  )

/** Settings of so many teams of one officer each, which ask for nothing, and what is asked beside. */
export const asking = (teams: number, asked: Partial<TeamSettings> = {}): TeamSettings => ({
  ...DELIVERED_TEAMS,
  teams,
  bureaus: [{ key: 'police', name: { zh: '公安', en: 'Police' }, officers: teams, required: false }],
  officersLeast: 1,
  officersMost: 50,
  reach: 'any',
  least: null,
  most: null,
  ...asked,
})

/** Neighbours by name, within the one district. */
export const beside = (...pairs: [string, string][]): [TeamArea, TeamArea][] =>
  pairs.map(([one, other]) => [
    { district: '东区', subdistrict: one },
    { district: '东区', subdistrict: other },
  ])
