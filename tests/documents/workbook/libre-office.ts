import { savedByOffice } from '../../support/office.ts'
import { findLibreOffice, missing } from '../../support/tools.ts'

/** The command of LibreOffice on this machine, or null. */
export const libreOffice: string | null = findLibreOffice()
export const WHY_SKIPPED = libreOffice === null ? ` (skipped: ${missing('LibreOffice', 'libreoffice-calc')})` : ''

/** @returns the workbooks as LibreOffice saves them after computing every formula anew, in the same order. */
export const recalculate = (workbooks: readonly Uint8Array[]): Promise<Uint8Array[]> => savedByOffice(workbooks, 'xlsx', 'xlsx')
