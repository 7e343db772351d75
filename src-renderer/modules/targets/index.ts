export { default as TargetLines } from './TargetLines.vue'
export { default as CountFileButtons } from './CountFileButtons.vue'
export { default as CountImport } from './CountImport.vue'
export { useCountFiles } from './count-files.ts'
