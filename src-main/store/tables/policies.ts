import { Policy } from '../../model/policy.ts'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'
import { keptAs } from './kept.ts'

/** A version of a policy as the plan keeps it. inUse: a year or an adopted plan rests on it. */
export interface StoredPolicy {
  policy: Policy
  hash: string
  inUse: boolean
}

interface Row {
  document: string
  hash: string
  inUse: number
}

const SELECT = `
  SELECT document, hash,
    EXISTS (SELECT 1 FROM year WHERE policy_id = id AND policy_version = version)
    OR EXISTS (SELECT 1 FROM adopted WHERE policy_id = id AND policy_version = version) AS inUse
  FROM policy`

const storedIn =
  (connection: Connection) =>
  ({ document, hash, inUse }: Row): StoredPolicy => ({ policy: keptAs(connection, Policy, document), hash, inUse: inUse === 1 })

export const policyReads = (connection: Connection) => {
  const stored = storedIn(connection)
  const list = connection.prepare<[], Row>(`${SELECT} ORDER BY id, version`)
  const find = connection.prepare<[string, string], Row>(`${SELECT} WHERE id = ? AND version = ?`)
  return {
    list: (): StoredPolicy[] => list.all().map(stored),
    /** @returns that version, or undefined where the plan does not have it */
    find: (id: string, version: string): StoredPolicy | undefined => {
      const row = find.get(id, version)
      return row === undefined ? undefined : stored(row)
    },
  }
}

export const policyWrites = (connection: Connection) => {
  const reads = policyReads(connection)
  const add = connection.prepare('INSERT INTO policy (id, version, hash, document) VALUES (?, ?, ?, ?)')
  return {
    ...reads,
    /**
     * Adds a version of a policy; a version is never altered. Adding the same once more does nothing.
     * @param hash of the policy, as the results name it
     * @throws AppError policy.exists where the plan has a different policy under this id and version
     */
    add: (policy: Policy, hash: string): void => {
      const present = reads.find(policy.id, policy.version)
      if (present === undefined) add.run(policy.id, policy.version, hash, JSON.stringify(policy))
      else if (present.hash !== hash) throw appError('policy.exists', { id: policy.id, version: policy.version })
    },
  }
}
