export { default as CarryOverOffers } from './CarryOverOffers.vue'
