import { plainRow, type RowsInLog } from '../../desk/row-in-log.ts'

/** A merged package is a delivery of a whole district. */
export const rollupRows = { merged_package: plainRow('delivery', (row) => row.file) } satisfies RowsInLog
