import type { Condition } from '../../../../../src-main/model/policy.ts'

/** @returns how many conditions there are, groups and "not" included: as many as a rule's counts have entries */
export function sizeOf(condition: Condition): number {
  if (condition.kind === 'not') return 1 + sizeOf(condition.of)
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.reduce((sum, part) => sum + sizeOf(part), 1)
  return 1
}

/** @returns where each part stands in the counts, the first one at `from` */
export function startOfParts(parts: readonly Condition[], from: number): number[] {
  let at = from
  return parts.map((part) => {
    const own = at
    at += sizeOf(part)
    return own
  })
}
