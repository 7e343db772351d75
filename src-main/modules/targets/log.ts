import { numbersOfCommunity, type RowsInLog } from '../../desk/row-in-log.ts'

export const targetRows = {
  target_count: numbersOfCommunity('targetCount', { present: { zh: '现有', en: 'present' } }, ([item], year, { itemOf }) =>
    itemOf(String(item), year),
  ),
} satisfies RowsInLog
