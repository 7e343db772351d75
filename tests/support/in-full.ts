import { it } from 'vitest'
import { full } from './full.ts'

/** A test of the full run: `npm test` keeps the promise by another one beside it, in another form. */
export const inFull = (full ? it : () => undefined) as typeof it
