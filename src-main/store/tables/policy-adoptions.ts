import type { PolicyVersion } from '../../model/policy-draft.ts'
import type { Connection } from '../sqlite.ts'

/** That a version was adopted from a draft; `reasons` by the key of the example that was changed or removed. */
export interface PolicyAdoption {
  policy: PolicyVersion
  adopted: string
  base: PolicyVersion | null
  reasons: Record<string, string>
}

interface Row {
  id: string
  version: string
  adopted: string
  baseId: string | null
  baseVersion: string | null
  reasons: string
}

export const policyAdoptionReads = (connection: Connection) => {
  const list = connection.prepare<[], Row>(`
    SELECT policy_id AS id, policy_version AS version, adopted_at AS adopted, base_id AS baseId, base_version AS baseVersion, reasons
    FROM policy_adoption ORDER BY policy_id, policy_version`)
  return {
    list: (): PolicyAdoption[] =>
      list
        .all()
        .map(({ id, version, adopted, baseId, baseVersion, reasons }) => ({
          policy: { id, version },
          adopted,
          base: baseId === null ? null : { id: baseId, version: baseVersion! },
          reasons: JSON.parse(reasons) as Record<string, string>,
        })),
  }
}

export const policyAdoptionWrites = (connection: Connection) => {
  const add = connection.prepare(
    'INSERT INTO policy_adoption (policy_id, policy_version, adopted_at, base_id, base_version, reasons) VALUES (?, ?, ?, ?, ?, ?)',
  )
  return {
    ...policyAdoptionReads(connection),
    /** The version is in the plan. */
    add: ({ policy, adopted, base, reasons }: PolicyAdoption): void => {
      add.run(policy.id, policy.version, adopted, base?.id ?? null, base?.version ?? null, JSON.stringify(reasons))
    },
  }
}
