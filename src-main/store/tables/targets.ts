import type { TargetCount } from '../../model/catalogue.ts'
import { CHECK_COUNT_NAMES, REGISTER_COUNT_NAMES, type RegisterRow, type SpotCheck } from '../../model/registration.ts'
import type { Connection } from '../sqlite.ts'

export const targetCountReads = (connection: Connection) => {
  const list = connection.prepare<[number], TargetCount>(
    'SELECT community_key AS key, item_id AS item, present FROM target_count WHERE year = ? ORDER BY community_key, item_id',
  )
  return { /** @returns what communities have of targets that are counted by hand */ list: (year: number): TargetCount[] => list.all(year) }
}

export const targetCountWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO target_count (year, community_key, item_id, present) VALUES (@year, @key, @item, @present)
    ON CONFLICT (year, community_key, item_id) DO UPDATE SET present = excluded.present`)
  const clear = connection.prepare('DELETE FROM target_count WHERE year = ? AND community_key = ? AND item_id = ?')
  return {
    ...targetCountReads(connection),
    save: (year: number, counts: readonly TargetCount[]): void => {
      for (const each of counts) save.run({ year, ...each })
    },
    /** Nothing is known of it any more. */
    clear: (year: number, key: string, item: string): void => void clear.run(year, key, item),
  }
}

const columnOf = (name: string): string => name.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)

/** A table of counts by community and quarter; a row of which nothing is known is none. */
const quarterly = <Row extends { key: string; quarter: number }>(table: string, names: readonly (keyof Row & string)[]) => {
  const reads = (connection: Connection) => {
    const columns = names.map((each) => `${columnOf(each)} AS ${each}`).join(', ')
    const list = connection.prepare<[number], Row>(
      `SELECT community_key AS key, quarter, ${columns} FROM ${table} WHERE year = ? ORDER BY community_key, quarter`,
    )
    return { list: (year: number): Row[] => list.all(year) }
  }
  const writes = (connection: Connection) => {
    const columns = names.map(columnOf)
    const save = connection.prepare(`
      INSERT INTO ${table} (year, community_key, quarter, ${columns.join(', ')})
      VALUES (@year, @key, @quarter, ${names.map((each) => `@${each}`).join(', ')})
      ON CONFLICT (year, community_key, quarter) DO UPDATE SET ${columns.map((each) => `${each} = excluded.${each}`).join(', ')}`)
    const clear = connection.prepare(`DELETE FROM ${table} WHERE year = ? AND community_key = ? AND quarter = ?`)
    const clearAll = connection.prepare(`DELETE FROM ${table} WHERE year = ? AND community_key = ?`)
    return {
      ...reads(connection),
      save: (year: number, rows: readonly Row[]): void => {
        for (const each of rows) {
          if (names.every((name) => each[name] === null)) clear.run(year, each.key, each.quarter)
          else save.run({ year, ...each })
        }
      },
      /** Takes all quarters of a community out. */
      clear: (year: number, key: string): void => void clearAll.run(year, key),
    }
  }
  return { reads, writes }
}

export const { reads: registerReads, writes: registerWrites } = quarterly<RegisterRow>('register_count', REGISTER_COUNT_NAMES)
export const { reads: spotCheckReads, writes: spotCheckWrites } = quarterly<SpotCheck>('spot_check', CHECK_COUNT_NAMES)
