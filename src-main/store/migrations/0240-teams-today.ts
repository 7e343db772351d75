import type { Migration } from './migration.ts'

/**
 * The officers of today's service teams, beside those of the teams as they are to be. NULL, as in all that older programs wrote: they are
 * not known.
 */
export const teamsToday: Migration = {
  version: 240,
  name: '0240-teams-today',
  up: (connection) => connection.exec("ALTER TABLE team_plan ADD COLUMN today TEXT CHECK (json_type(today) = 'array')"),
}
