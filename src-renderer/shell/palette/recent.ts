const STORED_AS = 'quanheng.palette'
const KEPT = 12

/** What was chosen last, newest first; kept in the browser, never in the plan. */
export function recentChoices(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}
export const rememberChoice = (id: string): void =>
  localStorage.setItem(STORED_AS, JSON.stringify([id, ...recentChoices().filter((each) => each !== id)].slice(0, KEPT)))
