export { default as CellHistory } from './CellHistory.vue'
export { default as MoneyHistory } from './MoneyHistory.vue'
export { sayChange } from './change-words.ts'
