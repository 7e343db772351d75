/**
 * What is open in a plan: communities without a class, and communities whose amount is unknown. A community may be in both, or in one of
 * them only: without a class and still with its money, or with a class and an indicator of the allocation missing.
 */
export interface OpenCounts {
  undecided: number
  /** Left out in results that were kept before the two were counted apart: `undecided` counts unknown amounts there. */
  amountUnknown?: number | undefined
}

/** @returns the communities that add nothing to the amounts */
export const amountsUnknownIn = ({ undecided, amountUnknown }: OpenCounts): number => amountUnknown ?? undecided

/** @returns whether nobody is without a class and every amount is known */
export const nothingOpen = (counts: OpenCounts): boolean => counts.undecided === 0 && amountsUnknownIn(counts) === 0

/** @returns both counts for a message, whose part about none is left out */
export const openInMessage = (counts: OpenCounts): { undecided: number | '-'; unknown: number | '-' } => ({
  undecided: counts.undecided || '-',
  unknown: amountsUnknownIn(counts) || '-',
})

/** Counts what is open among communities; a null is open. */
export const openAmong = (communities: readonly { class: string | null; amountFen: number | null }[]): Required<OpenCounts> => ({
  undecided: communities.filter((each) => each.class === null).length,
  amountUnknown: communities.filter((each) => each.amountFen === null).length,
})
