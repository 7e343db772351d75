export { default as StartFailure } from './StartFailure.vue'
