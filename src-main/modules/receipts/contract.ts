import { z } from 'zod'
import { Done, File, None, operation } from '../../contract/operation.ts'
import { Day } from '../../model/calendar.ts'
import { CommunityDues, Instalment, Instalments, Receipt, ReceiptEntry, ReceiptKey } from '../../model/receipt.ts'
import { Text } from '../../model/text.ts'
import { Year } from '../../model/year.ts'

const OfYear = z.strictObject({ year: Year.optional() })
/** A payer over all communities. */
const PayerSum = z.object({
  key: z.string(),
  name: Text,
  dueFen: z.number().int(),
  dueNowFen: z.number().int(),
  receivedFen: z.number().int(),
  shortFen: z.number().int(),
  overFen: z.number().int(),
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
    z.array(PayerSum.pick({ key: true, name: true, shortFen: true, late: true, lateDays: true })),
  ),
  'receipts.export': operation(
    'query',
    'What is due and what has come in, as a workbook',
    OfYear.extend({ language: z.enum(['zh', 'en']).default('zh') }),
    File,
  ),
} as const
