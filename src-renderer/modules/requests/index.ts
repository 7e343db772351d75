export { default as OverdueRequests } from './OverdueRequests.vue'
