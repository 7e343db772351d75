import { z } from 'zod'
import { PlanName } from '../../contract/desk.ts'
import { File, None, operation, Outgoing, Task, upload } from '../../contract/operation.ts'
import { Certificate } from '../../model/certificate.ts'
import { Fen } from '../../model/money.ts'
import { RollupPreview, RollupState } from '../../model/package.ts'
import { Problem } from '../../model/problem.ts'

/** The adopted plan of this number instead of the year as it stands. */
const Adopted = { adopted: z.number().int().optional() }

/** Packages of a year's plan, their merging, and the certificate that they add up. */
export const rollupOperations = {
  /** districts: only these, computed by themselves; confirmed: also while classes or amounts are undecided. */
  'package.export': operation(
    'query',
    "The year's plan as one file for another machine",
    z
      .strictObject({ ...Adopted, ...Outgoing, districts: z.array(z.string()).min(1).optional(), confirmed: z.boolean().default(false) })
      .refine((input) => input.adopted === undefined || input.districts === undefined, { message: 'adopted | districts' }),
    File,
  ),
  /** name of the new plan; left out: as the package is called. problems: where the plan is not the package, byte for byte. */
  'package.open': operation(
    'command',
    'Makes a package a plan of its own, under its own policy, and opens it',
    upload({ name: PlanName.optional() }),
    z.object({ file: z.string(), name: z.string(), problems: z.array(Problem) }),
  ),
  /** kept: districts that keep their own policy and result, as it was delivered; all others are computed by the year's policy. */
  'rollup.preview': operation(
    'query',
    'Reads plan packages and says what they would change together',
    z.strictObject({ files: z.array(upload({})).min(1).max(200), kept: z.array(z.string()).default([]), ...Task }),
    RollupPreview,
  ),
  /** confirmed: the warnings of the preview were read. */
  'rollup.apply': operation(
    'command',
    'Merges previewed packages into the year as one step, all or nothing',
    z.strictObject({ id: z.string(), confirmed: z.boolean().default(false), ...Task }),
    z.object({ packages: z.number().int(), added: z.number().int(), changed: z.number().int(), removed: z.number().int() }),
  ),
  'rollup.list': operation('query', 'Packages that were merged into the year, and districts that have not delivered', None, RollupState),
  /** beforeFen, afterFen: what the district has by its own policy, and by the year's; null: it can't be computed. */
  'rollup.endKept': operation(
    'command',
    "Computes a district by the year's policy that has stood under its own",
    z.strictObject({ district: z.string() }),
    z.object({ beforeFen: Fen.nullable(), afterFen: Fen.nullable() }),
  ),
  'certificate.get': operation(
    'query',
    'That communities, subdistricts, districts, payers and components add up to the total',
    z.strictObject(Adopted),
    Certificate,
  ),
} as const
