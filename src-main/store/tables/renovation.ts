import { RenovationSettings, type RenovationLot, type RenovationMoney } from '../../model/renovation.ts'
import type { Connection } from '../sqlite.ts'
import { keptAs } from './kept.ts'

export const renovationPlanReads = (connection: Connection) => {
  const plan = connection.prepare<[number], string>('SELECT settings FROM renovation_plan WHERE year = ?').pluck()
  return {
    /** @returns what holds for all communities of the year; null: nothing was ever set */
    find: (year: number): RenovationSettings | null => {
      const settings = plan.get(year)
      return settings === undefined ? null : keptAs(connection, RenovationSettings, settings)
    },
  }
}

export const renovationPlanWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO renovation_plan (year, settings) VALUES (@year, @settings)
    ON CONFLICT (year) DO UPDATE SET settings = excluded.settings WHERE settings <> excluded.settings`)
  return {
    ...renovationPlanReads(connection),
    save: (year: number, settings: RenovationSettings): void => void save.run({ year, settings: JSON.stringify(settings) }),
  }
}

export const renovationLotReads = (connection: Connection) => {
  const list = connection.prepare<[number], RenovationLot>(`
    SELECT community_key AS key, kind, count, unit_fen AS unitFen, aid_share AS aidShare, aid_fen AS aidFen
    FROM renovation_lot WHERE year = ? ORDER BY community_key, kind`)
  return { /** @returns the courtyards to be done of each community, by kind */ list: (year: number): RenovationLot[] => list.all(year) }
}

const saysNothing = ({ key: _, ...said }: { key: string }): boolean => Object.values(said).every((each) => each === null)

export const renovationLotWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO renovation_lot (year, community_key, kind, count, unit_fen, aid_share, aid_fen)
    VALUES (@year, @key, @kind, @count, @unitFen, @aidShare, @aidFen)
    ON CONFLICT (year, community_key, kind) DO UPDATE
    SET count = excluded.count, unit_fen = excluded.unit_fen, aid_share = excluded.aid_share, aid_fen = excluded.aid_fen`)
  const clear = connection.prepare('DELETE FROM renovation_lot WHERE year = ? AND community_key = ? AND kind = ?')
  const clearAll = connection.prepare('DELETE FROM renovation_lot WHERE year = ? AND community_key = ?')
  return {
    ...renovationLotReads(connection),
    /** Makes lots equal to these; one of which nothing is said is none. */
    save: (year: number, lots: readonly RenovationLot[]): void => {
      for (const { kind, ...rest } of lots) {
        if (saysNothing(rest)) clear.run(year, rest.key, kind)
        else save.run({ year, kind, ...rest })
      }
    },
    /** Takes all courtyards of a community out. */
    clear: (year: number, key: string): void => void clearAll.run(year, key),
  }
}

export const renovationMoneyReads = (connection: Connection) => {
  const list = connection.prepare<[number], RenovationMoney>(`
    SELECT community_key AS key, start_fen AS startFen, fixed_fen AS fixedFen, other_fen AS otherFen, share
    FROM renovation_money WHERE year = ? ORDER BY community_key`)
  return { /** @returns what is said of the money of each community */ list: (year: number): RenovationMoney[] => list.all(year) }
}

export const renovationMoneyWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO renovation_money (year, community_key, start_fen, fixed_fen, other_fen, share)
    VALUES (@year, @key, @startFen, @fixedFen, @otherFen, @share)
    ON CONFLICT (year, community_key) DO UPDATE
    SET start_fen = excluded.start_fen, fixed_fen = excluded.fixed_fen, other_fen = excluded.other_fen, share = excluded.share`)
  const clear = connection.prepare('DELETE FROM renovation_money WHERE year = ? AND community_key = ?')
  return {
    ...renovationMoneyReads(connection),
    /** Makes the money of communities equal to this; where nothing is said of it there is no row. */
    save: (year: number, rows: readonly RenovationMoney[]): void => {
      for (const each of rows) {
        if (saysNothing(each)) clear.run(year, each.key)
        else save.run({ year, ...each })
      }
    },
    clear: (year: number, key: string): void => void clear.run(year, key),
  }
}
