import { z } from 'zod'
import { Done, File, None, operation } from '../../contract/operation.ts'
import { Day } from '../../model/calendar.ts'
import { Fen } from '../../model/money.ts'
import { CommunityDues, Instalment, Instalments, Receipt, ReceiptEntry, ReceiptKey } from '../../model/receipt.ts'
import { Text } from '../../model/text.ts'
import { Year } from '../../model/year.ts'

const OfYear = z.strictObject({ year: Year.optional() })
/** A payer over all communities: sums of what is known, null where nothing is. */
const PayerSum = z.object({
  key: z.string(),
  name: Text,
  dueFen: Fen.nullable(),
  dueNowFen: Fen.nullable(),
  receivedFen: Fen,
  shortFen: Fen.nullable(),
  overFen: Fen.nullable(),
  /** Of how many communities the plan does not know what he owes: they are in no sum but that of what came in. */
  unknown: z.number().int(),
  /** How many communities he is late for, and by how many days at most. */
  late: z.number().int(),
  lateDays: z.number().int(),
})

/** What payers owe and what has really come in. */
export const receiptsOperations = {
  'receipts.list': operation(
    'query',
    'What each payer owes to each community by the plan, in instalments, and what has come in: late, short, too much',
    OfYear,
    z.object({
      year: Year,
      today: Day,
      payers: z.array(PayerSum),
      instalments: z.array(Instalment),
      communities: z.array(CommunityDues),
      receipts: z.array(Receipt),
      /** Communities with receipts that were merged in the year, and whose account these are in. */
      merged: z.array(z.object({ key: z.string(), name: z.string(), into: z.string() })),
    }),
  ),
  'receipts.add': operation(
    'command',
    'Enters what has come in, for one or for many communities as one step',
    z.strictObject({
      ...OfYear.shape,
      entries: z
        .array(ReceiptEntry.extend({ key: z.string().min(1) }))
        .min(1)
        .max(20_000),
    }),
    z.object({ added: z.number().int() }),
  ),
  'receipts.save': operation('command', 'Corrects a receipt', Receipt, Done),
  'receipts.remove': operation('command', 'Removes a receipt', ReceiptKey, Done),
  'receipts.instalments': operation(
    'command',
    'Sets when which share is due, of everybody or of one payer',
    z.strictObject({ instalments: Instalments }),
    Done,
  ),
  'receipts.late': operation(
    'query',
    'Which payers have not paid what is due',
    None,
    z.array(PayerSum.pick({ key: true, name: true, late: true, lateDays: true }).extend({ shortFen: Fen })),
  ),
  'receipts.export': operation(
    'query',
    'What is due and what has come in, as a workbook',
    OfYear.extend({ language: z.enum(['zh', 'en']).default('zh') }),
    File,
  ),
} as const
