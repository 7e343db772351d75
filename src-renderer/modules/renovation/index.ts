export { default as CommunityRenovation } from './CommunityRenovation.vue'
