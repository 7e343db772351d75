import type { Indicator } from '../../model/indicator.ts'
import type { CommunityFacts, Override } from '../../model/plan.ts'
import { tableOf, type Table } from '../indicators/table.ts'
import { vocabularyOf, type Vocabulary } from '../indicators/vocabulary.ts'
import { ownRowsOf, type OwnPolicy, type OwnRows } from './own-policies.ts'

/** A year's facts as columns, one row a community. Made once; any number of policies run over it, and none writes to it. */
export interface FactColumns {
  /** In the order of community codes. */
  facts: CommunityFacts[]
  vocabulary: Vocabulary
  table: Table
  /** Last year's amount in fen as delivered; NaN where there is none. */
  previous: Float64Array
  /** Whether anybody's amount of last year is delivered. */
  previousDelivered: boolean
  /** Classes set by hand, by community key. */
  overrides: Map<string, Override>
  /** The districts that stand under policies of their own. */
  own: readonly OwnRows[]
}

/** Communities with a code come first, in its order; the order decides ties, never the order of delivery. */
const inOrder = (a: CommunityFacts, b: CommunityFacts): number =>
  Number(a.code === '') - Number(b.code === '') || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/**
 * @param indicators the dictionary's and those of the policies that will run
 * @param delivered the communities with what is known of them, in any order
 * @param overrides classes set by hand; whether the class exists is the policy's to say
 * @param own districts that stand under policies of their own, each once; whatever policy runs over the columns, it is not about them
 */
export function factColumns(
  indicators: Indicator[],
  delivered: CommunityFacts[],
  overrides: Override[],
  own: readonly OwnPolicy[] = [],
): FactColumns {
  const facts = [...delivered].sort(inOrder)
  const vocabulary = vocabularyOf(indicators)
  return {
    facts,
    vocabulary,
    table: tableOf(facts, vocabulary),
    overrides: new Map(overrides.map((each) => [each.key, each])),
    previous: Float64Array.from(facts, (each) => each.previousFen ?? Number.NaN),
    previousDelivered: facts.some((each) => each.previousFen !== null),
    own: ownRowsOf(facts, own),
  }
}
