import { nothingOpen, openInMessage } from '../../model/open-counts.ts'
import type { Certificate } from '../../model/certificate.ts'
import type { Policy } from '../../model/policy.ts'
import type { Problem } from '../../model/problem.ts'
import { readPackage, writePackage } from '../../documents/package/index.ts'
import { appError } from '../../shared/app-error.ts'
import { verifyPackage } from '../../verifier/index.ts'
import type { SheetFacts } from './index.ts'
import { planResult } from '../../desk/plan-result.ts'
import { reproductionProblems } from '../../desk/package-check.ts'

/** A certificate by the independent verifier, and whether the engine of this program comes to the same result. */
export interface VerifiedPackage {
  certificate: Certificate
  problems: Problem[]
}

/**
 * Verifies a package without trusting the engine that made it, then computes it again.
 * @returns the certificate, and what is wrong: the verifier's findings first; none where all is well
 * @throws AppError package.notOurs, package.newer, package.damaged, package.pathOutside, package.partDiffers,
 *   package.partMissing, package.shape
 */
export function verifyPackageFile(bytes: Uint8Array, file: string): VerifiedPackage {
  const certificate = verifyPackage(bytes, file)
  return { certificate, problems: certificate.holds ? reproductionProblems(readPackage(bytes, file)) : certificate.findings }
}

/**
 * A package of the communities of a sheet, under a policy.
 * @param confirmed also while classes or amounts are undecided
 * @throws package.empty, package.undecided; the engine's named errors
 */
export function packageOfSheet(
  { facts, standard, dictionary, synthetic }: SheetFacts,
  policy: Policy,
  { year, app, confirmed }: { year: number; app: string; confirmed: boolean },
): Uint8Array {
  if (facts.length === 0) throw appError('package.empty')
  const communities = [...facts].sort((a, b) => (a.key < b.key ? -1 : 1))
  const result = planResult({ policy, dictionary: standard, facts: communities, overrides: [], own: [], year, synthetic })
  if (!nothingOpen(result.totals) && !confirmed) throw appError('package.undecided', openInMessage(result.totals))
  return writePackage({
    app,
    source: { kind: 'present' },
    policy,
    dictionary: { ...dictionary, indicators: standard },
    communities,
    overrides: [],
    unitChanges: [],
    ledger: [],
    result,
  })
}
