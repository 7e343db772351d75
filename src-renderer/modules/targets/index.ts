export { default as TargetLines } from './TargetLines.vue'
export { useCountFiles } from './count-files.ts'
