/** Communities that merge, split or go, and that all of them and their money are accounted for. */
export { conservation } from './conservation.ts'
export { mergeFacts } from './merge.ts'
export { splitFacts } from './split.ts'
