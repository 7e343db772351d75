import { shallowRef } from 'vue'

/** What the menu's "Print" does while a paper is on the screen; null: it leads to one. */
export const printHere = shallowRef<(() => void) | null>(null)
