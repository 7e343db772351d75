import { z } from 'zod'
import { AppealCount, AppealSubjects } from './appeal.ts'
import { CatalogueException, CatalogueItem, MeasureCount, ServiceOffer, TargetCount } from './catalogue.ts'
import { IndicatorValue } from './indicator.ts'
import { Project, ProjectEvent, ProjectRules } from './project.ts'
import { Instalments, Receipt } from './receipt.ts'
import { Fen, FenNotNegative } from './money.ts'
import { DutyCount, TeamPost, TeamSettings, TeamStaff } from './teams.ts'
import { Year } from './year.ts'
import { CommunityFacts, Override, Subtotal } from './plan.ts'
import { Policy } from './policy.ts'
import { Problem } from './problem.ts'
import { RegisterRow, SpotCheck } from './registration.ts'
import { RenovationLot, RenovationMoney, RenovationSettings } from './renovation.ts'
import { Text } from './text.ts'
import { ConservationGap, UnitChange } from './units.ts'

/** How the name of a plan package ends. */
export const PACKAGE_EXTENSION = '.quanheng-package'
/**
 * 2: with what became of last year; 3: a part of a larger plan; 4: with the catalogue of measures, tasks and services; 5: with those of
 * the further parts that its manifest names; 6: with further parts that the fifth did not have; 7: with districts under policies
 * of their own. A package is written as the oldest that holds what it has to say, so that older programs read it.
 */
export const PACKAGE_FORMAT_VERSION = 7
/** The version in which appeals and the renovation of courtyards are there. */
export const MORE_PARTS_VERSION = 6
/** The version in which the first further parts beside the catalogue are there. */
export const FURTHER_VERSION = 5
/** The version in which the catalogue is there, and no other further part. */
export const CATALOGUE_VERSION = 4

/** The parts of a package in the order in which they lie in it; the manifest is the first. */
export const PACKAGE_MANIFEST = 'manifest.json'
export const PACKAGE_PARTS = [
  'policy.json',
  'dictionary.json',
  'communities.json',
  'overrides.json',
  'unit-changes.json',
  'ledger.json',
  'result.json',
] as const
/** Parts that a package has only where there is something to say. */
export const CATALOGUE_PART = 'catalogue.json'
export const SPENDING_PART = 'spending.json'
export const TEAMS_PART = 'teams.json'
export const APPEALS_PART = 'appeals.json'
export const RENOVATION_PART = 'renovation.json'
export const OWN_POLICIES_PART = 'district-policies.json'
export const FURTHER_PARTS = [CATALOGUE_PART, SPENDING_PART, TEAMS_PART, APPEALS_PART, RENOVATION_PART, OWN_POLICIES_PART] as const
export type PackagePart = (typeof PACKAGE_PARTS)[number] | (typeof FURTHER_PARTS)[number]
/** @returns the parts that a package of that version has, each once, in their order. @param named those that its manifest names */
export function partsOfVersion(version: PackageManifest['formatVersion'], named: readonly string[]): readonly PackagePart[] {
  if (version < CATALOGUE_VERSION) return PACKAGE_PARTS
  if (version === CATALOGUE_VERSION) return [...PACKAGE_PARTS, CATALOGUE_PART]
  return [...PACKAGE_PARTS, ...FURTHER_PARTS.filter((each) => named.includes(each))]
}

/** As many gaps are named. */
export const MOST_GAPS = 10
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')

/** What the package was made from: the plan as it stood, or an adopted plan with its title and the time of its adoption (ISO). */
export const PackageSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('present') }),
  z.strictObject({ kind: z.literal('adopted'), title: z.string(), adopted: z.string() }),
])
export type PackageSource = z.infer<typeof PackageSource>

export const PolicyStamp = z.strictObject({ id: z.string(), version: z.string(), hash: z.string() })

/**
 * What became of last year's communities and money, as the sender's plan has it. lastFen: last year's money; null: not known, or the
 * package is about some districts only. gaps: what is not accounted for, the first of `count`.
 */
export const PackageConservation = z.strictObject({
  last: Year,
  basis: z.enum(['adopted', 'ledger', 'none']),
  communities: z.number().int().min(0),
  lastFen: Fen.nullable(),
  count: z.number().int().min(0),
  gaps: z.array(ConservationGap.strict()).max(MOST_GAPS),
})
export type PackageConservation = z.infer<typeof PackageConservation>

/** The plan of which a package's result is a part: its amounts were shared out among all of these communities. */
export const PackageWhole = z.strictObject({ communities: z.number().int().min(1), amountFen: Fen, inputHash: Sha256 })
export type PackageWhole = z.infer<typeof PackageWhole>

