import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  OWN_POLICIES_PART,
  PACKAGE_FORMAT_VERSION,
  PACKAGE_MANIFEST,
  partsOfVersion,
  PackageLedger,
  PackageManifest,
  PackageOverrides,
  PackageOwnPolicies,
  PackageUnitChanges,
} from '../model/package.ts'
import { CommunityFacts, OwnPolicyNamed } from '../model/plan.ts'
import { Policy } from '../model/policy.ts'
import { problem, type Problem } from '../model/problem.ts'
import { AppError, appError } from '../shared/app-error.ts'
import { schemaProblems } from '../shared/schema-problems.ts'
import { readStoredZip } from '../shared/stored-zip.ts'

/** Amounts may be any number here: that they are whole and not negative is for the verifier to find. */
const Amount = z.number()
const Amounts = z.record(z.string(), Amount)
const Place = { key: z.string(), code: z.string(), name: z.string(), district: z.string(), subdistrict: z.string() }

/** A community of the stated result, as far as the verifier reads it. */
export const StatedRow = z.looseObject({
  ...Place,
  class: z.string().nullable(),
  policyClass: z.string().nullable(),
  previousClass: z.string().nullable(),
  amountFen: Amount.nullable(),
  previousFen: Amount.nullable(),
  cityFen: Amount.nullable(),
  districtFen: Amount.nullable(),
  paid: Amounts.nullable().optional(),
  componentFen: Amounts.nullable().optional(),
  reserveFen: Amount.nullable().optional(),
  trace: z.array(z.object({ step: z.string(), fen: Amount })),
})
export type StatedRow = z.infer<typeof StatedRow>
const money = {
  undecided: z.number(),
  amountUnknown: z.number().optional(),
  amountFen: Amount,
  previousFen: Amount,
  cityFen: Amount.nullable(),
  districtFen: Amount.nullable(),
  paid: Amounts.nullable().optional(),
  componentFen: Amounts.optional(),
  reserveFen: Amount.optional(),
}
export const StatedSums = z.looseObject({ district: z.string(), subdistrict: z.string().nullable(), count: z.number(), ...money })
export type StatedSums = z.infer<typeof StatedSums>

/** The stated result: what is to be re-added. */
export const StatedResult = z.looseObject({
  year: z.number(),
  engine: z.string(),
  policy: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
  own: z.array(OwnPolicyNamed).optional(),
  input: z.object({ rows: z.number(), hash: z.string(), synthetic: z.boolean() }),
  totals: z.looseObject({
    communities: z.number(),
    ...money,
    byClass: z.record(z.string(), z.object({ count: z.number(), amountFen: Amount, previousFen: Amount })),
  }),
  districts: z.array(StatedSums),
  subdistricts: z.array(StatedSums),
  communities: z.array(StatedRow),
  flows: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), count: z.number(), fen: Amount })),
  guarantees: z.array(z.looseObject({ step: z.string(), costFen: Amount })).optional(),
  transfers: z.array(z.object({ step: z.string(), from: z.string(), to: z.string(), fen: Amount })).optional(),
})
export type StatedResult = z.infer<typeof StatedResult>

/** A package taken apart. `document`: the result as it is written. */
export interface Stated {
  file: string
  manifest: PackageManifest
  policy: Policy
  ownPolicies: z.infer<typeof PackageOwnPolicies>
  facts: CommunityFacts[]
  overrides: z.infer<typeof PackageOverrides>
  ledger: z.infer<typeof PackageLedger>
  unitChanges: z.infer<typeof PackageUnitChanges>
  result: StatedResult
  document: unknown
  packageHash: string
  parts: { path: string; sha256: string }[]
  findings: Problem[]
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Takes a package apart and hashes every part anew.
 * @throws AppError package.notOurs, package.newer, package.damaged, package.pathOutside, package.partDiffers, package.partMissing,
 *   package.shape: what can't be read can't be verified
 */
export function readStated(bytes: Uint8Array, file: string): Stated {
  const list = readStoredZip(bytes, file, PACKAGE_MANIFEST)
  const archive = new Map(list.map((part) => [part.path, part.bytes]))
  const document = (path: string): unknown => {
    const content = archive.get(path)
    if (content === undefined) throw appError('package.partMissing', { file, value: path }, { file, path })
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)) as unknown
    } catch (cause) {
      throw appError('package.shape', { file, expected: 'JSON' }, { file, path }, cause)
    }
  }
  const read = <S extends z.ZodType>(schema: S, path: string): z.output<S> => {
    const content = document(path)
    const parsed = schema.safeParse(content)
    if (parsed.success) return parsed.data
    throw new AppError(
      schemaProblems('package.shape', parsed.error, content).map((each) => ({
        ...each,
        params: { ...each.params, file },
        place: { file, path: `${path}${each.place.path ?? ''}` },
      })),
    )
  }
  refuseStrangers(document(PACKAGE_MANIFEST), file)
  const manifest = read(PackageManifest, PACKAGE_MANIFEST)
  const parts = list
    .filter(({ path }, position) => position > 0 || path !== PACKAGE_MANIFEST)
    .map((part) => ({ path: part.path, sha256: sha256(part.bytes) }))
  return {
    file,
    manifest,
    policy: read(Policy, 'policy.json'),
    ownPolicies: archive.has(OWN_POLICIES_PART) ? read(PackageOwnPolicies, OWN_POLICIES_PART) : [],
    facts: read(z.array(CommunityFacts), 'communities.json'),
    overrides: read(PackageOverrides, 'overrides.json'),
    ledger: read(PackageLedger, 'ledger.json'),
    unitChanges: read(PackageUnitChanges, 'unit-changes.json'),
    result: read(StatedResult, 'result.json'),
    document: document('result.json'),
    packageHash: sha256(bytes),
    parts,
    findings: partFindings(parts, manifest, file),
  }
}

function refuseStrangers(manifest: unknown, file: string): void {
  const { format, formatVersion } = (manifest ?? {}) as Partial<Record<string, unknown>>
  if (format !== 'quanheng-package') throw appError('package.notOurs', { file }, { file })
  if (typeof formatVersion === 'number' && formatVersion > PACKAGE_FORMAT_VERSION)
    throw appError('package.newer', { file, value: formatVersion, limit: PACKAGE_FORMAT_VERSION }, { file })
}

/** Each part once, of the names that a package has, and as the manifest says. */
function partFindings(parts: Stated['parts'], { parts: named, formatVersion }: PackageManifest, file: string): Problem[] {
  const known: readonly string[] = partsOfVersion(
    formatVersion,
    named.map((each) => each.path),
  )
  return [
    ...parts
      .filter(({ path }) => !known.includes(path))
      .map(({ path }) => problem('package.partUnknown', { file, value: path }, { file, path })),
    ...known
      .filter((path) => [named, parts].some((list) => list.filter((each) => each.path === path).length !== 1))
      .map((path) => problem('package.partMissing', { file, value: path }, { file, path })),
    ...parts
      .filter(({ path, sha256: hash }) => named.some((each) => each.path === path && each.sha256 !== hash))
      .map(({ path }) => problem('package.partDiffers', { file, value: path }, { file, path })),
  ]
}
