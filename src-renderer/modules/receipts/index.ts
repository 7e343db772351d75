export { default as LatePayers } from './LatePayers.vue'