/** The first part of a package: what it is about, and the length (bytes) and SHA-256 of every other part. */
export const PackageManifest = z.strictObject({
  format: z.literal('quanheng-package'),
  formatVersion: z.union([
    z.literal(1),
    z.literal(2),
    z.literal(3),
    z.literal(CATALOGUE_VERSION),
    z.literal(FURTHER_VERSION),
    z.literal(MORE_PARTS_VERSION),
    z.literal(PACKAGE_FORMAT_VERSION),
  ]),
  app: z.string(),
  engine: z.string(),
  year: Year,
  /** In the order of their signs, so that the same content has the same bytes. */
  districts: z.array(z.string()).min(1),
  synthetic: z.boolean(),
  source: PackageSource,
  policy: PolicyStamp,
  inputHash: Sha256,
  resultHash: Sha256,
  communities: z.number().int().min(1),
  undecided: z.number().int().min(0),
  /** Left out in packages of before, as in their result: see model/open-counts. */
  amountUnknown: z.number().int().min(0).optional(),
  amountFen: Fen,
  /** Left out where there is no year before, and by older programs. */
  conservation: PackageConservation.optional(),
  /** Left out where the result is computed from the package alone. */
  whole: PackageWhole.optional(),
  parts: z.array(z.strictObject({ path: z.string(), bytes: z.number().int().min(0), sha256: Sha256 })),
})
export type PackageManifest = z.infer<typeof PackageManifest>

/** As a plan file can hold them: a package made by hand may not bring in what the app itself never writes. */
export const PackageCommunities = z.array(
  CommunityFacts.extend({
    key: z.string().min(1),
    code: z.string().regex(/^(\d{12})?$/, 'code'),
    name: z.string().min(1),
    previousClass: z.string().min(1).nullable(),
  }).strict(),
)
/** Classes set by hand with those that have expired; changes of the map without their numbers, which belong to one plan only. */
export const PackageOverrides = z.array(Override.extend({ class: z.string().min(1) }).strict())
export const PackageUnitChanges = z.array(UnitChange.omit({ id: true }).extend({ date: z.iso.date(), endedFen: FenNotNegative }))
export const PackageLedger = z.array(
  z.strictObject({
    key: z.string(),
    allocatedFen: FenNotNegative.nullable(),
    spentFen: FenNotNegative.nullable(),
    carriedFen: FenNotNegative.nullable(),
  }),
)

/** The year's version of the catalogue, and what was decided and counted of it for the package's communities. */
export const PackageCatalogue = z.strictObject({
  items: z.array(CatalogueItem),
  exceptions: z.array(CatalogueException),
  counts: z.array(MeasureCount),
  offers: z.array(ServiceOffer),
  /** What targets are held against; each left out where there is nothing of it. */
  presents: z.array(TargetCount).min(1).optional(),
  register: z.array(RegisterRow).min(1).optional(),
  checks: z.array(SpotCheck).min(1).optional(),
})
export type PackageCatalogue = z.infer<typeof PackageCatalogue>

/** The year's project register and receipts of the package's communities, with what was asked of projects. */
export const PackageSpending = z.strictObject({
  projects: z.array(Project.extend({ events: z.array(ProjectEvent) })),
  receipts: z.array(Receipt),
  rules: ProjectRules,
  instalments: Instalments,
})
export type PackageSpending = z.infer<typeof PackageSpending>

/** The year's service teams: what is asked of them, their officers and duties, and which of them the package's communities have. */
export const PackageTeams = z.strictObject({
  settings: TeamSettings,
  staff: z.array(TeamStaff.strict()),
  /** Officers of today's teams; left out where they are not known. */
  today: z.array(TeamStaff.strict()).optional(),
  posts: z.array(TeamPost),
  duties: z.array(DutyCount),
})
export type PackageTeams = z.infer<typeof PackageTeams>

/** The year's appeals of the package's communities, with the subjects that they are counted under. */
export const PackageAppeals = z.strictObject({ subjects: AppealSubjects, counts: z.array(AppealCount).min(1) })
export type PackageAppeals = z.infer<typeof PackageAppeals>

/** The year's courtyards to be renovated and the money for them, of the package's communities, with the kinds that they are counted under. */
export const PackageRenovation = z.strictObject({
  settings: RenovationSettings,
  lots: z.array(RenovationLot),
  money: z.array(RenovationMoney),
})
export type PackageRenovation = z.infer<typeof PackageRenovation>

/**
 * That a package was computed by another policy than the year has: whether its districts keep that and their result, else they are computed
 * by the year's. refusal: why they can't keep it; null: they can. byPlanFen: by the year's policy; null: it can't be computed.
 */
export const OwnPolicyChoice = z.object({
  name: Text,
  version: z.string(),
  isKept: z.boolean(),
  refusal: Problem.nullable(),
  districts: z.array(z.object({ district: z.string(), statedFen: Fen, byPlanFen: Fen.nullable() })),
})
export type OwnPolicyChoice = z.infer<typeof OwnPolicyChoice>

