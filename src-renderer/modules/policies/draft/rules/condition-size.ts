import { partsOf, type Condition } from '../../../../../src-main/model/condition.ts'

/** @returns how many conditions there are, groups and "not" included: as many as a rule's counts have entries */
export const sizeOf = (condition: Condition): number => partsOf(condition).reduce((sum, part) => sum + sizeOf(part), 1)

/** @returns where each part stands in the counts, the first one at `from` */
export function startOfParts(parts: readonly Condition[], from: number): number[] {
  let at = from
  return parts.map((part) => {
    const own = at
    at += sizeOf(part)
    return own
  })
}
