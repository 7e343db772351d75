import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { MoneyUnit } from '../format/money.ts'

const STORED_AS = 'quanheng.moneyUnit'

/** How this reader likes to see things; kept in the browser, never in the plan. */
export const usePreferences = defineStore('preferences', () => {
  const moneyUnit = ref<MoneyUnit>(localStorage.getItem(STORED_AS) === 'wan' ? 'wan' : 'yuan')
  watch(moneyUnit, (unit) => localStorage.setItem(STORED_AS, unit))
  return { moneyUnit }
})
