export { default as CommunityAppeals } from './CommunityAppeals.vue'
