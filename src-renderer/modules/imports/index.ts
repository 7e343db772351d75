export { default as PartPanel } from './PartPanel.vue'
