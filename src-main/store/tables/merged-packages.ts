import type { MergedPackage } from '../../model/package.ts'
import type { Connection } from '../sqlite.ts'

interface Row extends Omit<MergedPackage, 'policy'> {
  policyId: string
  policyVersion: string
  policyHash: string
}

export const mergedPackageReads = (connection: Connection) => {
  const list = connection.prepare<[number], Row>(`
    SELECT year, district, file, app, policy_id AS policyId, policy_version AS policyVersion, policy_hash AS policyHash,
      input_hash AS inputHash, result_hash AS resultHash, communities, amount_fen AS amountFen, parts_hash AS partsHash
    FROM merged_package WHERE year = ? ORDER BY district`)
  return {
    /** @returns the packages that were merged into the year, by district */
    list: (year: number): MergedPackage[] =>
      list
        .all(year)
        .map(({ policyId, policyVersion, policyHash, ...row }) => ({
          ...row,
          policy: { id: policyId, version: policyVersion, hash: policyHash },
        })),
  }
}

export const mergedPackageWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO merged_package (year, district, file, app, policy_id, policy_version, policy_hash, input_hash, result_hash,
      communities, amount_fen, parts_hash)
    VALUES (@year, @district, @file, @app, @policyId, @policyVersion, @policyHash, @inputHash, @resultHash, @communities,
      @amountFen, @partsHash)
    ON CONFLICT (year, district) DO UPDATE
    SET file = excluded.file, app = excluded.app, policy_id = excluded.policy_id, policy_version = excluded.policy_version,
      policy_hash = excluded.policy_hash,
      input_hash = excluded.input_hash, result_hash = excluded.result_hash, communities = excluded.communities,
        amount_fen = excluded.amount_fen, parts_hash = excluded.parts_hash`)
  return {
    ...mergedPackageReads(connection),
    /** Remembers a package as the one that counts for its district; the year has the district's communities. */
    save: ({ policy, ...merged }: MergedPackage): void => {
      save.run({ ...merged, policyId: policy.id, policyVersion: policy.version, policyHash: policy.hash })
    },
  }
}
