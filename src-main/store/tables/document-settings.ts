import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Connection } from '../sqlite.ts'

export const documentSettingReads = (connection: Connection) => {
  const list = connection.prepare<[], { name: string; setting: string }>('SELECT name, setting FROM document_setting ORDER BY name')
  return {
    /** @returns what was set, by the name of the paper, as it was written; whoever reads it checks its shape */
    all: (): Map<string, unknown> => new Map(list.all().map(({ name, setting }) => [name, JSON.parse(setting) as unknown])),
  }
}

export const documentSettingWrites = (connection: Connection) => {
  const save = connection.prepare(
    'INSERT INTO document_setting (name, setting) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET setting = excluded.setting',
  )
  const remove = connection.prepare('DELETE FROM document_setting WHERE name = ?')
  return {
    ...documentSettingReads(connection),
    save: (name: string, setting: object): void => {
      save.run(name, canonicalJson(setting))
    },
    /** Puts a paper back to how it was delivered; one that was never changed stays so. */
    remove: (name: string): void => {
      remove.run(name)
    },
  }
}
