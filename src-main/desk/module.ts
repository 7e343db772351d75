import type { SaidEffect } from '../engine/index.ts'
import type { TrackedTable } from '../store/index.ts'
import type { Desk } from './desk.ts'
import type { RowInLog, RowsInLog } from './row-in-log.ts'
import type { Service, ServiceOperation } from './service.ts'

/**
 * What a module adds to the program beside its contract and its words (modules/contracts.ts, modules/words.ts).
 * @typeParam Operations the names of its operations
 */
export interface Module<Operations> {
  service(desk: Desk): Pick<Service, Extract<Operations, ServiceOperation>>
  /** The tables that are its own, and how their rows read in the change log. */
  rows: RowsInLog
}

/** What the desk knows of all modules, without knowing them. */
export interface DeskParts {
  /** What a class changes, over the lists that the plan has for the year. */
  effects: (desk: Desk, year: number) => readonly SaidEffect[]
  rows: Readonly<Record<TrackedTable, RowInLog>>
}
