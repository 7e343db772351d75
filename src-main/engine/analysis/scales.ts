import { isMeasured } from '../../model/indicator.ts'
import { quantile } from '../indicators/quantile.ts'
import type { FactColumns } from '../columns/facts.ts'

/**
 * How much of an indicator counts as one, so that a change of people can be compared with one of a share: the distance between
 * the quartiles of the
 * communities' own values (the interquartile range, which a few giants don't stretch); where over half of them are alike, the whole range.
 * @returns for each number or share that is delivered and differs between communities its scale, in the indicator's unit; others have none
 */
export function scalesOf({ table, vocabulary }: FactColumns): Map<string, number> {
  const scales = new Map<string, number>()
  for (const { key } of vocabulary.delivered.filter(isMeasured)) {
    const known = table.columns
      .get(key)!
      .filter((value) => !Number.isNaN(value))
      .sort()
    if (known.length === 0) continue
    const quartiles = quantile(known, 0.75) - quantile(known, 0.25)
    const scale = quartiles > 0 ? quartiles : known.at(-1)! - known[0]!
    if (scale > 0) scales.set(key, scale)
  }
  return scales
}
