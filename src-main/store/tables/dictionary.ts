import { Dictionary, Indicator, IndicatorGroup } from '../../model/indicator.ts'
import type { Connection } from '../sqlite.ts'
import { keptAs } from './kept.ts'

interface Row {
  key: string
  definition: string
}

export const dictionaryReads = (connection: Connection) => {
  const groups = connection.prepare<[], Row>('SELECT key, definition FROM indicator_group ORDER BY position')
  const indicators = connection.prepare<[], Row>('SELECT key, definition FROM indicator ORDER BY position')
  return {
    /** @returns the indicators of the plan in the order of columns; what a later program added to a definition has its default */
    get: (): Dictionary => ({
      format: 'quanheng-indicators',
      formatVersion: 1,
      groups: groups.all().map((row) => keptAs(connection, IndicatorGroup, row.definition)),
      indicators: indicators.all().map((row) => keptAs(connection, Indicator, row.definition)),
    }),
  }
}

export const dictionaryWrites = (connection: Connection) => ({
  ...dictionaryReads(connection),
  /** Makes the plan's dictionary equal to this one. Values of an indicator that is no longer listed stay in the communities' facts. */
  save: (dictionary: Dictionary): void => {
    replaceRows(connection, 'indicator_group', dictionary.groups)
    replaceRows(connection, 'indicator', dictionary.indicators)
  },
})

const replaceRows = (connection: Connection, table: 'indicator_group' | 'indicator', definitions: readonly { key: string }[]): void => {
  const kept = JSON.stringify(definitions.map((definition) => definition.key))
  connection.prepare(`DELETE FROM ${table} WHERE key NOT IN (SELECT value FROM json_each(?))`).run(kept)
  const save = connection.prepare(`
    INSERT INTO ${table} (key, position, definition) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET position = excluded.position, definition = excluded.definition`)
  for (const [position, definition] of definitions.entries()) save.run(definition.key, position, JSON.stringify(definition))
}
