import { warning, type Problem } from '../model/problem.ts'
import type { Certificate } from '../model/certificate.ts'
import { fundOf, fundsOf } from './fund.ts'
import { hashFindings, manifestFindings } from './hashes.ts'
import { readStated, type Stated } from './read.ts'
import { rowsFindings } from './rows.ts'
import { sumsFindings } from './subtotals.ts'
import { certificateLines, lineFindings, whole } from './sums.ts'

/** What of last year is not accounted for, as the package itself says: a doubt of its sender, not a fault of the file. */
const gapFindings = ({ file, manifest }: Stated): Problem[] =>
  (manifest.conservation?.gaps ?? []).map(({ kind, names, keys, expectedFen, foundFen }) => {
    const { last } = manifest.conservation!
    const params = { names: names.join('、'), year: manifest.year, last }
    const place = { file, community: names[0] ?? '', key: keys[0] ?? '' }
    if (kind === 'lost') return warning('plan.unitLost', { ...params, ...(expectedFen === null ? {} : { expectedFen }) }, place)
    if (kind === 'unexplained') return warning('plan.unitUnexplained', params, place)
    return warning('plan.moneyNotFound', { ...params, expectedFen: expectedFen ?? 0, foundFen: foundFen ?? 0 }, place)
  })

/**
 * Verifies a plan package by itself: hashes every part, adds up every sum from the rows, and looks at each row. It shares no code with the
 * engine, so that a fault of the engine does not hide itself.
 * @param file name of the file, for the words
 * @returns the certificate; it holds where no line differs and nothing was found
 * @throws AppError package.notOurs, package.newer, package.damaged, package.pathOutside, package.partDiffers,
 *   package.partMissing, package.shape
 */
export function verifyPackage(bytes: Uint8Array, file: string): Certificate {
  const stated = readStated(bytes, file)
  const { manifest, policy, result } = stated
  const fund = fundOf(policy)
  const lines = certificateLines(stated, fund)
  const findings = [
    ...stated.findings,
    ...hashFindings(stated),
    ...manifestFindings(stated),
    ...rowsFindings(stated, fundsOf(policy, stated.ownPolicies)),
    ...sumsFindings(stated, fund),
    ...gapFindings(stated),
  ]
  // Whatever does not agree is said in words: a line that differs where nothing else was found is a finding of its own.
  if (findings.length === 0) findings.push(...lineFindings(lines, file))
  return {
    format: 'quanheng-certificate',
    formatVersion: 1,
    holds: findings.length === 0,
    file,
    year: manifest.year,
    districts: [...new Set(result.communities.map((each) => each.district))],
    synthetic: manifest.synthetic,
    source: manifest.source,
    app: manifest.app,
    engine: manifest.engine,
    title: policy.title,
    ...(result.own !== undefined && { own: result.own }),
    communities: result.communities.length,
    undecided: result.communities.filter((each) => each.class === null).length,
    amountUnknown: result.communities.filter((each) => each.amountFen === null).length,
    totalFen: whole(result.totals.amountFen),
    previousFen: whole(result.totals.previousFen),
    conservation: manifest.conservation ?? null,
    ...(manifest.whole !== undefined && { whole: manifest.whole }),
    policy: manifest.policy,
    packageHash: stated.packageHash,
    inputHash: manifest.inputHash,
    resultHash: manifest.resultHash,
    parts: stated.parts,
    lines,
    findings,
  }
}
