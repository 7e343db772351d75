import { z } from 'zod'
import { KeptProof, TeamSettings, TeamStaff, type DutyCount, type TeamPost } from '../../model/teams.ts'
import type { Connection } from '../sqlite.ts'
import { keptAs } from './kept.ts'

export const teamPlanReads = (connection: Connection) => {
  const plan = connection.prepare<[number], { settings: string; proof: string | null }>(
    'SELECT settings, proof FROM team_plan WHERE year = ?',
  )
  const today = connection.prepare<[number], { today: string | null }>('SELECT today FROM team_plan WHERE year = ?')
  const staff = connection.prepare<[number], { team: number; officers: string }>(
    'SELECT team, officers FROM team_staff WHERE year = ? ORDER BY team',
  )
  return {
    /** @returns what is asked of the year's posting, and what was proven of it; null: nothing was ever asked */
    find: (year: number): { settings: TeamSettings; proof: KeptProof | null } | null => {
      const row = plan.get(year)
      if (row === undefined) return null
      const { settings, proof } = row
      return { settings: keptAs(connection, TeamSettings, settings), proof: proof === null ? null : keptAs(connection, KeptProof, proof) }
    },
    /** @returns the officers of each of today's teams; null: not known */
    staffToday: (year: number): TeamStaff[] | null => {
      const kept = today.get(year)?.today ?? null
      return kept === null ? null : keptAs(connection, z.array(TeamStaff), kept)
    },
    /** @returns the officers of each team of the year, in the order of the teams */
    staff: (year: number): TeamStaff[] =>
      staff.all(year).map(({ team, officers }) => TeamStaff.parse({ team, officers: JSON.parse(officers) as unknown })),
  }
}

export const teamPlanWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO team_plan (year, settings, proof) VALUES (@year, @settings, @proof)
    ON CONFLICT (year) DO UPDATE SET settings = excluded.settings, proof = excluded.proof`)
  const saveToday = connection.prepare('UPDATE team_plan SET today = @today WHERE year = @year')
  const saveStaff = connection.prepare(`
    INSERT INTO team_staff (year, team, officers) VALUES (@year, @team, @officers)
    ON CONFLICT (year, team) DO UPDATE SET officers = excluded.officers WHERE officers <> excluded.officers`)
  const clearStaff = connection.prepare('DELETE FROM team_staff WHERE year = ? AND team > ?')
  return {
    ...teamPlanReads(connection),
    /** @param proof of the posting that stands; null: it was not solved */
    save: (year: number, settings: TeamSettings, proof: KeptProof | null): void => {
      save.run({ year, settings: JSON.stringify(settings), proof: proof === null ? null : JSON.stringify(proof) })
    },
    /** Makes these the officers of today's teams, where anything is asked of the year's teams. */
    saveToday: (year: number, staff: readonly TeamStaff[] | null): void => {
      saveToday.run({ year, today: staff === null ? null : JSON.stringify(staff) })
    },
    /** Makes the teams of the year these, numbered from 1. */
    saveStaff: (year: number, staff: readonly TeamStaff[]): void => {
      for (const { team, officers } of staff) saveStaff.run({ year, team, officers: JSON.stringify(officers) })
      clearStaff.run(year, staff.length)
    },
  }
}

export const teamPostReads = (connection: Connection) => {
  const list = connection.prepare<[number], TeamPost>(
    'SELECT community_key AS key, team, today FROM team_post WHERE year = ? ORDER BY community_key',
  )
  return { /** @returns the team of each community that has or had one */ list: (year: number): TeamPost[] => list.all(year) }
}

export const teamPostWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO team_post (year, community_key, team, today) VALUES (@year, @key, @team, @today)
    ON CONFLICT (year, community_key) DO UPDATE SET team = excluded.team, today = excluded.today
    WHERE team IS NOT excluded.team OR today IS NOT excluded.today`)
  return {
    ...teamPostReads(connection),
    /** Posts communities, or makes their posting equal to this. */
    save: (year: number, posts: readonly TeamPost[]): void => {
      for (const each of posts) save.run({ year, ...each })
    },
  }
}

export const teamDutyReads = (connection: Connection) => {
  const list = connection.prepare<[number], DutyCount>(
    'SELECT team, duty, per, period, planned, done FROM team_duty WHERE year = ? ORDER BY team, duty, per, period',
  )
  return { /** @returns planned and done counts of the duties */ list: (year: number): DutyCount[] => list.all(year) }
}

export const teamDutyWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO team_duty (year, team, duty, per, period, planned, done) VALUES (@year, @team, @duty, @per, @period, @planned, @done)
    ON CONFLICT (year, team, duty, per, period) DO UPDATE SET planned = excluded.planned, done = excluded.done`)
  const clear = connection.prepare('DELETE FROM team_duty WHERE year = ? AND team = ? AND duty = ? AND per = ? AND period = ?')
  return {
    ...teamDutyReads(connection),
    /** Makes the counts equal to these; a count of which nothing is known is none. */
    save: (year: number, counts: readonly DutyCount[]): void => {
      for (const each of counts) {
        if (each.planned === null && each.done === null) clear.run(year, each.team, each.duty, each.per, each.period)
        else save.run({ year, ...each })
      }
    },
  }
}
