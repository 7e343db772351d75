export type { PlanPackage, ReadPackage } from './content.ts'
export { partsOf } from './parts.ts'
export { readPackage } from './read.ts'
export { packageName, writePackage } from './write.ts'
