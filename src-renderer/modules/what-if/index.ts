export { default as BaseChoice } from './BaseChoice.vue'
export { leverLabel, leverText, unitText, readLever } from './lever-words.ts'
export { useWhatIf } from './supposing.ts'
