import type { Module } from '../../desk/module.ts'
import { EVENT_PARTS } from '../../words/projects.ts'
import { RECEIPT_PARTS } from '../../words/receipts.ts'
import type { RowsInLog } from '../../desk/row-in-log.ts'
import { amountPart, partsRow } from '../projects/index.ts'
import type { receiptsOperations } from './contract.ts'
import { receipts } from './service.ts'

const rows = {
  receipt: partsRow('receipt', [
    ['payer', RECEIPT_PARTS.payer],
    ['date', EVENT_PARTS.date],
    amountPart('amount_fen', EVENT_PARTS.amountFen),
    ['document', EVENT_PARTS.document],
  ]),
} satisfies RowsInLog

export const receiptsModule = { service: receipts, rows } satisfies Module<keyof typeof receiptsOperations>
