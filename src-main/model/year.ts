import { z } from 'zod'

/** A budget year. */
export const Year = z.number().int().min(1990).max(2200)
