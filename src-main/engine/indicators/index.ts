/** Values of indicators: vocabulary, validity, formulas, grids and unusual values. */
export { formulaKeys, parseFormula, FormulaError } from './formula.ts'
export { stepOf, gridCeiling, gridFloor } from './grid.ts'
export { outliersAgainstLastYear, outliersWithinClass } from './outliers.ts'
export { decode, tableOf, emptyTable } from './table.ts'
export { checkRelations, checkValue } from './validity.ts'
export { vocabularyOf, type Vocabulary } from './vocabulary.ts'