/** The policies of districts that stand under their own: each with the fingerprint and the package with which it came. */
export const PackageOwnPolicies = z
  .array(z.strictObject({ district: z.string().min(1), policy: Policy, hash: Sha256, file: z.string().min(1) }))
  .min(1)
export type PackageOwnPolicies = z.infer<typeof PackageOwnPolicies>

/** A package among several that are opened together. */
export const RollupPackage = z.object({
  file: z.string(),
  /** null: it can't be read, and its problems say why. */
  content: z
    .object({
      districts: z.array(z.string()),
      year: z.number().int(),
      app: z.string(),
      engine: z.string(),
      synthetic: z.boolean(),
      source: PackageSource,
      policy: PolicyStamp,
      communities: z.number().int(),
      undecided: z.number().int(),
      amountUnknown: z.number().int().optional(),
      amountFen: Fen,
      whole: PackageWhole.optional(),
      inputHash: z.string(),
      resultHash: z.string(),
    })
    .nullable(),
  /**
   * 'new': of these districts none was merged before; 'replaces': another one was; 'same': this very content was. null where it
   * can't be read.
   */
  standing: z.enum(['new', 'replaces', 'same']).nullable(),
  /** Name for a plan of its own that no plan file has yet; null where it can't be read. */
  planName: z.string().nullable(),
  /** null: it has the year's policy, or can't be read. */
  own: OwnPolicyChoice.nullable(),
  problems: z.array(Problem),
})
export type RollupPackage = z.infer<typeof RollupPackage>

/**
 * What merging would do to a community; fields: indicators, previousAmount (fen), previousClass, override, and the ledger's
 * amounts (fen).
 */
export const RollupChange = z.object({
  kind: z.enum(['added', 'changed', 'removed']),
  key: z.string(),
  name: z.string(),
  district: z.string(),
  subdistrict: z.string(),
  fields: z.array(z.object({ field: z.string(), before: IndicatorValue, after: IndicatorValue })),
})
export type RollupChange = z.infer<typeof RollupChange>

/** As many changes are listed; `counts` knows all of them. */
export const MOST_ROLLUP_CHANGES = 500

/**
 * Totals of a district after merging. previousFen: null: nobody's amount of last year is known; statedFen: what its package says, null: no
 * package of these is about it.
 */
export const RollupDistrict = Subtotal.pick({ district: true, count: true, undecided: true, amountUnknown: true, amountFen: true }).extend({
  previousFen: Fen.nullable(),
  statedFen: Fen.nullable(),
})
export type RollupDistrict = z.infer<typeof RollupDistrict>

/**
 * What several packages would change together. Nothing is changed until it is applied; with an error not at all, with warnings
 * only once they are confirmed.
 */
export const RollupPreview = z.object({
  id: z.string(),
  year: z.number().int(),
  packages: z.array(RollupPackage),
  counts: z.object({ added: z.number().int(), changed: z.number().int(), removed: z.number().int(), unchanged: z.number().int() }),
  changes: z.array(RollupChange),
  /** Empty where something is in the way of the result. */
  districts: z.array(RollupDistrict),
  /** amountFen and previousFen of the merged result; statedFen: the sum of what the packages say. */
  total: Subtotal.pick({ count: true, undecided: true, amountUnknown: true })
    .extend({ amountFen: Fen, previousFen: Fen.nullable(), statedFen: Fen })
    .nullable(),
  problems: z.array(Problem),
  errors: z.number().int(),
  warnings: z.number().int(),
})
export type RollupPreview = z.infer<typeof RollupPreview>

/** A package as the city's plan remembers it, one for each of its districts. */
export const MergedPackage = z.object({
  year: z.number().int(),
  district: z.string(),
  file: z.string(),
  app: z.string(),
  policy: PolicyStamp,
  inputHash: z.string(),
  resultHash: z.string(),
  communities: z.number().int(),
  amountFen: Fen,
  /** Fingerprint of all parts together; null: merged by a program that did not remember it. */
  partsHash: z.string().nullable(),
})
export type MergedPackage = z.infer<typeof MergedPackage>

/**
 * A district that stands under its own policy. amountFen: what it has by that; byPlanFen: what it would have by the year's policy. null: it
 * can't be computed.
 */
export const KeptDistrict = z.object({
  district: z.string(),
  name: Text,
  version: z.string(),
  amountFen: Fen.nullable(),
  byPlanFen: Fen.nullable(),
})
export type KeptDistrict = z.infer<typeof KeptDistrict>

/** Which districts have delivered their package for the year, and which of those that the plan knows from this year or another have not. */
export const RollupState = z.object({
  year: z.number().int(),
  lastYear: z.number().int().nullable(),
  merged: z.array(MergedPackage),
  kept: z.array(KeptDistrict),
  missing: z.array(z.string()),
})
export type RollupState = z.infer<typeof RollupState>
