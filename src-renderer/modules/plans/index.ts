export { default as StartFailure } from './StartFailure.vue'
export { default as YearAdoption } from './YearAdoption.vue'
