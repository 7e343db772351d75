/** The catalogue as a sheet, written and read; the work plan as a sheet. */
export { planSheet, type PlanLine } from './plan-sheet.ts'
export { readCatalogueSheet, type CatalogueRow } from './read.ts'
export { catalogueWorkbook } from './write.ts'
