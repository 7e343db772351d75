/** @returns a share that is no share any more, cut to the whole: nobody takes back more than there is */
export const asShare = (typed: number): number => Math.min(1, Math.max(0, typed))
