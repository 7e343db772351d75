import type { Certificate } from '../model/certificate.ts'
import { fundOf } from './fund.ts'
import { hashFindings, manifestFindings } from './hashes.ts'
import { readStated } from './read.ts'
import { rowsFindings } from './rows.ts'
import { sumsFindings } from './subtotals.ts'
import { certificateLines, whole } from './sums.ts'

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
    ...rowsFindings(stated, fund),
    ...sumsFindings(stated, fund),
  ]
  return {
    format: 'quanheng-certificate',
    formatVersion: 1,
    holds: findings.length === 0 && lines.every((each) => each.differenceFen === 0),
    file,
    year: manifest.year,
    districts: [...new Set(result.communities.map((each) => each.district))],
    synthetic: manifest.synthetic,
    source: manifest.source,
    app: manifest.app,
    engine: manifest.engine,
    title: policy.title,
    communities: result.communities.length,
    undecided: result.communities.filter((each) => each.amountFen === null).length,
    totalFen: whole(result.totals.amountFen),
    previousFen: whole(result.totals.previousFen),
    policy: manifest.policy,
    packageHash: stated.packageHash,
    inputHash: manifest.inputHash,
    resultHash: manifest.resultHash,
    parts: stated.parts,
    lines,
    findings,
  }
}
