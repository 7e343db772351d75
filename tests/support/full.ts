/** The full run (`npm run full`): the same tests as `npm test`, those that draw at random with many more cases. */
export const full = process.env.QUANHENG_FULL === '1'

/** @returns how many cases a test tries: `few` in every run, `many` in the full one */
export const times = (few: number, many: number): number => (full ? many : few)
