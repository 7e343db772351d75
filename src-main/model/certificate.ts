import { z } from 'zod'
import { Fen } from './money.ts'
import { PackageConservation, PackageSource, PackageWhole, PolicyStamp } from './package.ts'
import { OwnPolicyNamed } from './plan.ts'
import { Problem } from './problem.ts'
import { Text } from './text.ts'

/**
 * What is added up and set against what. The first six against the total of all money; payer, component and district: the communities' own
 * parts against what is stated of that one, which the line names; steps: every line of every calculation; previous: last year's amounts;
 * conservation: what stands for last year now, with what has ended, against what last year had.
 */
export const CERTIFICATE_LINES = [
  'communities',
  'subdistricts',
  'districts',
  'classes',
  'payers',
  'components',
  'steps',
  'district',
  'payer',
  'component',
  'previous',
  'previousDistricts',
  'conservation',
] as const

/** Two sums that have to be equal, in fen, added up independently of the engine. */
export const CertificateLine = z.object({
  key: z.enum(CERTIFICATE_LINES),
  /** The payer, component or district that the line is about; null: all. */
  name: Text.nullable(),
  /** How many amounts were added. */
  addends: z.number().int(),
  sumFen: Fen,
  totalFen: Fen,
  differenceFen: Fen,
})
export type CertificateLine = z.infer<typeof CertificateLine>

/** That a package adds up, from the communities to the total, and is what its fingerprints say. */
export const Certificate = z.object({
  format: z.literal('quanheng-certificate'),
  formatVersion: z.literal(1),
  /** No line differs and nothing was found. */
  holds: z.boolean(),
  file: z.string(),
  year: z.number().int(),
  districts: z.array(z.string()),
  /** Districts under policies of their own; left out where there are none. */
  own: z.array(OwnPolicyNamed).optional(),
  synthetic: z.boolean(),
  source: PackageSource,
  app: z.string(),
  engine: z.string(),
  title: Text,
  communities: z.number().int(),
  /** Communities without a class, and those whose amount is unknown. */
  undecided: z.number().int(),
  amountUnknown: z.number().int(),
  totalFen: Fen,
  previousFen: Fen,
  /** What became of last year; null: there is no year before, or an older program has made the package. */
  conservation: PackageConservation.nullable(),
  /** The plan of which this is a part; left out where it is computed by itself. */
  whole: PackageWhole.optional(),
  policy: PolicyStamp,
  /** SHA-256 of the whole file, of facts and classes set by hand, and of the result. */
  packageHash: z.string(),
  inputHash: z.string(),
  resultHash: z.string(),
  /** Every part, hashed anew. */
  parts: z.array(z.object({ path: z.string(), sha256: z.string() })),
  lines: z.array(CertificateLine),
  /** Whatever is wrong, each with its place. */
  findings: z.array(Problem),
})
export type Certificate = z.infer<typeof Certificate>
