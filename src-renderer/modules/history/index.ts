export { sayChange } from './change-words.ts'
