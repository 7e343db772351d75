export { default as ItemsGrid } from './ItemsGrid.vue'
export { useRefusedCells } from './refused-cells.ts'
export { useCatalogue } from './shared.ts'
