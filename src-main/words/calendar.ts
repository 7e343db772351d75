import type { Text } from '../model/text.ts'

/** What is said of working days that were counted through a year without a calendar, and in short where there is no room. */
export const UNCERTAIN_DAYS: Required<Text> = {
  zh: '（没有该年工作日历，按星期推算）',
  en: ' (no calendar of that year: weekends assumed)',
}
export const UNCERTAIN_SHORT: Required<Text> = { zh: '（推算）', en: ' (estimated)' }
