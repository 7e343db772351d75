import { z } from 'zod'

/** Letters and digits that are not mistaken for one another when read out on the telephone. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 6

/** The number by which a fault of ours is found in the log. */
export const Incident = z.string().regex(new RegExp(`^[${SIGNS}]{${LENGTH}}$`))

/** @param below gives a whole number from 0 to below its limit, by chance */
export const incidentNumber = (below: (limit: number) => number): string =>
  Array.from({ length: LENGTH }, () => SIGNS[below(SIGNS.length)]).join('')
