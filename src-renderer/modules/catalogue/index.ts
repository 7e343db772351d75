export { default as ItemsGrid } from './ItemsGrid.vue'
export { useCatalogue } from './shared.ts'
