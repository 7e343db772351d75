export { default as IndicatorDialog } from './IndicatorDialog.vue'
export { emptyForm, formOf, formOfColumn, indicatorOf } from './indicator-form.ts'
export { sayFormula, sayLimits } from './indicator-words.ts'
