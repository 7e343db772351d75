import { z } from 'zod'
import { PlanInfo, PlanName } from '../../contract/desk.ts'
import { Done, None, operation } from '../../contract/operation.ts'
import { HistoryCheck } from '../../model/history.ts'
import { Problem } from '../../model/problem.ts'
import { YearAdoption } from '../../model/adoption.ts'
import { YearProgress } from '../../model/year-progress.ts'
import { Adopted, PlanResult } from '../../model/plan.ts'
import { Year } from '../../model/year.ts'

/** A plan file as a list of them shows it. */
const PlanFile = z.object({
  /** Its name in the data folder, or the whole path. */
  file: z.string(),
  name: z.string(),
  /** null: the data folder. */
  folder: z.string().nullable(),
  /** null: it is not there just now, as on a stick that was pulled. */
  modified: z.string().nullable(),
  bytes: z.number().nullable(),
  isOpen: z.boolean(),
})
export type PlanFile = z.infer<typeof PlanFile>

const FolderContent = z.object({
  folder: z.string(),
  /** null: there is nothing above. */
  up: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), folder: z.string() })),
  plans: z.array(z.object({ name: z.string(), file: z.string() })),
  home: z.string(),
  drives: z.array(z.string()),
})
export type FolderContent = z.infer<typeof FolderContent>

const OfFile = z.strictObject({ file: z.string() })
const InBin = z.strictObject({ folder: z.string(), id: z.string() })

/** Plan files, and adopting the result of a year. */
export const plansOperations = {
  'plan.list': operation('query', 'Plan files of the data folder, and those that were open from elsewhere', None, z.array(PlanFile)),
  'plan.folder': operation(
    'query',
    'What is in a folder: for whoever looks for a plan file, or a place for a copy',
    z.strictObject({ folder: z.string().optional() }),
    FolderContent,
  ),
  'plan.rename': operation(
    'command',
    'Gives a plan file another name in its folder, and its backups with it',
    z.strictObject({ file: z.string(), name: PlanName }),
    OfFile,
  ),
  'plan.copy': operation(
    'command',
    'Copies a plan file as it is now; the copy is not opened',
    z.strictObject({ file: z.string(), name: PlanName, folder: z.string().optional() }),
    OfFile,
  ),
  'plan.copyHere': operation(
    'command',
    'Copies a plan file that is not worked on where it is, on another computer, into the data folder, and opens the copy',
    OfFile,
    PlanInfo,
  ),
  'plan.remove': operation('command', 'Puts a plan file into the bin; where it is open, it is closed', OfFile, Done),
  'plan.forget': operation('command', 'Takes a plan file of elsewhere off the list; the file stays', OfFile, Done),
  'plan.bin': operation(
    'query',
    'Plan files in the bin, removed last first',
    None,
    z.array(z.object({ folder: z.string(), id: z.string(), name: z.string(), removed: z.string(), bytes: z.number() })),
  ),
  'plan.takeOut': operation('command', 'Takes a plan file out of the bin again', InBin, OfFile),
  'plan.removeForGood': operation('command', 'Removes a plan file from the bin, for good', InBin, Done),
  'plan.backups': operation(
    'query',
    'Backups of a plan file, the newest first: after a step, or before the program changed its format',
    OfFile,
    z.array(
      z.object({
        backup: z.string(),
        day: z.string(),
        /** null: only the day is known. */
        at: z.string().nullable(),
        kind: z.enum(['step', 'version']),
        number: z.number().int(),
        bytes: z.number(),
      }),
    ),
  ),
  'plan.checkBackup': operation(
    'query',
    'Whether the change log of a backup is as it was written, and leads to what is in it',
    z.strictObject({ file: z.string(), backup: z.string() }),
    HistoryCheck,
  ),
  'plan.copyBackup': operation(
    'command',
    'Copies a backup into a folder, such as that of a stick, where it is a plan of its own',
    z.strictObject({ file: z.string(), backup: z.string(), name: PlanName, folder: z.string() }),
    OfFile,
  ),
  'plan.restoreBackup': operation(
    'command',
    'Puts a backup in the place of a plan file, which goes into the bin, and opens it',
    z.strictObject({ file: z.string(), backup: z.string() }),
    PlanInfo,
  ),
  'plan.showFolder': operation(
    'query',
    "Shows the folder of a plan file, or the data folder, in the system's own window",
    z.strictObject({ file: z.string().optional() }),
    Done,
  ),
  'plan.create': operation(
    'command',
    'Creates a plan file and opens it',
    z.strictObject({ name: PlanName, year: Year.optional(), policy: z.string().optional(), sample: z.boolean().default(false) }),
    PlanInfo,
  ),
  'plan.open': operation('command', 'Opens a plan file of the data folder', z.strictObject({ file: z.string() }), PlanInfo),
  'plan.close': operation('command', 'Closes the plan file', None, Done),
  'plan.useYear': operation('command', 'Chooses the year that is worked on; years.start adds one', z.strictObject({ year: Year }), Done),
  'plan.check': operation('query', 'Whether the plan is what its change log says, and its backups were made', None, z.array(Problem)),
  'plan.progress': operation('query', 'How far the year is, from its data to the file that is handed in', None, YearProgress),
  'plan.adoption': operation('query', 'What is looked at before the year is adopted, and whether it is', None, YearAdoption),
  'plan.adopt': operation(
    'command',
    'Keeps the present result of the year as adopted, and freezes the year',
    z.strictObject({ title: z.string().min(1).max(120) }),
    Adopted,
  ),
  /** year: left out, the current one. */
  'plan.takeBack': operation(
    'command',
    'Takes the adoption of a year back, so that it can be edited again',
    z.strictObject({ year: Year.optional(), reason: z.string().trim().min(1).max(500) }),
    Done,
  ),
  'plan.adopted': operation('query', 'Adopted plans', None, z.array(Adopted)),
  'plan.adoptedResult': operation('query', 'An adopted plan as it was', z.strictObject({ id: z.number().int() }), PlanResult),
} as const
