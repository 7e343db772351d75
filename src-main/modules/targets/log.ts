import { numbersOfCommunity } from '../../desk/row-in-log.ts'
import type { RowsInLog } from '../../desk/row-in-log.ts'

export const targetRows = { target_count: numbersOfCommunity('targetCount', ['present']) } satisfies RowsInLog
