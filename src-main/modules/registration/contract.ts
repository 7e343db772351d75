import { z } from 'zod'
import { File, None, operation, upload } from '../../contract/operation.ts'
import { CountPreview } from '../../model/count-preview.ts'
import { Community } from '../../model/plan.ts'
import { CHECK_COUNT_NAMES, Rate, REGISTER_COUNT_NAMES, REGISTER_PARTS, RegisterRow, SpotCheck } from '../../model/registration.ts'
import { FoundRate } from '../../model/target.ts'
import { Year } from '../../model/year.ts'

const Quarter = z.int().min(1).max(4)
const Rates = z.record(Rate, FoundRate.nullable())
const Tenants = z.object({ estimate: z.int().nullable(), low: z.int(), high: z.int().nullable() }).nullable()
const Counts = RegisterRow.omit({ key: true, quarter: true })
const Checks = SpotCheck.omit({ key: true, quarter: true })

/** What the register and the checks of a community say together, and what follows from them. */
const Found = {
  /** The last quarter of which each count is known; a part is of the quarter of its whole. */
  register: Counts,
  /** Sums of what is known. */
  checks: Checks,
  /** Of the checks of which all is known that the rate is made of. */
  rates: Rates,
}
/** Of several communities: sums of what is known. A part and its whole are of the communities whose part is known. */
const Together = {
  communities: z.int(),
  ...Found,
  /** Communities whose part is not known. */
  withoutPart: z.record(z.enum(REGISTER_PARTS), z.int()),
  /** The sum of the estimates; without: communities that have none, and are not in it. */
  tenants: z.object({ estimate: z.int().nullable(), without: z.int() }),
}

/** The housing register by quarter, and spot checks of it: counts only. */
export const registrationOperations = {
  'registration.get': operation(
    'query',
    'The register and the spot checks of a quarter as they are entered, and whether the policy names the class of the community; without a quarter: the last one of which anything is entered',
    z.strictObject({ quarter: Quarter.optional() }),
    z.object({
      year: Year,
      quarter: Quarter,
      rows: z.array(
        Community.extend({
          class: z.string().nullable(),
          /** Whether a target of the register holds for it, or may hold. */
          named: z.boolean(),
          register: RegisterRow.nullable(),
          check: SpotCheck.nullable(),
        }),
      ),
    }),
  ),
  'registration.account': operation(
    'query',
    'By community and place: the register, the rates that spot checks found with exact intervals, and the tenants that are present',
    None,
    z.object({
      year: Year,
      /** Communities that are named, and those of which something is entered. */
      communities: z.array(Community.extend({ class: z.string().nullable(), named: z.boolean(), ...Found, tenants: Tenants })),
      places: z.array(z.object({ district: z.string(), subdistrict: z.string().nullable(), ...Together })),
      total: z.object(Together),
    }),
  ),
  'registration.sample': operation(
    'query',
    'The smallest sample that proves a rate, where the share of cases that is expected among it tells against it',
    z.strictObject({ rate: Rate, bound: z.number().min(0).max(1), expected: z.number().min(0).max(1).default(0) }),
    /** persons: null where no sample proves it (isNever), or only one that is larger than anybody draws. */
    z.object({ persons: z.int().nullable(), cases: z.int(), isNever: z.boolean() }),
  ),
  'registration.enter': operation(
    'command',
    'Enters counts of the register and of spot checks, as they are typed into cells; counts only; all or none',
    z.strictObject({
      quarter: Quarter,
      cells: z
        .array(
          z.strictObject({ key: z.string(), field: z.enum([...REGISTER_COUNT_NAMES, ...CHECK_COUNT_NAMES]), text: z.string().max(200) }),
        )
        .min(1)
        .max(20_000),
    }),
    z.object({ entered: z.int() }),
  ),
  'registration.template': operation(
    'query',
    'A sheet to fill in register and spot checks of a quarter, with what is entered already',
    z.strictObject({ quarter: Quarter }),
    File,
  ),
  'registration.preview': operation(
    'query',
    'What the counts of a delivered sheet would change, which communities are not known, and what is refused and why',
    upload({ quarter: Quarter }),
    CountPreview,
  ),
  'registration.import': operation(
    'command',
    'Enters the counts of a delivered sheet as one step, all or none; an empty cell changes nothing',
    upload({ quarter: Quarter }),
    z.object({ entered: z.int(), unchanged: z.int() }),
  ),
} as const
