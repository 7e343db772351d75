export { default as RefusedEntries } from './RefusedEntries.vue'
export type { Refused } from './entries.ts'
