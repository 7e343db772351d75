import type { Module } from '../../desk/module.ts'
import type { importsOperations } from './contract.ts'
import { importRows } from './log.ts'
import { imports } from './service.ts'
import { templates } from './templates.ts'

export { countPreview, deliveredCounts, type ComparedCount, type DeliveredCount, type DeliveredCounts } from './counts.ts'
export { answerOfPart } from './answers.ts'
export { deliveriesOf, partOf, placeOf, type DeliveredRow, type Delivery, type Part } from './deliveries.ts'
export { communityFinder } from './finder.ts'
export { blankPlacesFirst } from './templates.ts'

export const importsModule = { service: (desk) => ({ ...imports(desk), ...templates(desk) }), rows: importRows } satisfies Module<
  keyof typeof importsOperations
>
