import { Policy } from '../../model/policy.ts'
import type { Connection } from '../sqlite.ts'
import { keptAs } from './kept.ts'

/** A policy that a district has of its own in a year. hash: as it came; file: the package that it came with. */
export interface StoredDistrictPolicy {
  district: string
  policy: Policy
  hash: string
  file: string
}

interface Row extends Omit<StoredDistrictPolicy, 'policy'> {
  document: string
}

export const districtPolicyReads = (connection: Connection) => {
  const list = connection.prepare<[number], Row>(
    'SELECT district, document, hash, file FROM district_policy WHERE year = ? ORDER BY district',
  )
  return {
    /** @returns the year's, by district */
    list: (year: number): StoredDistrictPolicy[] =>
      list.all(year).map(({ document, ...row }) => ({ ...row, policy: keptAs(connection, Policy, document) })),
  }
}

export const districtPolicyWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO district_policy (year, district, document, hash, file) VALUES (@year, @district, @document, @hash, @file)
    ON CONFLICT (year, district) DO UPDATE SET document = excluded.document, hash = excluded.hash, file = excluded.file
    WHERE hash <> excluded.hash OR file <> excluded.file`)
  const clear = connection.prepare('DELETE FROM district_policy WHERE year = ? AND district = ?')
  return {
    ...districtPolicyReads(connection),
    save: (year: number, { policy, ...row }: StoredDistrictPolicy): void => {
      save.run({ ...row, year, document: JSON.stringify(policy) })
    },
    /** The district's communities stand under the year's policy again. */
    clear: (year: number, district: string): void => {
      clear.run(year, district)
    },
  }
}
