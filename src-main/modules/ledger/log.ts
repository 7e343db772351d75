import { communityRow, type RowsInLog } from '../../desk/row-in-log.ts'

export const ledgerRows = { ledger: communityRow('ledger') } satisfies RowsInLog
