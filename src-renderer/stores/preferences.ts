import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { mostWanDecimals, WAN_DECIMALS, type MoneyUnit } from '../format/money.ts'

const STORED_AS = 'quanheng.moneyUnit'
const DECIMALS_STORED_AS = 'quanheng.wanDecimals'

/** How this reader likes to see things; kept in the browser, never in the plan. */
export const usePreferences = defineStore('preferences', () => {
  const moneyUnit = ref<MoneyUnit>(localStorage.getItem(STORED_AS) === 'wan' ? 'wan' : 'yuan')
  watch(moneyUnit, (unit) => localStorage.setItem(STORED_AS, unit))
  mostWanDecimals.value = WAN_DECIMALS.find((each) => String(each) === localStorage.getItem(DECIMALS_STORED_AS)) ?? mostWanDecimals.value
  watch(mostWanDecimals, (decimals) => localStorage.setItem(DECIMALS_STORED_AS, String(decimals)))
  return { moneyUnit, mostWanDecimals }
})
