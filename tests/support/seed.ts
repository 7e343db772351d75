import fc from 'fast-check'

/**
 * Property tests draw the same cases in every run, so that a change is judged by itself and not by luck.
 * QUANHENG_SEED=random draws others, QUANHENG_SEED=number those of a failure found that way.
 */
const REGULAR_SEED = 20260101
const wanted = process.env.QUANHENG_SEED
if (wanted !== 'random') fc.configureGlobal({ seed: wanted ? Number(wanted) : REGULAR_SEED })
