import type { Text } from '../model/text.ts'

const both = (zh: string, en: string): Required<Text> => ({ zh, en })

/** What a payer's account is told by, on screen, paper and in workbooks. */
export const RECEIPT_PARTS = {
  payer: both('拨款单位', 'Payer'),
  dueFen: both('全年应拨', 'Due in the year'),
  dueNowFen: both('到期应拨', 'Due by now'),
  receivedFen: both('已到账', 'Received'),
  shortFen: both('欠拨', 'Short'),
  overFen: both('超拨', 'Too much'),
  lateDays: both('逾期天数', 'Days late'),
  date: both('到账日期', 'Received on'),
  amountFen: both('到账金额', 'Amount received'),
} as const
