import { initial } from '../../../src-main/store/migrations/0010-initial.ts'
import { indicatorDesk } from '../../../src-main/store/migrations/0020-indicator-desk.ts'
import { importLayout } from '../../../src-main/store/migrations/0030-import-layout.ts'
import { planSchema } from '../../../src-main/store/migrations/index.ts'
import { migrate } from '../../../src-main/store/migrations/migrate.ts'
import type { Schema } from '../../../src-main/store/migrations/migration.ts'
import { connect } from '../../../src-main/store/sqlite.ts'

/** The format of plan files before 0020: what a program of that time made and watched. */
export const firstSchema: Schema = {
  migrations: [initial],
  tracked: ['settings', 'indicator_group', 'indicator', 'policy', 'year', 'community', 'community_year', 'override', 'scenario', 'adopted'],
}

/** The format of plan files before 0030. */
export const indicatorDeskSchema: Schema = {
  migrations: [initial, indicatorDesk],
  tracked: [...firstSchema.tracked, 'ledger', 'unit_change'],
}

/** The format of plan files before 0040. */
export const importLayoutSchema: Schema = {
  migrations: [...indicatorDeskSchema.migrations, importLayout],
  tracked: [...indicatorDeskSchema.tracked, 'import_layout'],
}

/** The format of plan files before a migration: all earlier ones, and what is watched now as far as it was there already. */
export function schemaBefore(version: number): Schema {
  const migrations = planSchema.migrations.filter((each) => each.version < version)
  const connection = connect(':memory:', 'create')
  migrate(connection, { migrations, tracked: [] })
  const tables = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  connection.close()
  return { migrations, tracked: planSchema.tracked.filter((table) => tables.includes(table)) }
}

/** The tables that came after a format, as they are in a plan of that format which was just migrated: empty. */
export const tablesSince = (schema: Schema): Record<string, unknown[]> =>
  Object.fromEntries(planSchema.tracked.filter((table) => !schema.tracked.includes(table)).map((table) => [table, []]))
