export { default as CommunitySpending } from './CommunitySpending.vue'
export { default as SupervisionNews } from './SupervisionNews.vue'
