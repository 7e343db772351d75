/**
 * Income per head of the 32 states of Mexico in 1940, 1970 and 2000, with the region of each (Hanson 1998): the data on which the
 * PySAL project
 * publishes Gini's coefficient, Theil's T and its parts (inequality: Gini, Theil, TheilD; data set 'mexico').
 */
export const YEARS = [1940, 1970, 2000] as const
export const STATES: ReadonlyArray<{ incomes: readonly [number, number, number]; region: string }> = `
10384 16078 27782 2|22361 25321 29855 1|9573 24384 26103 2|3758 10274 36163 5|2934 7015 8684 5|8578 19178 30735 1|8537 20562 28460 1|6909 12551 21358 3
17816 32386 54349 4|12132 12700 17379 2|4359 11635 15585 3|2181 6497 11820 5|4414 7767 12348 3|5309 16288 21610 3|3408 17164 16322 4|3327 8109 11838 3
6936 13892 18170 3|4836 10880 11478 2|9073 28206 38672 1|1892 5230 9010 5|3569 9775 15685 3|11016 14073 26149 3|21965 17046 33442 5|4372 9721 15866 2
4840 14477 15242 2|6399 22662 24068 1|2459 9367 13360 5|7508 17128 23546 1|3605 6245 11701 3|5203 12240 12191 3|7990 11665 17509 5|3734 7426 11130 2
`
  .trim()
  .split(/[|\n]/)
  .map((line) => {
    const [first, second, third, region] = line.split(' ')
    return { incomes: [Number(first), Number(second), Number(third)], region: region! }
  })

/** As published, to the digits given there. */
export const PUBLISHED = {
  1940: { gini: 0.35372371173452849, total: 0.20894344, within: 0.17435454, between: 0.0345889 },
  1970: { gini: null, total: 0.10194725, within: 0.04263506, between: 0.05931219 },
  2000: { gini: null, total: 0.10660832, within: 0.0702496, between: 0.03635872 },
} as const
