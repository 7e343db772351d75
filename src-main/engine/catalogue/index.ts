/** What a class decides by lists: the catalogue resolved over classes and indicators, and the account of its tasks. */
export { burdenBy, burdenByPlace, burdenOf, burdenOfAll, burdensOf } from './burden.ts'
export { isProvedAtMost, neededAtMost } from '../statistics/index.ts'
export { casesAllowed, CONFIDENCE, rateFound, tenantsPresent, type TenantsPresent } from './rates.ts'
export { compiledOver } from './compiled-over.ts'
export { targetsByPlace, targetSum } from './targets.ts'
export { compileCatalogue, CONSENT, NO, OPEN, YES, type CompiledCatalogue } from './resolve.ts'
