import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import { PREVIOUS_AMOUNT, PREVIOUS_CLASS } from './grid-content.ts'

/** @returns what a community is sorted by in a column; null where it is unknown. */
export function sortValue(community: CommunityFacts, column: string): string | number | null {
  switch (column) {
    case 'name':
    case 'district':
    case 'subdistrict':
      return community[column]
    case PREVIOUS_AMOUNT:
      return community.previousFen
    case PREVIOUS_CLASS:
      return community.previousClass
    default:
      return community.values[column] ?? null
  }
}
