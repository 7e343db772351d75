import { passes, type ComparedRow } from './rows.ts'

/**
 * Whether a comparison prints a community by name: what changes, and what nobody knows; the others are one line for each district, so
 * that its columns add up.
 * @param all asked for every community
 */
export const isPrinted = (row: ComparedRow, all: boolean): boolean =>
  all || row.changeFen === null || passes(row, { shown: 'unknown' }) || passes(row, { shown: 'changed' })
