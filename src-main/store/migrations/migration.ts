import type { Connection } from '../sqlite.ts'

/**
 * One step from an older format of the plan file to a newer one. A released migration is never altered: somewhere there is a file that
 * was made by it. It must not rewrite what the history tells; the history's triggers are off while it runs.
 */
export interface Migration {
  /** The format it leads to; becomes the file's user_version. 10, 20, 30 ..., so that a fix can go between. */
  version: number
  /** As its file is named. */
  name: string
  up(connection: Connection): void
}

/** A format of the plan file: how to get there, and the tables whose rows are the plan, which the history watches. */
export interface Schema {
  migrations: readonly Migration[]
  tracked: readonly string[]
}
