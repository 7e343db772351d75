import { Policy } from '../../model/policy.ts'
import type { PolicyDraft, PolicyVersion } from '../../model/policy-draft.ts'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'
import { keptAs } from './kept.ts'

interface Row {
  draft: number
  document: string
  baseId: string | null
  baseVersion: string | null
  created: string
  changed: string
}

const SELECT = 'SELECT number AS draft, document, base_id AS baseId, base_version AS baseVersion, created, changed FROM policy_draft'

const draftIn =
  (connection: Connection) =>
  ({ draft, document, baseId, baseVersion, created, changed }: Row): PolicyDraft => ({
    draft,
    document: keptAs(connection, Policy, document),
    base: baseId === null ? null : { id: baseId, version: baseVersion! },
    created,
    changed,
  })

export const policyDraftReads = (connection: Connection) => {
  const draftOf = draftIn(connection)
  const list = connection.prepare<[], Row>(`${SELECT} ORDER BY number`)
  const find = connection.prepare<[number], Row>(`${SELECT} WHERE number = ?`)
  return {
    /** @returns all drafts, oldest first */
    list: (): PolicyDraft[] => list.all().map(draftOf),
    /** @throws AppError policy.draftUnknown */
    get: (draft: number): PolicyDraft => {
      const row = find.get(draft)
      if (row === undefined) throw appError('policy.draftUnknown', { value: draft })
      return draftOf(row)
    },
  }
}

export const policyDraftWrites = (connection: Connection) => {
  const add = connection.prepare('INSERT INTO policy_draft (document, base_id, base_version, created, changed) VALUES (?, ?, ?, ?, ?)')
  const save = connection.prepare('UPDATE policy_draft SET document = ?, changed = ? WHERE number = ?')
  const remove = connection.prepare('DELETE FROM policy_draft WHERE number = ?')
  const requireOne = (changes: number, draft: number): void => {
    if (changes === 0) throw appError('policy.draftUnknown', { value: draft })
  }
  return {
    ...policyDraftReads(connection),
    /** @param at ISO time. @returns the number of the new draft */
    add: (document: Policy, base: PolicyVersion | null, at: string): number =>
      Number(add.run(JSON.stringify(document), base?.id ?? null, base?.version ?? null, at, at).lastInsertRowid),
    /** @param at ISO time. @throws AppError policy.draftUnknown */
    save: (draft: number, document: Policy, at: string): void => requireOne(save.run(JSON.stringify(document), at, draft).changes, draft),
    /** @throws AppError policy.draftUnknown */
    remove: (draft: number): void => requireOne(remove.run(draft).changes, draft),
  }
}
