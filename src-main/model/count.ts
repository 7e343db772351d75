/** More than anybody counts in a community is a slip, typed, delivered or in a package. */
export const LARGEST_COUNT = 10_000_000
