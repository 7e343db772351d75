import { communityRow, type RowsInLog } from '../../desk/row-in-log.ts'

export const overrideRows = { override: communityRow('override') } satisfies RowsInLog
