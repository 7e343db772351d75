export { default as SupervisionNews } from './SupervisionNews.vue'
