import { z } from 'zod'
import { File, operation, Task, upload } from '../../contract/operation.ts'
import { ImportMapping } from '../../model/import.ts'
import { Ledger, LedgerEdit, LedgerPreview } from '../../model/ledger.ts'
import { Problem } from '../../model/problem.ts'
import { Year } from '../../model/year.ts'

const Warnings = z.object({ problems: z.array(Problem) })

/** What was allocated, spent and carried over. */
export const ledgerOperations = {
  'ledger.list': operation(
    'query',
    'Amounts allocated, spent and carried over in a year',
    z.strictObject({ year: Year.optional() }),
    Ledger,
  ),
  'ledger.update': operation(
    'command',
    'Enters amounts allocated, spent or carried over',
    z.strictObject({ year: Year.optional(), edits: z.array(LedgerEdit).min(1) }),
    Warnings,
  ),
  'ledger.preview': operation(
    'query',
    'Reads a file of amounts and says what it would change in the ledger of a year',
    upload({ year: Year.optional(), mappings: z.array(ImportMapping).default([]), ...Task }),
    LedgerPreview,
  ),
  'ledger.apply': operation(
    'command',
    'Enters the amounts of a previewed file as one step, all or nothing',
    z.strictObject({ id: z.string(), ...Task }),
    z.object({ changed: z.number().int() }),
  ),
  'ledger.export': operation(
    'query',
    "The year's ledger as a sheet that can be filled in and imported",
    z.strictObject({ year: Year.optional() }),
    File,
  ),
} as const
