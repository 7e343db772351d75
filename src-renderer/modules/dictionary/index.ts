export { emptyForm, formOf, indicatorOf } from './indicator-form.ts'
export { sayFormula, sayLimits } from './indicator-words.ts'
