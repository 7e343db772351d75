import type { z } from 'zod'
import type { Dictionary } from '../../model/indicator.ts'
import type {
  PackageAppeals,
  PackageCatalogue,
  PackageConservation,
  PackageLedger,
  PackageOwnPolicies,
  PackageRenovation,
  PackageManifest,
  PackageSource,
  PackageSpending,
  PackageTeams,
  PackageUnitChanges,
  PackageWhole,
} from '../../model/package.ts'
import type { CommunityFacts, Override, PlanResult } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'

/** A year's plan with everything from which it can be made again. Lists are in the order of the communities' keys. */
export interface PlanPackage {
  app: string
  source: PackageSource
  policy: Policy
  /** Without retired indicators: what the policy means. */
  dictionary: Dictionary
  communities: CommunityFacts[]
  overrides: Override[]
  /** In the order in which they were made. */
  unitChanges: z.infer<typeof PackageUnitChanges>
  ledger: z.infer<typeof PackageLedger>
  result: PlanResult
  /** Left out where the year has no catalogue. */
  catalogue?: PackageCatalogue | undefined
  /** Left out where the year has no project and no receipt. */
  spending?: PackageSpending | undefined
  /** Left out where nothing is asked of service teams. */
  teams?: PackageTeams | undefined
  /** Left out where no appeals are counted. */
  appeals?: PackageAppeals | undefined
  /** Left out where no courtyards are entered. */
  renovation?: PackageRenovation | undefined
  /** Left out where every district stands under the policy. */
  ownPolicies?: PackageOwnPolicies | undefined
  /** Left out where there is no year before. */
  conservation?: PackageConservation | undefined
  /** The plan of which the result is a part; left out where it is computed from the package alone. */
  whole?: PackageWhole | undefined
}

/** A package that was read, with the name of its file. `stated`: the result as it is written, every field of it. */
export interface ReadPackage extends PlanPackage {
  file: string
  manifest: PackageManifest
  stated: unknown
}
