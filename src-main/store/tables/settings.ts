import type { Connection } from '../sqlite.ts'

/** The plan's name and the year that is worked on. */
export interface Settings {
  name: string
  currentYear: number
}

export const settingsReads = (connection: Connection) => {
  const get = connection.prepare<[], Settings>('SELECT name, current_year AS currentYear FROM settings WHERE id = 1')
  return {
    get: (): Settings => {
      const settings = get.get()
      if (settings === undefined) throw new Error('A plan without settings')
      return settings
    },
  }
}

export const settingsWrites = (connection: Connection) => {
  const save = connection.prepare<[Settings]>(`
    INSERT INTO settings (id, name, current_year) VALUES (1, @name, @currentYear)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, current_year = excluded.current_year`)
  return {
    ...settingsReads(connection),
    /** The year exists. */ save: (settings: Settings): void => {
      save.run(settings)
    },
  }
}
