export { HORIZON, ownCosts, type Aid, type Lot } from './costs.ts'
export { yearlyNeed, type YearlyNeed } from './goal.ts'
export { bestOrder, byRule, ordered } from './order.ts'
export { schedule, type Money, type Turn } from './schedule.ts'
